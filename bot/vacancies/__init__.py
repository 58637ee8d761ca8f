"""What a role needs: the job description."""
