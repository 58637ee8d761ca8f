"""What is shared with a manager, as the domain sees it."""
