"""Several institutions in one deployment."""
