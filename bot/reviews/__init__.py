"""What is shared with a manager: shares and reviews, the team as they may see it, and who could follow in a critical role."""
