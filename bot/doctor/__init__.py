"""What `python -m bot doctor` looks at: everything the assistant needs, and what to do where it is not there."""
