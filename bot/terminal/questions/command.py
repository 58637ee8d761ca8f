"""The command: read the log, put it together, ask, write, and see that nothing else is read otherwise than before."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.assistants import make_assistant, read_institutions_of
from bot.dialogs.assistant import Assistant
from bot.framework.faults import KnowledgeError
from bot.framework.sentences import Sentence
from bot.framework.yaml_edit import CannotEdit
from bot.institutions.model import Institution
from bot.settings import CannotStart, Settings
from bot.storage.looking_into import look_into
from bot.storage.questions import Noted, noted, thumbs
from bot.terminal.questions.asking import Ask, Say, gone_through, told
from bot.terminal.questions.placing import Pen, place_of, sentences_of
from bot.terminal.questions.proposing import Group, Proposal, Thumbs, groups
from bot.terminal.questions.reading import Key, heard, read_right

STRUCK = "[…]"
MOST_CHANGES = 20
NOTHING = "Nothing was asked in vain that is not understood by now."
OFF = "The question log is off. Turn it on with ASSISTANT_QUESTION_LOG=true, or `question_log: true` of an institution."


@dataclass(frozen=True, slots=True)
class Asked:
    """One institution's assistant, and what it was asked in vain."""

    institution: Institution
    assistant: Assistant
    groups: tuple[Group, ...]


def read_log(settings: Settings) -> tuple[list[Noted], Thumbs]:
    """What is noted, and how answers were liked; the server may be running. Raises CannotStart."""
    password = settings.database_password.get_secret_value()
    return look_into(settings.database, password, lambda connection: (noted(connection), thumbs(connection)))


def asked_in_vain(settings: Settings, log: tuple[Sequence[Noted], Thumbs], only: str = "") -> list[Asked]:
    """The groups of each institution that has any. Raises CannotStart where there is none called `only`."""
    institutions = read_institutions_of(settings)
    if only and only not in {each.id for each in institutions.listed}:
        known = ", ".join(each.id for each in institutions.listed) or "none, for there is no file of institutions"
        raise CannotStart(f"There is no institution {only!r}. Known: {known}.")
    of_tenant, found = institutions.by_tenant(), []
    for institution in institutions.all:
        theirs = [each for each in log[0] if of_tenant.of(each.tenant) == institution]
        if theirs and only in ("", institution.id):
            assistant = make_assistant(settings, tenant=theirs[0].tenant)
            found.append(Asked(institution, assistant, tuple(groups(theirs, assistant, log[1]))))
    return [each for each in found if each.groups]


def as_json(asked: Sequence[Asked]) -> str:
    """The groups for a program."""
    return json.dumps([_told_plainly(each.institution, group) for each in asked for group in each.groups], ensure_ascii=False, indent=2)


def lines_of(asked: Sequence[Asked]) -> Iterator[str]:
    """The groups for a person who only looks."""
    for each in asked:
        if each.institution.name:
            yield f"{each.institution.name}:"
        for number, group in enumerate(each.groups, 1):
            yield from told(group, number)


def teach(settings: Settings, asked: Asked, ask: Ask, say: Say) -> None:
    """Go through an institution's groups, write what was agreed on, and see that all else is read as before."""
    library, pen = asked.assistant.library, Pen()
    agreed = list(gone_through(asked.groups, lambda group: library.frameworks[group.framework], ask, say))
    before = read_right(asked.assistant) if agreed else {}
    written = [each for each in agreed if _is_written(settings, asked.institution, each, pen, say)]
    if not written:
        say("Nothing was written.")
        return
    say("Reading everything again with what is new ...")
    try:
        after = make_assistant(settings, tenant=asked.groups[0].tenant)
    except KnowledgeError as error:
        pen.take_back()
        say(f"That cannot be, so all of it was taken back:\n{error}")
        return
    _settle([*_not_learnt(written, after), *_lost(before, read_right(after))], pen, ask, say)


def _is_written(settings: Settings, institution: Institution, agreed: tuple[Group, Proposal], pen: Pen, say: Say) -> bool:
    group, proposal = agreed
    place = place_of(settings, institution, group.framework, proposal)
    try:
        pen.add(place, proposal.words)
    except CannotEdit as reason:
        say(f"{place.file}: {reason}")
        return False
    if STRUCK not in group.words[0]:
        pen.note(sentences_of(settings, institution, group.framework), _sentence(group, proposal))
    return True


def _sentence(group: Group, proposal: Proposal) -> Sentence:
    about = {proposal.part: (proposal.id,)}
    return Sentence(group.words[0], group.framework, **about)


def _settle(changed: Sequence[str], pen: Pen, ask: Ask, say: Say) -> None:
    """Tell what changed beside what was taught; if anything did, it is only kept where somebody says so."""
    for line in changed[:MOST_CHANGES]:
        say(f"   {line}")
    if len(changed) > MOST_CHANGES:
        say(f"   and {len(changed) - MOST_CHANGES} more")
    if changed and not ask("Keep it all the same? [y/n] ").strip().lower().startswith("y"):
        pen.take_back()
        say("All of it was taken back.")
        return
    kept = "" if changed else "Every other question that is written down is read as well as before. "
    say(f"{kept}Written: {', '.join(map(str, pen.files))}. Start the assistant anew, and it knows.")


def _not_learnt(written: Sequence[tuple[Group, Proposal]], after: Assistant) -> Iterator[str]:
    """What was taught, and is not read so."""
    for group, proposal in written:
        if proposal.id not in heard(after, group.words[0], group.framework)[proposal.part]:
            yield f"“{group.words[0]}” is still not read as being about `{proposal.id}`."


def _lost(before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[str]:
    """What was read right before, and is not any more."""
    for (framework, words), about in before.items():
        if (framework, words) not in after:
            yield f"“{words}” ({framework}) is no longer read as being about `{about}`."


def _told_plainly(institution: Institution, group: Group) -> dict[str, object]:
    proposal = group.proposal
    return {
        "institution": institution.id,
        "framework": group.framework,
        "often": group.often,
        "causes": dict(group.causes),
        "weighs": round(group.weighs, 2),
        "questions": list(group.words),
        "proposal": None
        if proposal is None
        else {"part": proposal.part, "id": proposal.id, "kind": proposal.kind, "words": proposal.words, "why": proposal.why},
    }


def questions(settings: Settings, only: str, *, dry_run: bool, as_json_: bool) -> None:
    """What the command does. Raises CannotStart."""
    asked = asked_in_vain(settings, read_log(settings), only)
    if as_json_:
        sys.stdout.write(as_json(asked) + "\n")
        return
    if not asked:
        on = any(each.rules.retention.questions for each in read_institutions_of(settings).all)
        sys.stdout.write((NOTHING if on else OFF) + "\n")
    elif dry_run:
        sys.stdout.write("\n".join(lines_of(asked)) + "\n")
    else:
        for each in asked:
            teach(settings, each, _ask, lambda line: sys.stdout.write(f"{line}\n"))


def _ask(sign: str) -> str:
    """A line of the person at the terminal; what ends the input ends the questions."""
    sys.stdout.write(sign)
    sys.stdout.flush()
    return sys.stdin.readline() or "q"
