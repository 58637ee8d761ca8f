"""Tests of how a framework comes in."""
