"""What roles, grades and lists are called inside a sentence."""

from collections.abc import Iterable, Sequence

from bot.framework.model import Framework, Role


def listed(parts: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    words = tuple(parts)
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def grade(number: int) -> str:
    """`grade 7`."""
    return f"grade {number}"


def grades(numbers: Sequence[int]) -> str:
    """`grade 7`, `grades 6 and 7`, or `grades 3 to 9`."""
    ordered = sorted(numbers)
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):  # noqa: PLR2004 - two are named, more are a span
        return f"grades {ordered[0]} to {ordered[-1]}"
    return grade(ordered[0]) if len(ordered) == 1 else f"grades {listed(map(str, ordered))}"


def role(of: Role) -> str:
    """`grade 7, Specialist Technician`."""
    return grade(of.grade) if of.title.casefold() == grade(of.grade) else f"grade {of.grade}, {of.title}"


def together(roles: Sequence[Role], last: str = "and") -> str:
    """Some roles; those of one grade with the grade told once: `grade 7 (Specialist Technician; Laboratory Manager)`."""
    if len(roles) > 1 and len({of.grade for of in roles}) == 1:
        return f"{grade(roles[0].grade)} ({'; '.join(of.title for of in roles)})"
    return listed(map(role, roles), last)


def short_role(framework: Framework, of: Role) -> str:
    """A role among those of its grade, in a word or two: `Manager`; its title where it is the only one."""
    if len(framework.roles_at(of.grade)) == 1:
        return of.title
    return framework.paths[of.path].name.split(" (")[0]


def short_place(framework: Framework, of: Role) -> str:
    """A role by its grade, and, where there are several, its path: `Grade 7, Manager`."""
    alone = len(framework.roles_at(of.grade)) == 1
    return capital(grade(of.grade)) if alone else f"{capital(grade(of.grade))}, {short_role(framework, of)}"


def capital(words: str) -> str:
    """The same words with a capital at the start."""
    return words[:1].upper() + words[1:]


def inside(name: str) -> str:
    """A name of ordinary words as it stands inside a sentence: `budgets`, and `IT support` as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name


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


def ended(sentence: str) -> str:
    """A sentence with one full stop at its end, where the last word may bring its own ("etc.")."""
    return sentence if sentence.endswith(".") else f"{sentence}."
