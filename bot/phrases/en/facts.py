"""Answers that state a fact of the framework: bands, roles, paths, competencies."""

from collections.abc import Sequence

from bot.framework.model import CareerPath, Framework, Grade, Role
from bot.phrases.en.names import counted, grades, listed, short_place

BANDS = "Grades and bands"
ROLES = "Roles and titles"
IN_SOURCE = "As the source writes the titles"
UNNAMED_PATHS = "The document names no career paths. Grouped by their titles, its roles are:"
PRESS_ONE = "Press one to see it through the grades."
NO_BANDS = "This framework’s document gives no bands."
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")


def band_of(of: Grade) -> str:
    """`Grade 4 is band 1 or 2.`"""
    if not of.bands:
        return f"The framework gives no band for grade {of.grade}."
    return f"Grade {of.grade} is {bands(of).lower()}"


def bands(of: Grade) -> str:
    """`Band 1 or 2.`"""
    return f"Band {listed(map(str, of.bands), 'or')}."


def grade(of: Grade) -> str:
    """`Grade 4`."""
    return f"Grade {of.grade}"


def grades_of_band(band: int, found: Sequence[Grade], known: Sequence[int]) -> str:
    """`Band 1 is grades 3 and 4 (grade 4 is band 1 or 2).`"""
    if not found:
        return f"There is no band {band}; the framework has bands {known[0]} to {known[-1]}."
    also = [each for each in found if len(each.bands) > 1]
    aside = f" ({'; '.join(band_of(each).rstrip('.').replace('Grade', 'grade', 1) for each in also)})" if also else ""
    return f"Band {band} is {grades([each.grade for each in found])}{aside}."


def all_bands(known: Sequence[int]) -> str:
    """How many bands there are."""
    return f"The framework has {counted(len(known), 'band')}, {known[0]} to {known[-1]}. Each grade and its band:"


def roles_at(number: int, roles: Sequence[Role]) -> str:
    """`Grade 8 has two roles: ...`"""
    names = listed(each.title for each in roles)
    if len(roles) == 1:
        return f"Grade {number} has one role: {names}."
    return f"Grade {number} has {_number(len(roles)).lower()} roles: {names}."


def called(path: CareerPath) -> str:
    """A path in a word: `specialist`."""
    return path.name.split(" (")[0].lower()


def is_there(what: str, number: int, *, found: bool) -> str:
    """`No, there is no specialist role at grade 9.`"""
    return f"Yes, there is a {what} role at grade {number}." if found else f"No, there is no {what} role at grade {number}."


def roles_on(framework: Framework, number: int, roles: Sequence[Role]) -> str:
    """`Grade 9 has 1 role: Technical Director (manager).`"""
    names = listed(f"{each.title} ({called(framework.paths[each.path])})" for each in roles)
    return f"Grade {number} has {counted(len(roles), 'role')}: {names}."


def all_roles(framework: Framework) -> str:
    """How many roles there are, over which grades."""
    return f"The framework has {counted(len(framework.roles), 'role')}, at {grades(sorted(framework.grades))}."


def place(framework: Framework, of: Role) -> str:
    """A role before the titles that the source gives it."""
    return short_place(framework, of)


def titles(given: Sequence[str]) -> str:
    """The titles as they are written."""
    return f"{'; '.join(given)}."


def paths(framework: Framework) -> str:
    """The paths and the grades of each."""
    every = [(path.name, sorted({of.grade for of in framework.roles.values() if of.path == path.id})) for path in framework.paths.values()]
    told = "; ".join(f"{name} at {grades(numbers)}" for name, numbers in every if numbers)
    return f"{_number(len(every))} paths: {told}." if framework.paths_in_source else f"{UNNAMED_PATHS} {told}."


def competencies(framework: Framework, *, disputed: bool) -> str:
    """How many there are in the table, and whether the source counts them differently elsewhere."""
    number = f"The table has {len(framework.competencies)} {framework.competencies_word}"
    return f"{number}; the source counts them differently elsewhere." if disputed else f"{number}."


def competencies_title(framework: Framework) -> str:
    """Over their names."""
    return f"The {framework.competencies_word}"


def names(every: Sequence[str]) -> str:
    """Their names in a sentence."""
    return f"They are: {'; '.join(every)}."


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
