"""Two people: one shares, the other reviews."""
