"""Tests of understanding: from the letters typed to the reading of a whole conversation."""
