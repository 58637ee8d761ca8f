"""The development plan, played turn by turn."""
