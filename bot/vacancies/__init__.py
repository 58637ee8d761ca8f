"""What a role needs: the grade of duties, and the job description."""
