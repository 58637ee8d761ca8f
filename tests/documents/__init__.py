"""Tests of the files that a person takes away."""
