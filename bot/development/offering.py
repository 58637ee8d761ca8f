"""Which development opportunities there are for some competencies: the framework's own, or else another framework's."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.framework.model import Framework, Library, Opportunity


@dataclass(frozen=True, slots=True)
class Offered:
    """The opportunities, the framework that lists them, and the competencies of it that they are listed for."""

    framework: Framework
    opportunities: tuple[Opportunity, ...] = ()
    competencies: tuple[str, ...] = ()


def offered_for(library: Library, framework: Framework, competencies: Iterable[str]) -> Offered:
    """What is listed for any of the competencies; of a framework that lists nothing at all, what another one has for the same."""
    asked = tuple(id_ for id_ in competencies if id_ in framework.competencies)
    if framework.development is not None:
        return _listed(framework, asked)
    for other in library.frameworks.values():
        found = _listed(other, library.corresponding(framework.id, asked, other.id))
        if other.id != framework.id and found.opportunities:
            return found
    return Offered(framework)


def opportunity(library: Library, id_: str) -> Opportunity | None:
    """An opportunity of any framework."""
    every = (each.development.opportunities for each in library.frameworks.values() if each.development)
    return next((known[id_] for known in every if id_ in known), None)


def _listed(framework: Framework, competencies: tuple[str, ...]) -> Offered:
    found = dict.fromkeys(each.id for id_ in competencies for each in framework.opportunities_for(id_))
    known = framework.development.opportunities if framework.development else {}
    return Offered(framework, tuple(known[id_] for id_ in found), competencies)
