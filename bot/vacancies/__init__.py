"""What a role needs: the grade of duties."""
