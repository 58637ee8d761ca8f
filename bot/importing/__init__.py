"""How a framework comes in: an institution's own document, read as it is, becomes a framework folder in its official wording."""
