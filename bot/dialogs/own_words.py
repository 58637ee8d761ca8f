"""The last step of a reply: it speaks of bands or levels where the institution does. What people and the framework say stays as it is."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from bot.dialogs.holding import KINDS
from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hit, Hits
from bot.dialogs.turn import Said, Turn
from bot.framework.model import Framework
from bot.people.records import UnreadableRecord
from bot.phrases.en.grade_words import OwnWords, differs, said_by, strings

_NO_WORDS = frozenset({"data", "verb", "id", "type", "url", "value", "style", "isVisible", "associatedInputs", "requires", "refresh"})


def in_own_words(reply: Reply, framework: Framework, turn: Turn) -> Reply:
    """The same reply in the framework's words for its grades."""
    if not differs(framework):
        return reply
    return _told(reply, OwnWords(framework, (*said_by(framework), *_of_people(turn), *strings(reply.saves))))


def hits_in_own_words(hits: Hits, framework: Framework, turn: Turn) -> Hits:
    """What a search found, likewise."""
    if not differs(framework):
        return hits
    own = OwnWords(framework, (*said_by(framework), *_of_people(turn)))
    found = (Hit(own.of(hit.title), own.of(hit.line), own.each(hit.card, _NO_WORDS)) for hit in hits.found)
    return Hits(tuple(found), own.of(hits.said))


def _told(reply: Reply, own: OwnWords) -> Reply:
    return replace(
        reply,
        text=own.of(reply.text),
        card=own.each(reply.card, _NO_WORDS) if reply.card else None,
        suggestions=tuple(map(own.of, reply.suggestions)),
        tells=tuple(replace(tell, reply=_told(tell.reply, own)) for tell in reply.tells),
    )


def _of_people(turn: Turn) -> Iterator[str]:
    """What the person said just now, and what is on record of them."""
    if isinstance(turn.arrived, Said):
        yield turn.arrived.text
    for kind in KINDS:
        with suppress(UnreadableRecord):
            yield from strings([record.body for record in turn.records.all(kind)])
