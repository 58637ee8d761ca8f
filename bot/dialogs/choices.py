"""What somebody chose where a question could mean several roles or competencies: remembered for the conversation, and used again."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogs.turn import Memory
from bot.framework.model import Framework, Role
from bot.understanding.reading import Reading

MOST_KEPT = 12


def remembered(before: Memory, after: Memory, framework: Framework) -> Memory:
    """What is remembered after an answer: the choices so far, and the one that this question made."""
    kept = before.choices
    if before.last and after.last and before.last.framework == after.last.framework == framework.id:
        kept = _with(kept, _role_chosen(before.last, after.last, framework))
        kept = _with(kept, _competency_chosen(before.last, after.last))
    return replace(after, choices=kept)


def chosen_roles(roles: Sequence[Role], choices: Sequence[str]) -> tuple[Role, ...]:
    """The roles of one grade, or the one of them that was chosen before."""
    chosen = tuple(role for role in roles if role.id in choices)
    return chosen or tuple(roles)


def chosen_competencies(ids: Sequence[str], choices: Sequence[str]) -> tuple[str, ...]:
    """The competencies that a word may mean, or the one of them that was chosen before."""
    chosen = tuple(id_ for id_ in ids if id_ in choices)
    return chosen if len(chosen) == 1 else tuple(ids)


def _with(kept: tuple[str, ...], made: tuple[str, frozenset[str]] | None) -> tuple[str, ...]:
    """The choices with a new one, which takes the place of the others there were to choose from."""
    if made is None:
        return kept
    choice, offered = made
    return (*(id_ for id_ in kept if id_ not in offered), choice)[-MOST_KEPT:]


def _role_chosen(before: Reading, after: Reading, framework: Framework) -> tuple[str, frozenset[str]] | None:
    if len(after.roles) != 1 or after.roles[0] not in framework.roles:
        return None
    same_grade = frozenset(role.id for role in framework.roles_at(framework.roles[after.roles[0]].grade))
    both = framework.roles[after.roles[0]].grade in before.grades if not before.roles else same_grade <= set(before.roles)
    return (after.roles[0], same_grade) if both and len(same_grade) > 1 else None


def _competency_chosen(before: Reading, after: Reading) -> tuple[str, frozenset[str]] | None:
    offered = frozenset((*before.competencies, *before.also)) if before.also else frozenset()
    chosen = after.competencies[0] if len(after.competencies) == 1 and not after.also else ""
    return (chosen, offered) if chosen in offered else None
