"""Answers from the guidance around a framework."""

from bot.framework.model import Framework
from bot.phrases.en.names import counted

TITLE = "The guidance"
MORE = "More about this"
NO_TIME = "The guide does not say how often, or how long. It says:"
VERDICTS = {"yes": "Yes. The guide says:", "no": "No. The guide says:"}
ALSO = "This may be what you meant too:"


def of_other(framework: Framework) -> str:
    """Said before a topic that stands in another framework's guide only."""
    return f"Your framework’s document says nothing about this. This is from another framework’s guide, {framework.institution}’s:"


def topics(number: int) -> str:
    """How many topics there are."""
    return f"The guidance covers {counted(number, 'topic')}. Press one to read it."


def elsewhere(framework: Framework) -> str:
    """Under a topic that stands in another framework's guide."""
    return f"From another framework’s guide, {framework.institution}’s"
