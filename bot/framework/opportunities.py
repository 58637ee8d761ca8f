"""How development opportunities, rows of the self-assessment grid and doubts about them belong together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.framework.model import Framework, GridRow, Opportunity, Place, Statement

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


def rows_for(framework: Framework, competencies: Iterable[str]) -> tuple[GridRow, ...]:
    """The grid rows that cover any of the competencies, in the grid's order."""
    wanted = set(competencies)
    return tuple(row for row in _rows(framework) if wanted & set(row.competencies))


def rows_offering(framework: Framework, opportunity: str) -> tuple[GridRow, ...]:
    """The grid rows that an opportunity is listed for."""
    lists = framework.development.rows if framework.development else {}
    return tuple(row for row in _rows(framework) if opportunity in lists.get(row.id, ()))


def naming(framework: Framework, opportunity: Opportunity) -> tuple[Statement, ...]:
    """The statements of any role that name an opportunity by its abbreviation, the lowest grade first."""
    short = set(_ABBREVIATION.findall(opportunity.name)) - set(_ABBREVIATION.findall(" ".join(_others(framework, opportunity))))
    said = [each for c in framework.competencies.values() for cell in c.expectations.values() for each in cell.added]
    found = (each for each in said if short & set(_ABBREVIATION.findall(each.text)))
    return tuple(sorted(found, key=lambda each: framework.roles[each.role].grade))


def doubts(framework: Framework, rows: Sequence[GridRow], offered: Sequence[Opportunity]) -> tuple[str, ...]:
    """The notes that name one of the rows, or, by its abbreviation, one of the opportunities."""
    notes = framework.development.notes if framework.development else ()
    words_of_names = {word for each in framework.competencies.values() for word in _ABBREVIATION.findall(each.name)}
    short = {word for opportunity in offered for word in _ABBREVIATION.findall(opportunity.name)} - words_of_names
    return tuple(note for note in notes if any(row.name in note for row in rows) or short & set(_ABBREVIATION.findall(note)))


def places(framework: Framework, rows: Sequence[GridRow]) -> tuple[Place, ...]:
    """Where the opportunities of some rows stand, or where the whole list stands."""
    if framework.development is None:
        return ()
    place = framework.development.place
    return tuple(replace(place, row=row.name) for row in rows) or (place,)


def _others(framework: Framework, opportunity: Opportunity) -> tuple[str, ...]:
    """The names of the other opportunities: an abbreviation that stands in several is a unit, not an activity."""
    known = framework.development.opportunities.values() if framework.development else ()
    return tuple(each.name for each in known if each.id != opportunity.id)


def _rows(framework: Framework) -> tuple[GridRow, ...]:
    return framework.grid.rows if framework.grid else ()
