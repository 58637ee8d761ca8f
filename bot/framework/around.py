"""What stands around a cell: where a competency begins, and the nearest role of which something is said."""

from collections.abc import Iterable

from bot.framework.model import Expectation, Framework, Role


def denies(framework: Framework, text: str) -> bool:
    """Whether a statement says what is not done."""
    return bool(framework.wanted.denies.search(text))


def asks(framework: Framework, cell: Expectation) -> bool:
    """Whether a cell asks something, and does not only say what is not done."""
    return cell.kind == "stated" and not all(denies(framework, statement.text) for statement in cell.statements)


def first_expected(framework: Framework, competency: str) -> Role | None:
    """The lowest role of which a competency asks something."""
    return _lowest(framework, competency, framework.roles.values())


def expected_of(framework: Framework, competency: str) -> tuple[Role, ...]:
    """The roles of which a competency asks something, in the framework's order."""
    return tuple(role for role in framework.roles.values() if _stated(framework, role, competency))


def next_expected(framework: Framework, role: Role, competency: str) -> Role | None:
    """The lowest role above a role's grade of which a competency asks something; on the role's own path first."""
    above = [each for each in framework.roles.values() if each.grade > role.grade]
    found = _lowest(framework, competency, above)
    if found is None:
        return None
    same_path = [each for each in above if each.grade == found.grade and each.path == role.path]
    return _lowest(framework, competency, same_path) or found


def last_expected(framework: Framework, role: Role, competency: str) -> Role | None:
    """The highest role below a role's grade of which a competency asks something."""
    below = [each for each in framework.roles.values() if each.grade < role.grade and _stated(framework, each, competency)]
    return max(below, key=lambda each: (each.grade, each.path == role.path), default=None)


def nearest_stated(framework: Framework, role: Role, competency: str) -> Expectation | None:
    """The expectation of the role nearest in grade of which a competency asks something; the same path, then the lower grade first."""
    stated = [each for each in framework.roles.values() if each.id != role.id and _stated(framework, each, competency)]
    nearest = min(stated, key=lambda each: (abs(each.grade - role.grade), each.path != role.path, each.grade), default=None)
    return framework.expectation(nearest.id, competency) if nearest else None


def _lowest(framework: Framework, competency: str, roles: Iterable[Role]) -> Role | None:
    return min((each for each in roles if _stated(framework, each, competency)), key=lambda each: each.grade, default=None)


def _stated(framework: Framework, role: Role, competency: str) -> bool:
    return asks(framework, framework.expectation(role.id, competency))
