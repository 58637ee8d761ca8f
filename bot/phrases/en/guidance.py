"""Answers from the guidance around a framework."""

from bot.framework.model import Framework

TITLE = "The guidance"
WHICH = "The guidance covers these topics. Press one."
NONE = "This framework’s document holds no guidance."
NO_TOPIC = "I could not find that in the guidance."


def of_other(framework: Framework) -> str:
    """Said before a topic that stands in another framework's guide only."""
    return f"Your framework’s document says nothing about this. This is from another framework’s guide, {framework.institution}’s:"


def topics(number: int) -> str:
    """How many topics there are."""
    return f"{number} topics. Press one."
