"""Tests of the grading of duties."""
