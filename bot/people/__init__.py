"""Who asks, and what we hold about them."""
