"""Who and what is let in: the token, the shape of a body, and the match of both."""
