"""Whose people ask: the institutions that one deployment serves, and what each of them has of its own."""
