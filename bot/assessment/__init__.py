"""Where a person stands: ratings, evidence, gaps and strengths."""
