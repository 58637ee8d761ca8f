"""Tests of the cards, with whole cards beside them as JSON."""
