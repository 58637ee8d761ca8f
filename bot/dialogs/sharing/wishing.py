"""What is said of sharing whatever else waits: stop it, take it back, has it been looked at."""

from collections.abc import Sequence

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.sharing import listing, looking, making
from bot.dialogs.sharing.basis import NAME, now, own, with_me
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.shares import newest_first


def wishes(asked: Asked, text: str) -> Reply | None:
    """The answer to a wish about what one shares; None where it is none, or nothing is shared that it can mean."""
    match asked.reader.sharing.wish(asked.reader.pressing.bare(text)):
        case "stop":
            return listing.in_words(asked, text)
        case "back":
            return _back(asked, text)
        case "again":
            return _again(asked)
        case "look":
            return _look(asked)
        case "looked":
            return looked(asked, text)
    return None


def looked(asked: Asked, said: str) -> Reply | None:
    """How often something was opened, and when last: the one share that may be meant, else all of them."""
    shares = [each for each in own(asked) if each.body.viewer]
    named = _named(shares, said)
    unnamed = any(not each.body.viewer_name for each in shares)  # then any name may be theirs
    if not shares or not (named or unnamed or asked.reader.sharing.names_a_looker(said)):
        return None
    standing = [each for each in listing.standing_of(asked) if each in (named or shares)]
    found = standing or list(newest_first(named or shares, now(asked)))[:1]
    return listing.shown(asked, found[0]) if len(found) == 1 else listing.listed(asked)


def _back(asked: Asked, text: str) -> Reply | None:
    """Taken back at once where it was made just now; otherwise the person says which, for "it" may be anything."""
    at = asked.turn.memory.focus
    if at is not None and (at.dialog, at.step) == (NAME, making.MADE):
        return listing.in_words(asked, text, at.record)
    return listing.listed(asked, say.WHICH_BACK) if listing.standing_of(asked) else None


def _again(asked: Asked) -> Reply | None:
    """What was taken back last, to be shared once more."""
    ended = [each for each in own(asked) if each.body.ended is not None]
    last = max(ended, key=lambda each: each.body.ended or 0.0, default=None)
    return listing.again(asked, Move(NAME, "again", last.id)) if last else None


def _look(asked: Asked) -> Reply | None:
    """What somebody else shares: the one thing that was not opened yet, or the only one, else all of it."""
    shared = with_me(asked)
    new = [each for each in shared if not each.body.opened] or list(shared)
    if len(new) == 1:
        return looking.look(asked, Move(NAME, "look", new[0].id))
    return looking.listed(asked) if shared else None


def _named(shares: Sequence[Record[Share]], said: str) -> list[Record[Share]]:
    words = {word.strip(".,!?:;").removesuffix("'s").removesuffix("’s") for word in said.casefold().split()}
    return [each for each in shares if words & set(each.body.viewer_name.casefold().split())]
