"""The plan as it is shown: three entries at a time by date, and one entry as a whole."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.cards.view import Entry as Field
from bot.development.plan import Entry, PlanEntry
from bot.dialogs.asked import Asked
from bot.dialogs.planning import basis
from bot.dialogs.planning.basis import column_name, columns, entries, focus, look, of_entry, press, told
from bot.dialogs.planning.serving import role_of
from bot.dialogs.planning.widths import fitted
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.phrases.en import planning as say
from bot.phrases.en.names import clipped, inside, listed

PAGE = 3
_DETAIL = 160


def plan(asked: Asked, start: int = 0, lead: str = "", only: tuple[Entry, ...] | None = None) -> Reply:
    """The plan from an entry on. `lead` is said before it; `only` are the entries that were asked for."""
    every = entries(asked)
    kept = every if only is None else only
    start = start if 0 <= start < len(kept) else 0
    shown = kept[start : start + PAGE]
    text = f"{lead} {_told(asked, every)}".strip()
    rows = tuple(_row(asked, every.index(entry) + 1, entry) for entry in shown)
    more = (Button(say.MORE, look("show", row=str(start + PAGE))),) if len(kept) > start + PAGE and only is None else ()
    page = (Section(lines=(Line(say.page(start + 1, start + len(shown), len(kept))),)),) if len(kept) > PAGE else ()
    buttons = (*more, Button(say.ADD, look("begin")), Button(say.WORD, Move("files", "offer", row="plan")))
    view = View(say.TITLE, text, page, say.OPEN_ONE, rows, buttons=buttons)
    return told(view, f"{text} {_listed(asked, shown)}", waits=focus(asked, "", f"list:{start}"))


def _told(asked: Asked, every: tuple[Entry, ...]) -> str:
    day = basis.today(asked.turn)
    open_ = [entry for entry in every if entry.body.open]
    return say.plan(len(open_), sum(entry.body.overdue(day) for entry in every), sum(entry.body.status == "done" for entry in every))


def _listed(asked: Asked, shown: tuple[Entry, ...]) -> str:
    day = basis.today(asked.turn)
    return " ".join(f"{basis.title(each)}: {inside(say.by(each.body.date, day, open_=each.body.open))}." for each in shown)


def _row(asked: Asked, number: int, entry: Entry) -> Row:
    body = entry.body
    parts = [say.by(body.date, basis.today(asked.turn), open_=body.open), say.STATUSES[body.status]]
    parts += [clipped(body.activity, _DETAIL)] if body.objective and body.activity else []
    return Row(say.numbered(number, basis.title(entry)), look("open", entry.id), " · ".join(parts))


def entry_card(asked: Asked, entry: Entry, lead: str, *, saved: bool = False, asks: str = "") -> Reply:
    """One entry as a whole, under what is said first. `saved` says that it is to be stored as it is here.

    `asks` is a column to be asked for right there. An entry by which nobody could tell whether it worked is asked about once.
    """
    if not asks and saved and weak(asked, entry.body):
        entry, asks, lead = entry.with_(nudged=True), "difference", f"{lead} {say.NUDGE}"
    asked, stored = of_entry(asked, entry), entry
    entry = replace(entry, version=entry.version + 1) if saved else entry
    fields = (Field(asks, column_name(asked.framework, asks), getattr(entry.body, asks), long=True),) if asks else ()
    was = f"{asks}={digest(getattr(entry.body, asks))}" if asks else ""
    save = (Button(say.SAVE, press(asked, "save", entry, given=(("was", was),))),) if asks else ()
    view = View(
        basis.title(entry),
        lead,
        (Section(lines=_lines(asked, entry.body, asks)), *_quote(asked, entry.body)),
        source=entry.body.source if entry.body.quote else "",
        rows=(Row(say.GO_BACK, look("show")),),
        buttons=(*save, *_buttons(asked, entry, asks)),
        fields=fields,
    )
    waits = focus(asked, entry.id, f"only-{asks}" if asks else "entry")
    return told(view, f"{lead} {basis.title(entry)}.".strip(), waits=waits, saves=(stored,) if saved else ())


def weak(asked: Asked, body: PlanEntry) -> bool:
    """Whether nobody could tell whether it worked, and they were not asked yet."""
    asked_before = body.nudged or body.difference or not body.open
    return not asked_before and bool(body.opportunity or asked.reader.planning.vague(body.title))


def _lines(asked: Asked, body: PlanEntry, without: str) -> tuple[Line, ...]:
    texts = fitted({id_: getattr(body, id_) for id_ in ("objective", "activity", "difference", "support", "learnt")})
    names = columns(asked.framework)
    lines = [
        Line(texts[id_], _label(names[id_][0]))
        for id_ in ("objective", "activity", "difference", "support")
        if texts[id_] and id_ != without
    ]
    lines.append(Line(say.by(body.date, basis.today(asked.turn), open_=body.open), _label(names["date"][0])))
    if body.heard and body.heard != body.date:
        lines.append(Line(say.date(body.heard), say.DATE_TO_CONFIRM))
    lines.append(Line(say.STATUSES[body.status], say.STATUS))
    known = [asked.framework.competencies[id_].short for id_ in body.competencies if id_ in asked.framework.competencies]
    lines += [Line(listed(known), say.COMPETENCY)] if known else []
    role = role_of(asked.framework, body)
    lines += [Line(say.serves(role, higher=body.serves == "higher"), say.SERVES)] if role else []
    return (*lines, *((Line(texts["learnt"], say.LEARNT),) if texts["learnt"] and without != "learnt" else ()))


def _label(name: str) -> str:
    """The name of a column before what stands in it; some are questions."""
    return name.rstrip("?")


def _quote(asked: Asked, body: PlanEntry) -> tuple[Section, ...]:
    role = role_of(asked.framework, body)
    return (Section(say.expected(role), (Line(f"“{body.quote}”"),)),) if role and body.quote else ()


def _buttons(asked: Asked, entry: Entry, asks: str) -> tuple[Button, ...]:
    change = Button(say.CHANGE, look("edit", entry.id))
    match entry.body.status:
        case "planned":
            return (Button(say.START_IT, press(asked, "start", entry)), Button(say.DONE, press(asked, "done", entry)), change)
        case "under way":
            return (Button(say.DONE, press(asked, "done", entry)), change, Button(say.DROP, press(asked, "drop", entry), "destructive"))
        case "done" if not (entry.body.learnt or asks):
            return (Button(say.ADD_LEARNT, look("reflect", entry.id)), change)
        case "done":
            return (change,)
        case "dropped":
            return (Button(say.UNDO, press(asked, "undo", entry)),)
