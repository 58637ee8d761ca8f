"""More ways in which the people of one institution say things, laid over the frameworks they see: read from `said.yaml`."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import Field, RootModel

from bot.framework.model import Competency, Framework, Library, Role, Topic
from bot.framework.shapes import Id, Shape, Words
from bot.framework.sheets import Faults, Sheet

FILE = "said.yaml"
REMEDY = "Keep it in one of them, or make it a hint."


class CompetencySaid(Shape):
    aliases: list[Words] = Field(default_factory=list)
    hints: list[Words] = Field(default_factory=list)
    asked_as: list[Words] = Field(default_factory=list)


class TopicSaid(Shape):
    aliases: list[Words] = Field(default_factory=list)
    asked_as: list[Words] = Field(default_factory=list)


class RoleSaid(Shape):
    aliases: list[Words] = Field(default_factory=list)


class FrameworkSaid(Shape):
    competencies: dict[Id, CompetencySaid] = Field(default_factory=dict)
    topics: dict[Id, TopicSaid] = Field(default_factory=dict)
    roles: dict[Id, RoleSaid] = Field(default_factory=dict)


class SaidShape(RootModel[dict[Id, FrameworkSaid]]):
    """The frameworks by id."""


def with_sayings(library: Library, folder: Path, faults: Faults) -> Library:
    """The library with what the folder adds to it; unchanged where there is no such file."""
    sheet = faults.optional_sheet(folder / FILE, SaidShape)
    if sheet is None:
        return library
    for id_, said in sheet.shape.root.items():
        if id_ not in library.frameworks:
            faults.unknown(sheet, (id_,), "framework", id_, library.frameworks)
        else:
            _check(sheet, library.frameworks[id_], said, faults)
    if faults.found:
        return library
    more = {id_: _with(library.frameworks[id_], said) for id_, said in sheet.shape.root.items()}
    return replace(library, frameworks={**library.frameworks, **more})


def _check(sheet: Sheet[SaidShape], framework: Framework, said: FrameworkSaid, faults: Faults) -> None:
    parts = (
        ("competencies", "competency", said.competencies, framework.competencies),
        ("topics", "topic", said.topics, framework.topics),
        ("roles", "role", said.roles, framework.roles),
    )
    for part, kind, given, known in parts:
        for id_ in given:
            if id_ not in known:
                faults.unknown(sheet, (framework.id, part, id_), kind, id_, known)
    _check_aliases(sheet, framework, said.competencies, faults)
    _check_names(sheet, framework, said, faults)


def _check_aliases(sheet: Sheet[SaidShape], framework: Framework, said: Mapping[str, CompetencySaid], faults: Faults) -> None:
    """A word names one competency alone, whichever file says so."""
    owners = {alias.lower(): each.id for each in framework.competencies.values() for alias in each.aliases}
    owners |= {word.lower(): "ambiguous" for ambiguity in framework.ambiguities for word in ambiguity.words}
    for id_, words in said.items():
        for index, alias in enumerate(words.aliases):
            owner = owners.setdefault(alias.lower(), id_)
            if owner != id_:
                at = (framework.id, "competencies", id_, "aliases", index)
                faults.at(sheet, at, f"“{alias}” is an alias of `{owner}` too.", REMEDY)


def _check_names(sheet: Sheet[SaidShape], framework: Framework, said: FrameworkSaid, faults: Faults) -> None:
    """What a role is called names no other role, and no competency."""
    owners = {name.lower(): each.id for each in framework.roles.values() for name in each.aliases}
    owners |= {alias.lower(): each.id for each in framework.competencies.values() for alias in each.aliases}
    owners |= {alias.lower(): id_ for id_, words in said.competencies.items() for alias in words.aliases}
    titled = [(title.lower(), each.id) for each in framework.roles.values() for title in (*each.titles, each.title)]
    for id_, words in said.roles.items():
        for index, alias in enumerate(words.aliases):
            titles = [role for title, role in titled if title == alias.lower()]
            owner = owners.setdefault(alias.lower(), id_) if not titles or id_ in titles else titles[0]
            if owner != id_:
                what = "the title" if titles and id_ not in titles else "an alias"
                faults.at(
                    sheet,
                    (framework.id, "roles", id_, "aliases", index),
                    f"“{alias}” is {what} of `{owner}` too.",
                    "Keep it in one of them.",
                )


def _with(framework: Framework, said: FrameworkSaid) -> Framework:
    return replace(
        framework,
        competencies={id_: _competency(each, said.competencies.get(id_)) for id_, each in framework.competencies.items()},
        topics={id_: _topic(each, said.topics.get(id_)) for id_, each in framework.topics.items()},
        roles={id_: _role(each, said.roles.get(id_)) for id_, each in framework.roles.items()},
    )


def _competency(of: Competency, said: CompetencySaid | None) -> Competency:
    if said is None:
        return of
    return replace(
        of, aliases=_more(of.aliases, said.aliases), hints=_more(of.hints, said.hints), asked_as=_more(of.asked_as, said.asked_as)
    )


def _topic(of: Topic, said: TopicSaid | None) -> Topic:
    return of if said is None else replace(of, aliases=_more(of.aliases, said.aliases), asked_as=_more(of.asked_as, said.asked_as))


def _role(of: Role, said: RoleSaid | None) -> Role:
    return of if said is None else replace(of, aliases=_more(of.aliases, said.aliases))


def _more(there: tuple[str, ...], added: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*there, *added)))
