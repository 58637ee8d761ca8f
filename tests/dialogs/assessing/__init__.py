"""The self-assessment, through the turn."""
