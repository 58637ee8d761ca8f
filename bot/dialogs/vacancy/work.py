"""The job description at hand: its draft, framework and role, and what is to be saved of it after this turn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.presses import noted
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.framework.closest import closest
from bot.framework.model import Framework, Role
from bot.people.records import Record
from bot.people.zones import known_zone
from bot.phrases.en import vacancy as say
from bot.understanding.reading import Intent, Reading
from bot.vacancies.before import remembered
from bot.vacancies.checks import Finding, Wording, findings
from bot.vacancies.draft import Draft, key
from bot.vacancies.grading import graded, rubric
from bot.vacancies.header import TITLE, shown

NAME = "vacancy"
WAS = "was."  # before the id of a field: a mark of what it held when the card was drawn
MOST_DRAFTS = 40
PLAINLY = 2.7  # from this score the framework speaks so plainly of a duty that its grade may be held against it
UNDONE_FOR = 24 * 3600.0  # what was deleted can be had back so long


@dataclass(frozen=True, slots=True)
class Case:
    """One draft of whoever asks, as it is on record or as this turn changes it."""

    asked: Asked
    record: Record[Draft]

    @property
    def body(self) -> Draft:
        """The draft."""
        return self.record.body

    @property
    def framework(self) -> Framework:
        """Its framework, where that is still known."""
        return self.asked.library.frameworks.get(self.body.framework, self.asked.framework)

    @property
    def role(self) -> Role | None:
        """Its role; None where the framework no longer has it."""
        return self.framework.roles.get(self.body.role) if self.body.framework == self.framework.id else None

    @property
    def name(self) -> str:
        """What it is called in a list."""
        role = self.role
        title = shown(self.framework, self.body, TITLE)
        return say.title(" ".join(title.split()), role) if role else title or say.TITLE

    def focus(self, step: str) -> Focus:
        """What the next words may be meant for."""
        return Focus(NAME, self.record.id, step, self.asked.turn.now.timestamp())

    def with_body(self, body: Draft) -> "Case":
        """The same with another body."""
        return replace(self, record=replace(self.record, body=body))

    def move(self, name: str, row: str = "", **given: str) -> Move:
        """A button of its cards."""
        return Move(NAME, name, self.record.id, row, self.record.version, self.asked.turn.new_id(), tuple(given.items()))

    def findings(self) -> tuple[Finding, ...]:
        """What is worth another look."""
        return findings(self.framework, self.body, self._weighs, self._hears)

    def _weighs(self, text: str) -> tuple[int, str] | None:
        """The lowest grade that does what some words say, and the framework's words for it; None where they may fit the role as well."""
        found = self.asked.reader.find(Reading(self.framework.id, Intent.FIND_GRADE, said=text))
        if found.range is None:
            return None
        lowest = found.range[0]
        of_lowest = (each for each in found.matches if self.framework.roles[each.role].grade == lowest)
        match = next((each for each in of_lowest if each.score >= PLAINLY), None)
        near = closest(self.framework, self.framework.expectation(match.role, match.competency), text) if match else ()
        return (lowest, near[0].statement.text) if near and self._above(text) else None

    def _above(self, text: str) -> bool:
        """Whether the grading of a duty leaves the role's grade out as well."""
        role, framework = self.role, self.framework
        by = rubric(framework, self.asked.reader.grading)
        found = graded(by, [text], lambda words: self.asked.reader.speaks_of(words, framework.id))
        return role is not None and found.levels.span[0] > role.grade

    def _hears(self, text: str) -> tuple[Wording, ...]:
        return tuple(Wording(each.words, each.instead, each.why) for each in self.asked.reader.off_putting.found(text))


def stored(before: Case, after: Case, move: Move | None = None) -> tuple[Case, tuple[Record[Draft], ...]]:
    """The case as it is after this turn, and what is to be saved: nothing where nothing changed. What changes is no longer finished."""
    if after.body == before.body:
        return after, ()
    of_content = (before.body.with_(step="", done=None), after.body.with_(step="", done=None))
    body = after.body.with_(done=None) if of_content[0] != of_content[1] and after.body.done == before.body.done else after.body
    kept = remembered(before.body, body)
    record = replace(after.record, body=kept.with_(presses=noted(kept.presses, move)))
    return replace(after, record=replace(record, version=record.version + 1)), (record,)


def find(asked: Asked, id_: str) -> Case | None:
    """The draft of that id, where this person has it and did not delete it."""
    record = asked.turn.records.find(Draft, id_) if id_ else None
    return Case(asked, record) if record and record.body.deleted is None else None


def held(asked: Asked) -> tuple[Case, ...]:
    """Every draft there is, the one that was changed last first."""
    found = [each for each in asked.turn.records.all(Draft) if each.body.deleted is None]
    return tuple(Case(asked, each) for each in sorted(found, key=lambda each: (each.saved, each.body.begun), reverse=True))


def day_of(case: Case, moment: float) -> str:
    """When a draft was begun or finished, in words."""
    zone = known_zone(case.asked.turn.zone) or UTC
    return say.state(datetime.fromtimestamp(moment, zone).date(), finished=case.body.done is not None)


def entered(move: Move, id_: str) -> str | None:
    """What a form enters for a field; None where it holds what it was drawn with, so that an old card takes back nothing newer."""
    given = dict(move.given)
    sent = given.get(id_)
    return None if sent is None or key(sent.strip()) == given.get(WAS + id_) else sent.strip()


def marks(fields: Mapping[str, str]) -> dict[str, str]:
    """The marks of what the fields of a form hold, to go with its buttons."""
    return {WAS + id_: key(value.strip()) for id_, value in fields.items()}


def in_place(reply: Reply) -> Reply:
    """The reply to a press: its card takes the place of the one that was pressed."""
    return replace(reply, replaces=reply.card is not None)


def gone() -> Reply:
    """A draft that is no longer there."""
    return Reply(say.GONE)
