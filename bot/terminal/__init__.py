"""The edge to the shell: the same assistant, drawn with rich."""
