"""Names lent to a framework that has none but its own: what people call a competency it corresponds to, they may call its own too."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.framework.model import Competency, Framework

Crosswalk = Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]


def with_lent(framework: Framework, others: Mapping[str, Framework], crosswalk: Crosswalk) -> Framework:
    """A framework whose competencies without words of their own are called what their counterparts are called.

    A word that two of its competencies would get, or that is the name of another, is lent to none. Where everyday sentences point, the
    reader takes from the other frameworks itself (docs/decisions/0031).
    """
    lent = {each.id: _counterparts(framework, each, others, crosswalk) for each in framework.competencies.values() if not _has_own(each)}
    claims = Counter(word for of in lent.values() for word in {alias.lower() for each in of for alias in each.aliases})
    taken = {name.lower() for each in framework.competencies.values() for name in (*each.names.values(), each.short, *each.aliases)}
    taken |= {word.lower() for ambiguity in framework.ambiguities for word in ambiguity.words}
    free = {word for word, count in claims.items() if count == 1} - taken
    given = {id_: _given(framework.competencies[id_], of, free) for id_, of in lent.items() if of}
    return replace(framework, competencies={**framework.competencies, **given})


def _has_own(competency: Competency) -> bool:
    return bool(competency.aliases or competency.asked_as)


def _counterparts(framework: Framework, competency: Competency, others: Mapping[str, Framework], crosswalk: Crosswalk) -> list[Competency]:
    theirs = crosswalk.get((framework.id, competency.id), {})
    return [others[other].competencies[id_] for other, ids in theirs.items() if other in others for id_ in ids[:1]]


def _given(competency: Competency, lenders: Iterable[Competency], free: set[str]) -> Competency:
    aliases = {alias.lower(): alias for each in lenders for alias in each.aliases}
    return replace(competency, aliases=tuple(alias for word, alias in aliases.items() if word in free))
