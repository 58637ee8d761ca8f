"""What is shared with a manager: shares and their codes, reviews, and the agenda that comes of one."""
