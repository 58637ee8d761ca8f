"""What is expected: the model of a career framework, reading it, checking it, comparing its roles."""
