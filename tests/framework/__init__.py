"""Tests of the framework: reading it, checking it, comparing its roles."""
