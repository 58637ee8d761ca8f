"""Names that belong together though they differ: a row of the grid and the competencies it covers; short names; families of titles."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.importing.cleaning import key, slug
from bot.importing.matrix import MatrixCompetency
from bot.importing.words import ImportWords

_SMALL = frozenset(["and", "or", "of", "the", "for", "in", "to", "a", "an", "with", "on", "at", "by"])
_STEM = 5  # letters that two words must share to be the same: "planning", "planned"
_ALIKE = 0.5  # of 1: so many of their words two names must share
LONGEST_SHORT = 40  # characters of a name on a card or button


def without_brackets(name: str) -> str:
    """A name without what stands in brackets."""
    return " ".join(re.sub(r"\([^()]*\)", " ", name).split()) or name


def short_names(competencies: Sequence[MatrixCompetency]) -> dict[str, str]:
    """What a card and a button call each competency: its name cut down where that leaves it its own."""
    short = {each.id: _short(each.name) for each in competencies}
    several = {name for name in short.values() if list(short.values()).count(name) > 1}
    return {each.id: each.name if short[each.id] in several else short[each.id] for each in competencies}


def _short(name: str) -> str:
    bare = without_brackets(name)
    first = re.split(r"\s+/\s*|\s*/\s+|\s+[–—-]\s+|:\s", bare)[0].strip()
    return _in_a_sentence(first if len(bare) > LONGEST_SHORT and first else bare)


def _in_a_sentence(name: str) -> str:
    """A name as it stands inside a sentence: "Budget Management" is "Budget management", and "CPD" stays."""
    first, *rest = name.split(" ")
    return " ".join([first, *(word.lower() if word[:1].isupper() and word[1:].islower() else word for word in rest)])


def covered(name: str, competencies: Sequence[MatrixCompetency]) -> tuple[str, ...]:
    """The competencies that a row of another table speaks of, by its name; nothing where none is near."""
    whole = _nearest(name, competencies)
    if whole and stems_of(whole.name) == stems_of(name):
        return (whole.id,)
    parts = [_nearest(part, competencies, exactly=True) for part in name.split("/")]
    if len(parts) > 1 and all(parts):
        return tuple(dict.fromkeys(part.id for part in parts if part))
    return (whole.id,) if whole else ()


def _nearest(name: str, competencies: Iterable[MatrixCompetency], *, exactly: bool = False) -> MatrixCompetency | None:
    stems = stems_of(name)
    scores = [(alike(stems, stems_of(each.name)), each) for each in competencies]
    best = max(scores, key=lambda scored: scored[0], default=None)
    least = 1.0 if exactly else _ALIKE
    return best[1] if best and stems and best[0] >= least else None


def stems_of(name: str) -> frozenset[str]:
    """The telling words of a name, cut so that forms of a word are the same."""
    return frozenset(word[:_STEM] for word in key(without_brackets(name)).split() if word not in _SMALL)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two names share, from 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def family(title: str, families: Mapping[str, Sequence[str]]) -> str:
    """The group that a title belongs to by the last telling word before "of"."""
    said = key(re.split(r"\s(?:of|for|in)\s", title)[0]).split()
    for word in reversed(said):
        for name, members in families.items():
            if word in members:
                return name
    return "All roles"


def path_aliases(name: str, words: ImportWords) -> list[str]:
    """How people call a path: by its name, and by that of the family its name belongs to."""
    bare = without_brackets(name).lower()
    others = [each.lower() for each, members in words.shape.families.items() if bare in members or bare == each.lower()]
    return list(dict.fromkeys(form.replace("{path}", each) for each in (bare, *others) for form in words.shape.path_aliases))


def ids_for(names: Iterable[str]) -> list[str]:
    """An id for each name, no two the same."""
    found: list[str] = []
    for name in names:
        base, id_, number = slug(name) or "unnamed", slug(name) or "unnamed", 2
        while id_ in found:
            id_, number = f"{base}-{number}", number + 1
        found.append(id_)
    return found
