"""How replies leave: in order, with retries and within rates, under the assistant's own token."""
