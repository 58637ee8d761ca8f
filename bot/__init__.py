"""A Microsoft Teams assistant for university technicians and the people who manage them."""
