"""An answer to one of the questions, pressed or said: it counts once, takes the place of the one before, and can be taken back."""

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.grading.asking import NONE, SEPARATOR, UNSURE
from bot.dialogs.grading.basis import find, gone, in_place, known, of_record, rubric_of, worked_out
from bot.dialogs.grading.opening import opened, saved
from bot.dialogs.presses import noted, seen
from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from bot.vacancies.grading import scale_named
from bot.vacancies.model import Answer, GradingRecord
from bot.vacancies.scales import Scale


def answer_pressed(asked: Asked, move: Move) -> Reply:
    """An answer was pressed, on this card or an old one."""
    record = find(asked, move.record)
    if record is None:
        return in_place(gone(asked))
    name, _, chosen = move.row.partition(SEPARATOR)
    scale = waiting(asked, record, name) if known(asked, record) else None
    if scale is None or seen(record.body.presses, move):
        return in_place(opened(asked, record))
    return in_place(answered(asked, record, scale, chosen, move=move))


def answered(asked: Asked, record: GradingRecord, scale: Scale, chosen: str, *, move: Move | None = None, said: str = "") -> Reply:
    """An answer: the role of a statement, none of those shown, or that somebody is not sure. `said` is what it was taken as."""
    every = next(each for each in rubric_of(of_record(asked, record)).scales if each.name == scale.name)
    option = every.option(chosen)
    if option is None and chosen not in (NONE, UNSURE):
        return opened(asked, record)
    shown = tuple(each.id for each in scale.options)
    answer = Answer(scale=scale.name, role=option.id if option else "", shown=shown, unsure=chosen == UNSURE)
    body = record.body.answered(answer)
    if body == record.body:
        return opened(asked, record)
    after = record.with_(answers=body.answers, presses=noted(record.body.presses, move))
    return saved(asked, after, said)


def take_back(asked: Asked, move: Move) -> Reply:
    """The last answer is taken back."""
    record = find(asked, move.record)
    if record is None or seen(record.body.presses, move):
        return in_place(gone(asked) if record is None else opened(asked, record))
    return in_place(taken_back(asked, record, move))


def taken_back(asked: Asked, record: GradingRecord, move: Move | None = None) -> Reply:
    """The same, said or pressed: its question is asked again."""
    if not record.body.answers:
        return opened(asked, record, say.NO_ANSWER_YET)
    return saved(asked, record.with_(answers=record.body.answers[:-1], presses=noted(record.body.presses, move)))


def waiting(asked: Asked, record: GradingRecord, name: str) -> Scale | None:
    """A scale with the answers that are shown for it now; None where the framework has no such scale."""
    asked = of_record(asked, record)
    rest = tuple(each for each in record.body.answers if each.scale != name)
    found = worked_out(asked, record.body.with_(answers=rest))
    return scale_named(rubric_of(asked), name, found.levels)
