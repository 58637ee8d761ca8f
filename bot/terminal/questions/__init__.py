"""`python -m bot questions`: what people asked in vain, put together, and taught to the assistant where somebody agrees."""
