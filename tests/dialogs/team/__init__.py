"""The team and succession as dialogs."""
