"""What a check of a job description points out, and what to do about it."""

from collections.abc import Sequence

from bot.phrases.en.names import counted, grade

ALSO_MORE = "And {count} more. They show here once some of these are mended."
PLAIN = {
    "empty section": "“{name}” has no tasks, so it is left out. Choose one if the role has to do with it.",
    "too many": "“{name}” has {number} tasks. The guidance speaks of about three of each; keep those that matter most.",
    "too many in all": "{number} tasks in all is more than one person can read, or do. Take out what is rare.",
    "too many essential": (
        "{number} essential lines: a long list keeps good people from applying. Make those desirable that can be learnt in the post."
    ),
    "unfit": "The framework says this of grade {number}, not of this role. Keep it only if the post needs it.",
    "no criteria": "The career grade part has no criteria. Write them, or leave the part out.",
}


def lead(number: int) -> str:
    """How much there is to look at."""
    return f"{counted(number, 'thing')} {'is' if number == 1 else 'are'} worth another look. You decide; none of them stops you."


def plain(kind: str, name: str, number: int) -> str:
    """What is empty, too much, or of another grade."""
    return PLAIN[kind].format(name=name, number=number)


def empty_fields(names: Sequence[str]) -> str:
    """Fields of the header without words, by their names, which may hold a colon."""
    return f"Still empty: {'; '.join(names)}. Fill them in as far as you know."


def above(number: int, said: str) -> str:
    """Own words that read like a higher grade, with the framework's."""
    return f"This reads like {grade(number)} work, where the framework says: “{said}” Say less, or look at the grade again."


def above_kept(number: int) -> str:
    """A line of a higher role that was kept."""
    return f"The framework says this of {grade(number)}. Take it out, or look at the grade again."


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
