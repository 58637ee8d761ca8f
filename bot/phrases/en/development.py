"""Answers about development opportunities."""

from collections.abc import Sequence

from bot.phrases.en.names import counted, ended, inside, listed

TITLE = "Development"
WHICH = "What would you like to develop? Press one."
KINDS = {
    "course": "Courses and programmes",
    "on-the-job": "On the job",
    "people": "People who can help",
    "resource": "Resources to use yourself",
}
SERVES = "Listed for"
NOTHING_ANYWHERE = "Ask your line manager, or look at what the next grade asks and practise that."


def title(names: Sequence[str]) -> str:
    """The title over the opportunities for some competencies."""
    return f"Developing {listed(map(inside, names))}"


def listed_for(names: Sequence[str], opportunities: Sequence[str]) -> str:
    """The opportunities in one sentence."""
    return ended(f"For {listed(map(inside, names))} the framework lists {listed(opportunities)}")


def none(names: Sequence[str], word: str) -> str:
    """The framework has opportunities, and none for this."""
    return f"The framework lists no development opportunities for {listed(map(inside, names))}; its list has no row for this {word}."


def none_at_all() -> str:
    """The framework has no opportunities at all."""
    return "This framework lists no development opportunities."


def from_other(framework: str, names: Sequence[str], opportunities: Sequence[str]) -> str:
    """What the corresponding competency of another framework lists."""
    return ended(f"Another framework, {framework}’s, lists these for {listed(map(inside, names))}: {listed(opportunities)}")


def serves(name: str, rows: Sequence[str]) -> str:
    """What one opportunity is listed for."""
    return f"{name}: the framework lists this for {listed(rows)}."


def for_some(names: Sequence[str]) -> str:
    """After an opportunity that is listed for some of several competencies."""
    return f"for {listed(map(inside, names))}"


def shared_row(row: str, names: Sequence[str]) -> str:
    """A row of the grid that covers several competencies."""
    return f"The source lists these for “{row}”, which covers {listed(names)} together."


def listed_in(number: int) -> str:
    """How many opportunities there are."""
    return f"The framework lists {counted(number, 'opportunity', 'opportunities')}."


def other_lists(institution: str, names: Sequence[str]) -> str:
    """Before what another framework lists."""
    theirs = listed(map(inside, names))
    return f"These are from another framework, {institution}’s, where they are listed for {theirs}. Ask locally what there is."


def other_tells(institution: str) -> str:
    """Before what another framework says an opportunity is good for."""
    return f"This is from another framework, {institution}’s. Ask locally what there is."


def through(what: str) -> str:
    """One competency through the grades."""
    return f"{what} at each grade"
