"""What every part of the grading's conversation needs: the records, the duties graded, and what the next words may be meant for."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import grading as say
from bot.understanding.reading import Intent, Reading
from bot.vacancies.grading import Graded, Rubric, graded, rubric
from bot.vacancies.model import DutyGrading, GradingRecord

NAME = "grading"
FORM, RESULT, LIST = "form", "result", "list"
QUESTION = "question:"


def find(asked: Asked, id_: str) -> GradingRecord | None:
    """One grading of the person."""
    return asked.turn.records.find(DutyGrading, id_) if id_ else None


def every(asked: Asked) -> tuple[GradingRecord, ...]:
    """All of them, the newest first."""
    found = asked.turn.records.all(DutyGrading)
    return tuple(sorted(found, key=lambda each: (each.body.made, each.id), reverse=True))


def in_framework(asked: Asked, framework: str) -> Asked:
    """The same question put to another framework, where it is known."""
    if framework == asked.framework.id or framework not in asked.library.frameworks:
        return asked
    return replace(asked, reading=Reading(framework, Intent.FIND_GRADE))


def of_record(asked: Asked, record: GradingRecord) -> Asked:
    """The same question put to the framework of a grading."""
    return in_framework(asked, record.body.framework)


def known(asked: Asked, record: GradingRecord) -> bool:
    """Whether its framework is still there."""
    return record.body.framework in asked.library.frameworks


def rubric_of(asked: Asked) -> Rubric:
    """What the duties are held against."""
    return rubric(asked.framework, asked.reader.grading)


def worked_out(asked: Asked, body: DutyGrading) -> Graded:
    """The duties graded, with the answers so far."""
    framework = asked.framework.id
    return graded(rubric_of(asked), body.duties, lambda text: asked.reader.speaks_of(text, framework), body.answers)


def press(asked: Asked, move: str, record: GradingRecord | None = None, row: str = "") -> Move:
    """What a button carries that changes something: it counts once."""
    return Move(NAME, move, record.id if record else "", row, record.version if record else 0, asked.turn.new_id())


def look(move: str, record: GradingRecord | None = None, row: str = "") -> Move:
    """What a button carries that only shows something."""
    return Move(NAME, move, record.id if record else "", row)


def told(asked: Asked, view: View, text: str, record: str = "", step: str = "") -> Reply:
    """A reply of this dialog. The conversation's last question stands, and nothing of the duties is put in its place."""
    focus = Focus(NAME, record, step, asked.turn.now.timestamp()) if step else None
    return replace(answer(view, text), focus=focus, memory=asked.turn.memory)


def in_place(reply: Reply) -> Reply:
    """The same reply, in the place of the card that was pressed."""
    return replace(reply, replaces=reply.card is not None)


def gone(asked: Asked) -> Reply:
    """A grading that is no longer there."""
    return told(asked, View(say.TITLE, say.GONE, buttons=(anew(),)), say.GONE)


def anew() -> Button:
    """The way to grade other duties."""
    return Button(say.ANEW, look("new"))
