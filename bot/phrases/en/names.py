"""What roles, grades and lists are called inside a sentence."""

from collections.abc import Iterable, Sequence

from bot.framework.model import Role


def listed(parts: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    words = tuple(parts)
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def grade(number: int) -> str:
    """`grade 7`."""
    return f"grade {number}"


def grades(numbers: Sequence[int]) -> str:
    """`grade 7`, or `grades 5, 6 and 7`."""
    return grade(numbers[0]) if len(numbers) == 1 else f"grades {listed(map(str, numbers))}"


def role(of: Role) -> str:
    """`grade 7, Specialist Technician`."""
    return f"grade {of.grade}, {of.title}"


def capital(words: str) -> str:
    """The same words with a capital at the start."""
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """`1 role`, `2 roles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def shortened(sentences: Iterable[str], limit: int) -> str:
    """As many whole sentences as fit in `limit` characters, and the first in any case; `…` where some are left out."""
    kept: list[str] = []
    for sentence in sentences:
        if kept and sum(map(len, kept)) + len(kept) + len(sentence) > limit:
            return " ".join((*kept, "…"))
        kept.append(sentence)
    return " ".join(kept)


def clipped(sentence: str, limit: int) -> str:
    """The sentence, cut at a word and ended with `…` if it is longer than `limit` characters."""
    if len(sentence) <= limit:
        return sentence
    return sentence[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
