"""What is shared with a manager: the team as they may see it, and who could follow in a critical role."""
