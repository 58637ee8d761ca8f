"""How a conversation goes: each dialog takes a turn and returns a reply."""
