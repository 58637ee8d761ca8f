"""Tests of job descriptions, as somebody writes them."""
