"""Another role for a draft: which lines still fit, which no longer do, and the draft with those that are kept."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.framework.model import Framework, Role
from bot.vacancies.draft import Draft, DraftSection, Line, key
from bot.vacancies.sections import choosable, filled, suggested, template


@dataclass(frozen=True, slots=True)
class Unfit:
    """A line that the framework does not say of the role, and the section it stands in."""

    section: DraftSection
    line: Line


def no_longer_fitting(framework: Framework, role: Role, draft: Draft) -> tuple[Unfit, ...]:
    """The lines taken from another role that this one's expectations do not hold."""
    asked = _asked(framework, role)
    return tuple(Unfit(section, line) for section in draft.sections for line in section.lines if line.role and line.text not in asked)


def regraded(framework: Framework, role: Role, draft: Draft, keep: Collection[str]) -> Draft:
    """The draft for another role, with those of the lines that no longer fit whose keys are named, topped up with what is suggested.

    What its author wrote stays; whether progression is described is open again, as its criteria belong to the grade.
    """
    fits = _asked(framework, role) | {line.text for line in draft.lines if not line.role or key(line.text) in keep}
    sections: list[DraftSection] = []
    taken = {line.text for line in draft.lines if line.text in fits}
    for place in _places(framework, role, draft):
        section = _section(framework, role, draft, place, fits, taken=taken)
        taken |= {line.text for line in section.lines}
        sections += [section] if section.lines else []
    return draft.with_(role=role.id, career=None, done=None, sections=tuple(sections))  # type: ignore[no-any-return]


def _places(framework: Framework, role: Role, draft: Draft) -> tuple[DraftSection, ...]:
    """The sections that the role has or the draft had, in the framework's order."""
    wanted = {section.id for section in filled(framework, role)} | {section.id for section in draft.sections if section.lines}
    known = template(framework)
    others = (section.with_(lines=()) for section in draft.sections if section.id not in {each.id for each in known})
    return (*(section for section in known if section.id in wanted), *others)


def _section(
    framework: Framework, role: Role, draft: Draft, place: DraftSection, fits: Collection[str], *, taken: Collection[str]
) -> DraftSection:
    """One section; what is suggested anew stands in no other one (`taken`)."""
    before = draft.section(place.id)
    new = tuple(line for line in suggested(framework, role, place) if line.text not in taken)
    if before is None:
        return place.with_(lines=new)  # type: ignore[no-any-return]
    own = {line.text: line for line in choosable(framework, role, place)}
    stays = tuple(own.get(line.text, line) for line in before.lines if line.text in fits)
    room = max(len(before.lines) - len(stays), 0)
    return place.with_(lines=(*stays, *new[:room]))  # type: ignore[no-any-return]


def _asked(framework: Framework, role: Role) -> frozenset[str]:
    return frozenset(s.text for competency in framework.competencies for s in framework.expectation(role.id, competency).statements)
