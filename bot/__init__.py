"""A Microsoft Teams assistant for university technicians and the people who manage them."""

VERSION = "0.1.0"
