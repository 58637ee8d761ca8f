"""Tests of the edge to the shell."""
