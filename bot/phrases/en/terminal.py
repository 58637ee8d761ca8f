"""What the chat in the terminal says of itself."""

HOW = "Type a question, or the number of something on the card. Ctrl-D ends."
GOODBYE = "Goodbye."
