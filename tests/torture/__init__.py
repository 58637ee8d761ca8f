"""Faults on purpose, under load, and whether anything was lost: `make torture` runs all of them and prints a report."""
