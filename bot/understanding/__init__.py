"""What somebody meant: a typed message becomes a reading, two candidate readings, or an honest "not understood"."""
