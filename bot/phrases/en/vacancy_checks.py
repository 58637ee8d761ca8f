"""What a check of a job description points out, and what to do about it."""

from bot.framework.model import Framework
from bot.phrases.en.names import counted, grade
from bot.phrases.en.vacancy import header_name

ALSO_MORE = "and {count} more"
GO_THERE = "Go there"


def lead(number: int) -> str:
    """How much there is to look at."""
    return f"{counted(number, 'thing')} {'is' if number == 1 else 'are'} worth another look. You decide; none of them stops you."


def empty_field(framework: Framework, id_: str) -> str:
    """A field of the header without words."""
    return f"{header_name(framework, id_)} is empty. Fill it in, or HR will ask."


def empty_section(name: str) -> str:
    """A section without a line."""
    return f"“{name}” has no tasks, so it is left out. Choose one if the role has to do with it."


def too_many(name: str, number: int) -> str:
    """A section with too many lines."""
    return f"“{name}” has {counted(number, 'task')}. The guidance speaks of about three; keep those that matter most."


def too_many_in_all(number: int) -> str:
    """A job description with too many lines."""
    return f"{counted(number, 'task')} in all is more than one person can read, or do. Take out what is rare."


def too_many_essential(number: int) -> str:
    """A person specification that asks too much."""
    return f"{number} essential lines: a long list keeps good people from applying. Make those desirable that can be learnt in the post."


def above(number: int, said: str) -> str:
    """Own words that read like a higher grade, with the framework's."""
    return f"This reads like {grade(number)} work, where the framework says: “{said}” Say less, or look at the grade again."


def above_kept(number: int) -> str:
    """A line of a higher role that was kept."""
    return f"The framework says this of {grade(number)}. Take it out, or look at the grade again."


def unfit(number: int) -> str:
    """A line of a lower role that was kept."""
    return f"The framework says this of {grade(number)}, not of this role. Keep it only if the post needs it."


def no_criteria() -> str:
    """A career grade part without criteria."""
    return "The career grade part has no criteria. Write them, or leave the part out."


def wording(words: str, why: str, instead: str) -> str:
    """Words that put people off."""
    way = f" Say “{instead}”, or name what is really needed." if instead else ""
    return f"“{words}” may put people off. {why}.{way}"


def use(instead: str, words: str) -> str:
    """The press that puts better words in."""
    return f"Say “{instead}” instead of “{words}”"


def more(count: int) -> str:
    """What did not fit on the card."""
    return ALSO_MORE.format(count=count)
