"""A dossier asked for: the one there is, what one would be, or that the framework gives no criteria for the step."""

from dataclasses import replace

from bot.cards.noting import with_note
from bot.cards.payloads import Ask, Move
from bot.cards.view import Row, View
from bot.dialogs import details
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.dossier import cards
from bot.dialogs.dossier.work import Case, begun, find, find_step, held, in_place, newest
from bot.dialogs.progression import progression
from bot.dialogs.reply import Reply
from bot.framework.model import Progression
from bot.phrases.en import dossier as say
from bot.understanding.reading import Intent, Reading


def dossier(asked: Asked) -> Reply:
    """Show the dossier, or how to begin one."""
    if asked.guest:
        return details.nothing_kept(asked)
    steps = _steps(asked)
    present = _present(asked, steps)
    if present is not None:
        return cards.overview(present)
    if not steps:
        return _no_step(asked)
    return _which(asked, steps) if len(steps) > 1 else _intro(asked, steps[0])


def begin(asked: Asked, move: Move) -> Reply:
    """Begin a dossier; where there is one of this step, that is shown."""
    of = move.field("of")
    asked = replace(asked, reading=Reading(of, Intent.DOSSIER)) if of in asked.library.frameworks else asked
    lower, _, higher = move.row.partition("-")
    step = find_step(asked.framework, int(lower), int(higher)) if lower.isdecimal() and higher.isdecimal() else None
    if step is None:
        return in_place(_no_step(asked))
    return in_place(begin_step(asked, step, move.nonce or asked.turn.new_id()))


def begin_step(asked: Asked, step: Progression, id_: str) -> Reply:
    """The same, said or pressed: the first criterion follows at once."""
    there = find(asked, id_) or held(asked, asked.framework.id, step.lower, step.higher)
    if there is not None:
        return cards.overview(there)
    case = begun(asked, step, id_)
    stored = replace(case, record=replace(case.record, version=1))
    return replace(cards.criterion(stored, stored.body.points[0]), saves=(case.record,))


def _steps(asked: Asked) -> tuple[Progression, ...]:
    """The steps that may be meant: to or between the grades named, from the asker's own, or any where that is not known."""
    framework, named = asked.framework, set(asked.reading.grades)
    if named:
        between = tuple(step for step in framework.progressions if {step.lower, step.higher} <= named)
        return between or tuple(step for step in framework.progressions if step.higher in named)
    own = {role.grade for role in asked.own_roles}
    return tuple(step for step in framework.progressions if not own or step.lower in own)


def _present(asked: Asked, steps: tuple[Progression, ...]) -> Case | None:
    """The dossier that is meant: of one of these steps, or, where no grade was named, the newest of all."""
    found = (held(asked, asked.framework.id, step.lower, step.higher) for step in steps)
    return next((case for case in found if case), None) or (None if asked.reading.grades else newest(asked))


def _intro(asked: Asked, step: Progression) -> Reply:
    asks = asked.reader.spoken.asks(asked.reading.said)
    return cards.intro(asked, step, say.none_yet(step) if asks else say.intro(step))


def _which(asked: Asked, steps: tuple[Progression, ...]) -> Reply:
    rows = tuple(
        Row(say.title(each.lower, each.higher), Ask(Reading(asked.framework.id, Intent.DOSSIER, (each.lower, each.higher))))
        for each in steps
    )
    return answer(View(say.TITLE, say.WHICH, rows=rows), say.WHICH)


def _no_step(asked: Asked) -> Reply:
    """No formal criteria: say so, and show what changes."""
    plain = replace(asked, reading=asked.reading.with_(intent=Intent.CAREER_PROGRESSION, said=""))
    reply, noted = progression(plain), say.no_step(asked.framework.progressions)
    return replace(reply, text=f"{noted} {reply.text}", card=with_note(reply.card, noted) if reply.card else None)
