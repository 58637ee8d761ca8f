"""How fast it is: `make bench`. Everything side by side in one run, and nothing asserted about time."""
