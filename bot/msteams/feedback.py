"""Feedback: what a press of a thumb under a reply says."""

from typing import Any

SUBMIT = "message/submitAction"


def is_liked(value: Any) -> bool | None:
    """Whether a thumb pointed up; None where the value is no feedback. What was typed beside it is left alone."""
    if not isinstance(value, dict) or value.get("actionName") != "feedback":
        return None
    action = value.get("actionValue")
    reaction = action.get("reaction") if isinstance(action, dict) else None
    return {"like": True, "dislike": False}.get(reaction) if isinstance(reaction, str) else None
