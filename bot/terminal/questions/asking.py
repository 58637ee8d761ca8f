"""Going through the groups with whoever owns the framework: each proposal is taken, changed or left."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.framework.model import Framework
from bot.framework.sentences import Part
from bot.terminal.questions.proposing import Group, Proposal

MOST_SHOWN = 4
HOW = "y takes it, n leaves it, e changes it, q ends."
HOW_TO_CHANGE = (
    "Write what the question is about: a competency (`{competency}`), a topic (`topic {topic}`), "
    "a competency and the words that name it (`{competency} = {words}`), "
    "or a role and what people call it (`role {role} = {words}`). Empty leaves it."
)
_NAMED = re.compile(r"(?:(topic|role)\s+)?([a-z0-9-]+)(?:\s*=\s*(.+))?")
_KNOWN: Mapping[str | None, Callable[[Framework], tuple[Part, Mapping[str, object]]]] = {
    None: lambda framework: ("competencies", framework.competencies),
    "topic": lambda framework: ("topics", framework.topics),
    "role": lambda framework: ("roles", framework.roles),
}
Ask = Callable[[str], str]
Say = Callable[[str], object]


def gone_through(groups: Sequence[Group], library: Callable[[Group], Framework], ask: Ask, say: Say) -> Iterator[tuple[Group, Proposal]]:
    """Each group with what was agreed on for it; those that were left are not among them."""
    say(HOW)
    for number, group in enumerate(groups, 1):
        for line in told(group, number):
            say(line)
        answer = ask("[y/n/e/q] " if group.proposal else "[e/n/q] ").strip().lower()[:1]
        if answer == "q":
            return
        if answer == "y" and group.proposal:
            yield group, group.proposal
        elif answer == "e" and (changed := _changed(group, library(group), ask, say)):
            yield group, changed


def told(group: Group, number: int) -> Iterator[str]:
    """A group in some lines: how often, the questions, and what is proposed, with the reason."""
    causes = ", ".join(f"{cause} {often}" for cause, often in sorted(group.causes.items()))
    yield ""
    yield f"{number}. {group.framework}: asked {group.often} {'time' if group.often == 1 else 'times'} ({causes})"
    yield from (f"     “{words}”" for words in group.words[:MOST_SHOWN])
    if len(group.words) > MOST_SHOWN:
        yield f"     and {len(group.words) - MOST_SHOWN} more like these"
    yield (
        f"   {proposed(group.proposal)}" if group.proposal else "   Nothing in the framework comes close. Press e to say what it is about."
    )


def proposed(proposal: Proposal) -> str:
    """What is proposed, in a sentence."""
    if proposal.part == "roles":
        return f"Let “{proposal.words}” name the role `{proposal.id}`: {proposal.why}."
    if proposal.kind == "aliases":
        return f"Let “{proposal.words}” name `{proposal.id}`: {proposal.why}."
    about = "topic" if proposal.part == "topics" else "competency"
    return f"Let “{proposal.words}” be a question about the {about} `{proposal.id}`: {proposal.why}."


def _changed(group: Group, framework: Framework, ask: Ask, say: Say) -> Proposal | None:
    """What was written in place of the proposal; asked again until it names something there is."""
    example = group.proposal.words if group.proposal and group.proposal.kind == "aliases" else "the kitty"
    first = {"competency": next(iter(framework.competencies)), "topic": next(iter(framework.topics), "none"), "words": example}
    first["role"] = group.proposal.id if group.proposal and group.proposal.part == "roles" else next(iter(framework.roles))
    say("   " + HOW_TO_CHANGE.format(**first))
    while typed := ask("   about: ").strip():
        found = _read(typed, group, framework)
        if found is not None:
            return found
        say(f"   That names nothing. Competencies: {', '.join(framework.competencies)}. Roles, with words: {', '.join(framework.roles)}.")
    return None


def _read(typed: str, group: Group, framework: Framework) -> Proposal | None:
    named = _NAMED.fullmatch(typed)
    if named is None:
        return None
    kind, id_, words = named.groups()
    part, known = _KNOWN[kind](framework)
    if id_ not in known or (part == "roles" and not words):
        return None
    proposal = Proposal(part, id_, "asked_as", group.words[0], "you said so")
    return replace(proposal, kind="aliases", words=words.strip()) if words else proposal
