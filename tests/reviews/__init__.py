"""Reviews, shares, teams and succession, as the domain sees them."""
