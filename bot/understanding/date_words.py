"""The words of dates, as `dates.yaml` has them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import either

Part = Literal["first", "middle", "last"]
Unit = Literal["day", "week", "fortnight", "month", "year"]


class DateWords(Shape):
    """The shape of `dates.yaml`; the comments in the file say what each list is for."""

    months: dict[Words, int] = Field(min_length=12)
    weekdays: dict[Words, int] = Field(min_length=7)
    numbers: dict[Words, int] = Field(min_length=1)
    ordinals: dict[Words, int] = Field(min_length=1)
    units: dict[Words, Unit] = Field(min_length=1)
    near: dict[Words, int] = Field(min_length=1)
    feasts: dict[Words, tuple[int, int]] = Field(min_length=1)
    around_easter: dict[Words, int] = Field(min_length=1)
    seasons: dict[Words, tuple[int, ...]] = Field(min_length=1)
    terms: dict[Words, tuple[int, ...]] = Field(min_length=1)
    a_few: list[Words] = Field(min_length=1)
    parts: dict[Part, list[Words]] = Field(min_length=3)
    before: list[Words] = Field(min_length=1)
    by: list[Words] = Field(min_length=1)
    surely: list[Words] = Field(min_length=1)
    deadline: list[Words] = Field(min_length=1)
    after: list[Words] = Field(min_length=1)


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; an apostrophe may be of either kind."""
    return f"(?:{either(words)})".replace("'", "['’]")


def plain(said: str | None) -> str:
    """Words of a message as the lists have them: in lower case, one space between, straight apostrophes."""
    return " ".join((said or "").lower().replace("’", "'").replace("-", " ").split())


def read_date_words(path: Path) -> DateWords:
    """Read `dates.yaml`. Raises KnowledgeError with every fault found."""
    return read_shape(path, DateWords)
