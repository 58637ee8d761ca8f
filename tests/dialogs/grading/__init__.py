"""Tests of the dialog that grades duties."""
