"""Whether everything that a person reads can be said in another language."""
