"""Reviews and shares by themselves."""
