"""The words that are meant for a grading: duties, the letter or the words of an answer, and the short orders."""

from collections.abc import Callable

from bot.cards.view import Button
from bot.dialogs.asked import Asked
from bot.dialogs.grading import asking, forms
from bot.dialogs.grading.answering import answered, taken_back, waiting
from bot.dialogs.grading.basis import FORM, LIST, QUESTION, every, find, known, look, of_record
from bot.dialogs.grading.changing import SURE, ask_to_delete, deleted
from bot.dialogs.grading.opening import MOST_LISTED, opened, pasted
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import grading as say
from bot.understanding.orders import Order
from bot.understanding.reading import Intent, Outcome, Understood
from bot.vacancies.model import GradingRecord
from bot.vacancies.scales import Option, Scale

LASTS = 24 * 3600.0  # an older question is no longer waited for
PLAINLY, AHEAD = 1.0, 1.2  # words are an answer if they speak of it so much, and so much more than of the next
LONGEST_SAID = 40  # an answer has so many words at most
_TELLS = frozenset({Intent.FIND_GRADE, Intent.EXPECTATIONS, Intent.OUT_OF_SCOPE, Intent.SET_PROFILE})


def hears(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to words about the grading at hand; None where they mean something else."""
    words = asked.reader.grading
    record = find(asked, focus.record)
    if asked.turn.now.timestamp() - focus.since > LASTS or words.duties(text) or words.wants_the_last(text):
        return None
    if words.wished(text):
        return opened(asked, record) if record and words.wants_it(text) else None
    if record is None:
        return _before_one(asked, focus, text, read)
    order = words.order(text)
    if focus.step == SURE:
        return _sure(asked, record, order)
    if focus.step.startswith(QUESTION):
        told = _answer(asked, record, focus.step.removeprefix(QUESTION), text, read)
        if told is not None:
            return told
    return _ordered(asked, record, order)


def way_back(asked: Asked, focus: Focus) -> Button | None:
    """The way back to the question that waits."""
    record = find(asked, focus.record) if focus.step.startswith(QUESTION) else None
    return Button(say.BACK_TO_QUESTION, look("open", record)) if record else None


def _before_one(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """Words with no grading at hand: in the form, or under the list."""
    if focus.step == FORM:
        return _of_form(asked, text, read)
    return _of_list(asked, asked.reader.grading.order(text)) if focus.step == LIST else None


def _of_list(asked: Asked, order: Order | None) -> Reply | None:
    """The number of one of the list."""
    held = every(asked)[:MOST_LISTED]
    at = order.number if order is not None and order.name == "choose" and order.number else 0
    return opened(asked, held[at - 1]) if 0 < at <= len(held) else None


def _of_form(asked: Asked, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """After the form, what tells a duty is one; a question or another wish is answered as always."""
    duties = asked.reader.grading.lines(text)
    if asked.reader.grading.order(text) is not None:  # there is no question yet that it could answer
        return forms.empty(asked, say.NOTHING_IN_IT)
    if not duties or asked.reader.spoken.asks(text) or asked.reader.keeping.kept(text) or _elsewhere(read()):
        return None
    return pasted(asked, duties) if all(len(each.split()) > 1 for each in duties) else None


def _elsewhere(outcome: Outcome) -> bool:
    """Whether a message is plainly meant for something else."""
    return isinstance(outcome, Understood) and outcome.reading.intent not in _TELLS


def _sure(asked: Asked, record: GradingRecord, order: Order | None) -> Reply | None:
    match order.name if order else "":
        case "yes" | "delete":
            return deleted(asked, record)
        case "none" | "back" | "show":
            return opened(asked, record)
    return None


def _ordered(asked: Asked, record: GradingRecord, order: Order | None) -> Reply | None:
    """A short order about the grading."""
    match order.name if order else "":
        case "back":
            return taken_back(asked, record)
        case "lines":
            return forms.change(of_record(asked, record), record)
        case "each":
            return asking.lines(of_record(asked, record), record, 0) if known(asked, record) else opened(asked, record)
        case "show" | "none" | "unsure":
            return opened(asked, record)
        case "delete":
            return ask_to_delete(asked, record)
    return None


def _answer(asked: Asked, record: GradingRecord, name: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """An answer by its letter, by its words, or that none fits; asked once more where it is not plain which."""
    scale = waiting(asked, record, name) if known(asked, record) else None
    order = asked.reader.grading.order(text)
    if scale is None:
        return None
    if order is not None:
        return _by_order(asked, record, scale, order)
    if len(text.split()) > LONGEST_SAID or asked.reader.spoken.asks(text) or text.rstrip().endswith("?"):
        return None
    option = _meant(asked, record, scale, text)
    if option is not None and not asked.reader.keeping.kept(text):
        return answered(asked, record, scale, option.id, said=say.taken(scale.options.index(option), option.statement.text))
    return None if _elsewhere(read()) else _once_more(asked, record)


def _by_order(asked: Asked, record: GradingRecord, scale: Scale, order: Order) -> Reply | None:
    if order.name == "none":
        return answered(asked, record, scale, asking.NONE)
    if order.name == "unsure":
        return answered(asked, record, scale, asking.UNSURE)
    if order.name != "choose" or order.number is None:
        return None
    chosen = scale.options[order.number - 1] if 0 < order.number <= len(scale.options) else None
    return answered(asked, record, scale, chosen.id) if chosen else _once_more(asked, record)


def _once_more(asked: Asked, record: GradingRecord) -> Reply:
    return opened(asked, record, say.WHICH)


def _meant(asked: Asked, record: GradingRecord, scale: Scale, text: str) -> Option | None:
    """The answer that some words speak of plainly, and more than of any other."""
    spoken = asked.reader.speaks_of(text, of_record(asked, record).framework.id)
    if spoken.weakly:
        return None
    scores = []
    for option in scale.options:
        cells = {(cell.role, cell.competency) for cell in option.cells}
        scores.append(max((match.score for match in spoken.matches if (match.role, match.competency) in cells), default=0.0))
    ranked = sorted(scores, reverse=True)
    if not ranked or ranked[0] < PLAINLY or (len(ranked) > 1 and ranked[0] < AHEAD * ranked[1]):
        return None
    return scale.options[scores.index(ranked[0])]
