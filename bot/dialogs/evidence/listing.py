"""The evidence log: by competency, the newest first, a page at a time."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import details
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.evidence.cards import NAME, NONE, focus
from bot.dialogs.evidence.pieces import Piece, day, framework_of, known, names, pieces, typed
from bot.dialogs.reply import Reply
from bot.phrases.en import evidence as say
from bot.phrases.en.names import clipped

PAGE = 6
_TITLE_LENGTH = 90
_LONGEST_PLACE = 6  # nobody has logged a million


def show_evidence(asked: Asked) -> Reply:
    """What was logged, for the competencies asked about or all."""
    if asked.guest:
        return details.nothing_kept(asked)
    said = typed(asked)
    return listed(asked, asked.reader.about(asked.reader.keeping.subject(said), asked.framework.id) if said else asked.competencies)


def list_(asked: Asked, move: Move) -> Reply:
    """A page of the log: `about` names the competencies, `from` says where it starts."""
    start = move.field("from")
    about = known(asked.framework, move.field("about").split(","))
    return replace(listed(asked, about, int(start) if start.isdecimal() and len(start) <= _LONGEST_PLACE else 0), replaces=True)


def listed(asked: Asked, about: tuple[str, ...], start: int = 0) -> Reply:
    """A page of the log."""
    found = pieces(asked)
    if not found:
        return _empty(asked)
    wanted = in_order(asked, tuple(piece for piece in found if not about or set(about) & set(piece.body.competencies)))
    if not wanted:
        return _none_for(asked, about, found)
    start = start if start < len(wanted) else 0
    page = wanted[start : start + PAGE]
    called = names(asked.framework, about)
    text = say.have_for(len(wanted), called) if about else say.have(len(wanted))
    view = View(
        say.TITLE,
        text,
        () if about or start else _amounts(asked, found),
        say.range_(start, start + len(page), len(wanted)),
        tuple(_row(asked, piece) for piece in page),
        buttons=_steps(about, start + PAGE if start + PAGE < len(wanted) else None),
    )
    return replace(answer(view, text), focus=focus(asked, "", f"list:{','.join(about)}:{start}"))


def in_order(asked: Asked, found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """By competency in the framework's order, the newest first in each; those without a tag come last."""
    order = {id_: at for at, id_ in enumerate(asked.framework.competencies)}

    def place(piece: Piece) -> int:
        return min((order[id_] for id_ in piece.body.competencies if id_ in order), default=len(order))

    return tuple(sorted(found, key=place))


def _row(asked: Asked, piece: Piece) -> Row:
    called = names(framework_of(asked, piece), piece.body.competencies)
    title = clipped(" ".join(piece.body.text.split()), _TITLE_LENGTH)
    return Row(title, Move(NAME, "open", piece.id, version=piece.version), say.detail(called, day(asked, piece.body.at)))


def _amounts(asked: Asked, found: tuple[Piece, ...]) -> tuple[Section, ...]:
    """How much there is of each competency."""
    lines = []
    for id_, competency in asked.framework.competencies.items():
        held = [piece for piece in found if id_ in piece.body.competencies]
        if held:
            lines.append(Line(say.amount(len(held), day(asked, held[0].body.at)), competency.short))
    bare = [piece for piece in found if not known(framework_of(asked, piece), piece.body.competencies)]
    if bare:
        lines.append(Line(say.amount(len(bare), day(asked, bare[0].body.at)), say.NO_TAG))
    return (Section(say.BY_COMPETENCY, tuple(lines)),) if len(lines) > 1 else ()


def _steps(about: tuple[str, ...], following: int | None) -> tuple[Button, ...]:
    given = (("about", ",".join(about)), ("from", str(following)))
    more = () if following is None else (Button(say.MORE, Move(NAME, "list", given=given)),)
    rest = Button(say.ALL, Move(NAME, "list")) if about else Button(say.USES, Move(NAME, "uses"))
    return (*more, _add(about), rest)


def _add(about: tuple[str, ...]) -> Button:
    return Button(say.ADD, Move(NAME, "new", row=about[0] if len(about) == 1 else NONE))


def _empty(asked: Asked) -> Reply:
    return replace(answer(View(say.TITLE, say.EMPTY, buttons=(_add(asked.competencies),)), say.EMPTY), focus=focus(asked, "", "text"))


def _none_for(asked: Asked, about: tuple[str, ...], found: tuple[Piece, ...]) -> Reply:
    """Nothing for this competency, with the pieces that have no tag yet and may fit."""
    bare = tuple(piece for piece in found if not known(framework_of(asked, piece), piece.body.competencies))
    text = say.have_none_for(names(asked.framework, about), len(bare))
    rows = tuple(_row(asked, piece) for piece in bare[:PAGE])
    view = View(say.TITLE, text, rows=rows, buttons=(_add(about), Button(say.ALL, Move(NAME, "list"))))
    return replace(answer(view, text), focus=focus(asked, "", "list::bare"))
