"""Tests of what a job description is made of."""
