"""Tests of the grade of duties, and of what a job description is made of."""
