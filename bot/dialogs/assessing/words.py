"""Words said while an assessment waits for them: a mark, a step, a change, a row of one's own, evidence. Questions are left alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.assessment.marking import row_before
from bot.assessment.model import Row
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import adding, asking, history, result, start, steps
from bot.dialogs.assessing.answers import Taken, given_mark, with_words
from bot.dialogs.assessing.as_before import as_before
from bot.dialogs.assessing.at_result import at_result
from bot.dialogs.assessing.naming import row_named
from bot.dialogs.assessing.work import DELETED, INTRO, LIST, PAUSED, RESULT, ROW, ROWS, SETTLED, SURE, Work, find
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import assessing as say
from bot.understanding.marks import Change, Marks, reason
from bot.understanding.reading import ANSWERED, Intent, Outcome, Understood
from bot.understanding.spoken import Lead, Spoken, Way

STALE = 24 * 3600.0  # seconds; what was asked longer ago may be forgotten, so only what is surely meant for it is taken
FEW_WORDS = 8  # so many words may be a command to the assistant; more, and in the first person, tell what somebody does
LEAST_WORDS = 2  # a single word is no evidence
_TOLD = {
    Intent.OUT_OF_SCOPE,
    Intent.SHARE,
    Intent.TEAM_OVERVIEW,
    Intent.SUCCESSION,
    Intent.JOB_DESCRIPTION,
    Intent.GREETING,
    Intent.LOG_EVIDENCE,
}
COMMANDS = frozenset(Intent) - ANSWERED - _TOLD  # what somebody does at work may sound like one of these, so it is none
_AT_ROW: Mapping[Way, Callable[[Work, Row], Reply]] = {
    "skip": steps.skip,
    "back": steps.back,
    "as_before": as_before,
    "attach": steps.attach,
    "go_on": asking.ask,
}
_WHILE_OPEN: Mapping[Way, Callable[[Work], Reply]] = {
    "finish_now": steps.finish,
    "done": steps.done,
    "rows": asking.all_rows,
    "later": asking.pause,
}


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed, with the assessment and, where one waits, the row that it may be meant for."""

    work: Work
    focus: Focus
    text: str
    read: Callable[[], Outcome]

    @property
    def spoken(self) -> Spoken:
        """What people say."""
        return self.work.asked.reader.spoken

    @property
    def row(self) -> Row | None:
        """The row that waits."""
        step = self.focus.step
        return self.work.body.row(step.removeprefix(ROW)) if step.startswith(ROW) else None

    @property
    def just_saved(self) -> bool:
        """Whether the row was asked in the turn that saved the one before, and nothing else was talked of since."""
        row, last = self.row, self.work.asked.turn.memory.last
        if row is None or self.work.record.saved < self.focus.since:
            return False
        return not row.competencies or (last is not None and last.competencies == row.competencies and last.roles == (self.work.body.role,))

    @property
    def stale(self) -> bool:
        """Whether the question is more than a day old."""
        return self.work.asked.turn.now.timestamp() - self.focus.since > STALE


def hears(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to words that are meant for the assessment; None for all others."""
    old = asked.turn.now.timestamp() - focus.since > STALE
    if focus.step.startswith(INTRO):
        return None if old else start.hears(asked, focus, text, read())
    if focus.step == LIST:
        return None if old else _listed(asked, text)
    if focus.step == SURE:
        return None if old else history.sure(asked, focus, text)
    if focus.step == DELETED:
        return history.undone_in_words(asked, focus, text)
    work = find(asked, focus.record)
    if work is None or not work.stands:
        return None
    words = Words(work, focus, text, read)
    steps_ = (_own_row, _way, _named_row, _taken_back, _mark, _change, _evidence_for, _reason_before, _statement)
    return next((reply for step in steps_ if (reply := step(words)) is not None), None)


def _listed(asked: Asked, text: str) -> Reply | None:
    """Words under the list: to go on with the one that is not finished, or one of the list."""
    open_ = start.unfinished(asked)
    return start.go_on(open_) if open_ and asked.reader.spoken.is_("go_on", text) else history.heard(asked, text)


def _way(words: Words) -> Reply | None:
    work, row, spoken, text = words.work, words.row, words.spoken, words.text
    if row is not None:
        for way, by_row in _AT_ROW.items():
            if spoken.is_(way, text):
                return by_row(work, row)
    if words.focus.step not in {PAUSED, SETTLED}:
        for way, anywhere in _WHILE_OPEN.items():
            if spoken.is_(way, text) and not (way == "later" and words.focus.step == RESULT):
                return anywhere(work)
    if words.focus.step == PAUSED and not words.stale and spoken.is_("rows", text):
        return asking.all_rows(work)
    return _elsewhere(words)


def _elsewhere(words: Words) -> Reply | None:
    """Words on no row in particular."""
    work, spoken, text, step = words.work, words.spoken, words.text, words.focus.step
    if step in {PAUSED, ROWS} and spoken.is_("go_on", text):
        return start.go_on(work)
    if step == ROWS and not words.stale and spoken.is_("back", text):
        return start.go_on(work)
    if spoken.is_("delete", text):
        return history.ask_to_delete(work)
    if spoken.is_("history", text):
        return history.listed(work.asked)
    return at_result(work, text) if step in {RESULT, SETTLED} and not words.stale else None


def _named_row(words: Words) -> Reply | None:
    """A row to take in, or to go to."""
    leads: tuple[Lead, ...] = ("take_in", "open_row")
    for lead in leads:
        named = words.spoken.after(lead, words.text)
        row = row_named(words.work, named) if named else None
        if row is not None:
            return steps.take_in(words.work, row) if row.aside else asking.ask(words.work, row)
    return None


def _own_row(words: Words) -> Reply | None:
    name = words.spoken.after("own_row", words.text)
    return None if name is None else adding.add(words.work, name, f"own-{words.work.asked.turn.new_id()}")


def _change(words: Words) -> Reply | None:
    """A mark for a row that is named, or for the one before: "change budgets to 8", "make it 6"."""
    change = Marks(words.spoken, words.work.scale[0]).change(words.text)
    row = _changed(words, change) if change else None
    if change is None or row is None:
        return None
    taken = given_mark(words.work, row, change.mark)
    if taken.problem or (words.row is not None and words.row.id == row.id):
        return steps.answered(row, taken)
    if words.row is not None and words.row.open:
        return asking.ask(taken.work, words.row, taken.said)
    return steps.onwards(taken.work, row.id, taken.said)


def _changed(words: Words, change: Change) -> Row | None:
    named = row_named(words.work, change.words)
    if named is not None or not words.spoken.corrects(words.text, change.words) or words.row is None:
        return named
    before = row_before(words.work.body, words.row)
    return before if before and before.mark is not None else None


def _taken_back(words: Words) -> Reply | None:
    """A mark that stands instead of the one saved just before: "sorry, I meant 6"."""
    row = words.row
    before = row_before(words.work.body, row) if row is not None and row.open and words.just_saved else None
    mark = Marks(words.spoken, words.work.scale[0]).taken_back(words.text) if before and before.mark is not None else None
    if row is None or before is None or mark is None:
        return None
    taken = given_mark(words.work, before, mark)
    return steps.answered(before, taken) if taken.problem else asking.ask(taken.work, row, taken.said)


def _mark(words: Words) -> Reply | None:
    row, mark = words.row, Marks(words.spoken, words.work.scale[0]).heard(words.text)
    if mark is None or _asked_which_grade(words):
        return None
    if row is None:
        return asking.all_rows(words.work, say.WHICH_ROW) if words.focus.step == ROWS and not words.stale else None
    named = row_named(words.work, mark.rest.removeprefix("for ")) if mark.rest else None
    if named is not None:
        mark, row = replace(mark, rest=""), named
    taken = given_mark(words.work, row, mark)
    if named is not None and words.row is not None and named.id != words.row.id and words.row.open and not taken.problem:
        return asking.ask(taken.work, words.row, taken.said)
    return steps.answered(row, taken)


def _asked_which_grade(words: Words) -> bool:
    """Whether a bare number answers a question that was asked in between: for which grade."""
    last = words.work.asked.turn.memory.last
    return last is not None and not last.grades and not last.roles and last.intent in ANSWERED and not words.work.asked.own_roles


def _evidence_for(words: Words) -> Reply | None:
    """Evidence for a row that is named: "budgets: I hold the card of the lab"."""
    name, colon, text = words.text.partition(":")
    row = row_named(words.work, name) if colon and text.strip() and not words.stale else None
    if row is None:
        return None
    taken = with_words(Taken(words.work), row, text.strip())
    if words.row is not None and words.row.id != row.id and not taken.problem:
        return asking.ask(taken.work, words.row, taken.said)
    return steps.answered(row, taken) if words.row is not None or taken.problem else result.show(taken.work, taken.said)


def _reason_before(words: Words) -> Reply | None:
    """The reason for the mark saved just before: "because I run the rota"."""
    row, told = words.row, reason(words.spoken, words.text)
    before = row_before(words.work.body, row) if row is not None and row.open and words.just_saved else None
    if row is None or before is None or before.mark is None or not told:
        return None
    taken = with_words(Taken(words.work), before, told)
    return steps.answered(before, taken) if taken.problem else asking.ask(taken.work, row, taken.said)


def _statement(words: Words) -> Reply | None:
    """Words that tell what the person does are evidence of the row that waits; a word that is no mark is asked about."""
    row = words.row
    if row is None or words.stale or words.spoken.asks(words.text):
        return None
    alone = len(words.text.split()) < LEAST_WORDS
    if not (words.spoken.tells(words.text) and not alone) and not _for_nobody_else(words, row):
        return None
    if _commands(words):
        return None
    if alone:
        return asking.ask(words.work, row, say.no_number(words.text, words.work.scale[0]))
    return steps.answered(row, with_words(Taken(words.work), row, words.text.strip()))


def _for_nobody_else(words: Words, row: Row) -> bool:
    """Whether the words mean nothing as a question, and the row still waits for a mark."""
    return row.mark is None and not isinstance(words.read(), Understood)


def _commands(words: Words) -> bool:
    """Whether a short message asks for something else that the assistant does."""
    outcome = words.read()
    return len(words.text.split()) <= FEW_WORDS and isinstance(outcome, Understood) and outcome.reading.intent in COMMANDS
