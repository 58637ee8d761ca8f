"""What is no fault of a framework and still worth a look by whoever owns it."""

from collections import Counter
from collections.abc import Collection, Iterator

from bot.framework.model import Framework


def doubts(framework: Framework, paired: Collection[str]) -> list[str]:
    """The doubts of a framework, a line each; `paired` are competencies that correspond to some of another framework."""
    found = (*_cells(framework), *_words(framework, paired), *_roles(framework), *_opportunities(framework))
    return [f"doubt: {line}" for line in found]


def _cells(framework: Framework) -> Iterator[str]:
    for competency in framework.competencies.values():
        cells = competency.expectations
        if all(cell.kind == "blank" for cell in cells.values()):
            yield f"{competency.name} says nothing of any role. Remove it, or fill it in."
        for role, cell in cells.items():
            if cell.kind == "unclear":
                yield f"{competency.name} for {role} is unclear: {' '.join(cell.notes)} Write what is meant, if you know it."


def _words(framework: Framework, paired: Collection[str]) -> Iterator[str]:
    for competency in framework.competencies.values():
        if competency.id not in paired and not (competency.aliases or competency.hints or competency.asked_as):
            yield f"{competency.name} is known by its name alone. Add how people call it to `aliases`, or pair it in crosswalk.yaml."


def _roles(framework: Framework) -> Iterator[str]:
    for (grade, title), count in Counter((role.grade, role.title) for role in framework.roles.values()).items():
        if count > 1:
            yield f"{count} roles are {title} at grade {grade}, so nobody can say which is theirs. Give each a title of its own."
    for grade in framework.grades:
        if not framework.roles_at(grade):
            yield f"No role has grade {grade}. Remove the grade, or add the role."


def _opportunities(framework: Framework) -> Iterator[str]:
    if framework.development is None:
        return
    for competency in framework.competencies.values():
        if not framework.opportunities_for(competency.id):
            yield f"Nothing is offered to develop {competency.name}. Add an opportunity, if there is one."
