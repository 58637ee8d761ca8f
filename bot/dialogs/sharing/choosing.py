"""The form of a share, and the card after it: what the other would see, word for word, before anything is shared."""

from dataclasses import dataclass, replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Choice, Entry, Field, Line, People, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.sharing.basis import day, end_of_day, press, to_list
from bot.dialogs.sharing.things import EVIDENCE, Thing, options, things
from bot.phrases.en import planning, sharing
from bot.phrases.en import sharing as say
from bot.reviews.shares import LASTS, LONGEST_LINE, USUAL
from bot.understanding.reading import Intent, Reading

WHAT, WHO, CHOSEN, UNTIL, LINE, FIRST, HOW = "what", "who", "chosen", "until", "line", "first", "how"
BLIND, OPEN = "blind", "open"
PERSON, CODE = "person", "code"

MOST_WANTED, LONGEST_ID, LONGEST_SHOWN = 1_000, 100, 4_000
"""Characters of each field that are looked at: a longer one makes no sense, and would make the card too large to send."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says: the values of the choices, the person (an Entra object id), for how long, the line, and whether it is blind."""

    what: tuple[str, ...] = ()
    who: str = ""
    until: str = USUAL
    line: str = ""
    blind: bool = True

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """The same, for a button to carry."""
        first = BLIND if self.blind else OPEN
        return ((WHAT, ",".join(self.what)), (CHOSEN, self.who), (UNTIL, self.until), (LINE, self.line), (FIRST, first))


def wanted(move: Move) -> Wanted:
    """What a form or a button says; what makes no sense is left at what is usual."""
    what = tuple(part for part in move.field(WHAT)[:MOST_WANTED].split(",") if part)
    until = move.field(UNTIL)
    who = (move.field(WHO) or move.field(CHOSEN))[:LONGEST_ID]
    return Wanted(what, who, until if until in LASTS else USUAL, move.field(LINE)[:LONGEST_SHOWN], move.field(FIRST) != OPEN)


def chosen(asked: Asked, wish: Wanted) -> tuple[Thing, ...]:
    """The things that are to be shared, of those that are there."""
    return tuple(thing for thing in things(asked, blind=wish.blind) if thing.key in wish.what)


def form(asked: Asked, wish: Wanted | None = None, said: str = "") -> Reply:
    """The form, with what is wanted so far."""
    every, wish = options(asked), wish or Wanted()
    if not every:
        return nothing(asked)
    times = tuple(say.TIMES.items())
    fields: tuple[Field, ...] = (
        Choice(WHAT, say.WHAT, every, ",".join(wish.what), many=True),
        *_first(every, wish),
        People(WHO, say.WHO, wish.who),
        Choice(UNTIL, say.UNTIL, times, wish.until),
        Entry(LINE, say.LINE, wish.line, say.LINE_HINT),
    )
    text = said or say.FORM
    check = Move("share", "check")
    buttons = (Button(say.NEXT, replace(check, row=PERSON)), Button(say.BY_CODE, replace(check, row=CODE)), replace(to_list(), alone=True))
    return replace(answer(View(say.TITLE, text, fields=fields, buttons=buttons), text), focus=None)


def nothing(asked: Asked) -> Reply:
    """There is nothing to share."""
    ways = ((planning.ASSESS, Intent.START_ASSESSMENT), (planning.GO_BACK, Intent.SHOW_PLAN))
    buttons = tuple(Button(title, Ask(Reading(asked.framework.id, intent))) for title, intent in ways)
    view = View(say.TITLE, say.NOTHING_TO_SHARE, buttons=(*buttons, to_list()))
    return replace(answer(view, say.NOTHING_TO_SHARE), focus=None)


def nothing_waits(asked: Asked) -> Reply:
    """ "Send it", where nothing that could go to somebody is at hand."""
    ways = (Button(say.SHARE_MORE, Move("share", "form")), to_list()) if options(asked) else ()
    if not ways:
        return nothing(asked)
    return replace(answer(View(say.TITLE, say.NOTHING_WAITS, buttons=ways), say.NOTHING_WAITS), focus=None)


def check(asked: Asked, move: Move) -> Reply:
    """The form was sent: what they would see, or what is missing."""
    wish = wanted(move)
    by_code = move.row == CODE
    problem = fault(asked, wish, by_code=by_code)
    reply = form(asked, wish, problem) if problem else confirm(asked, wish, by_code=by_code)
    return replace(reply, replaces=True)


def fault(asked: Asked, wish: Wanted, *, by_code: bool) -> str:
    """What is wrong with what the form says; empty where nothing is."""
    if not chosen(asked, wish):
        return say.EVIDENCE_ALONE if EVIDENCE in wish.what else say.CHANGED if wish.what else say.CHOOSE_SOMETHING
    if len(wish.line) > LONGEST_LINE:
        return say.line_too_long(len(wish.line), LONGEST_LINE)
    if by_code:
        return ""
    if not wish.who:
        return say.CHOOSE_SOMEBODY
    if wish.who == asked.turn.person:
        return say.YOURSELF
    return "" if asked.turn.joints.met(wish.who) else say.NOT_MET


def confirm(asked: Asked, wish: Wanted, *, by_code: bool = False) -> Reply:
    """What they would see. The person can still be changed here, where the client shows who it is."""
    picked = chosen(asked, wish)
    evidence = len({item for thing in picked for item in thing.evidence}) if EVIDENCE in wish.what else None
    seen = [thing.told for thing in picked] + ([] if evidence is None else [say.sees_evidence(evidence)])
    until = say.lasts(day(asked, end_of_day(asked, LASTS[wish.until])))
    rules = (until, say.ONLY_LOOK, say.EACH_LOOK, *((say.CODE_RULES,) if by_code else ()))
    line = (say.line_told(wish.line),) if wish.line else ()
    share = press(asked, "make", given=(*wish.given, (HOW, CODE if by_code else PERSON)))
    buttons = (
        Button(say.MAKE_CODE if by_code else say.SHARE_IT, share),
        Button(say.CHANGE, Move("share", "form", given=wish.given), alone=True),
    )
    sections = (Section(lines=tuple(map(Line, seen))), Section(lines=tuple(map(Line, (*line, *rules)))))
    fields = () if by_code else (People(WHO, say.WHO, wish.who),)
    view = View(say.CONFIRM_TITLE, say.CONFIRM, sections, fields=fields, buttons=buttons)
    return replace(answer(view, f"{say.CONFIRM} {' '.join(seen)} {until}"), focus=None)


def again(asked: Asked, move: Move) -> Reply:
    """The form once more, as it was sent."""
    return replace(form(asked, wanted(move)), replaces=True)


def _first(every: tuple[tuple[str, str], ...], wish: Wanted) -> tuple[Choice, ...]:
    """Whether the other rates first: only where there is an assessment to share."""
    if not any(key.startswith("assessment:") for key, _ in every):
        return ()
    options_ = ((BLIND, sharing.BLIND), (OPEN, sharing.OPEN))
    return (Choice(FIRST, say.FIRST, options_, BLIND if wish.blind else OPEN),)
