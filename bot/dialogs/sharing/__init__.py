"""Sharing: what a person lets one other person see for a time, and what others let them see."""

from collections.abc import Callable, Sequence

from bot.dialogs import details, profile
from bot.dialogs.asked import Asked
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.sharing import choosing, claiming, listing, looking, making
from bot.dialogs.sharing.basis import NAME, with_me
from bot.dialogs.sharing.choosing import Wanted
from bot.dialogs.sharing.things import EVIDENCE, options
from bot.dialogs.sharing.wishing import looked, wishes
from bot.dialogs.turn import Focus
from bot.people.joint import Share
from bot.people.records import Record
from bot.understanding.reading import Outcome

__all__ = ["SHARING", "claimed", "named", "share"]


def share(asked: Asked) -> Reply:
    """What somebody says of sharing: take back, what is shared, or share something."""
    if asked.guest:
        return details.nothing_kept(asked)
    said, heard = asked.reading.said, asked.reader.sharing
    if heard.is_("take_back", said):
        return listing.in_words(asked, said)
    if heard.is_("what_i_share", said):
        return (looked(asked, said) if heard.wish(said) == "looked" else None) or listing.listed(asked)
    if asked.turn.memory.focus is None and asked.reader.pressing.is_("send_it", said):
        return choosing.nothing_waits(asked)
    return choosing.form(asked, Wanted(_named_things(asked)))


def claimed(asked: Asked, text: str) -> Reply | None:
    """The answer to a code that was typed; None where none was."""
    code = asked.reader.sharing.code(text)
    if code is None:
        return claiming.how(asked) if asked.personal and not asked.guest and asked.reader.sharing.claims(text) else None
    if not asked.personal:
        return profile.only_in_personal_chat()
    return details.nothing_kept(asked) if asked.guest else claiming.claim(asked, code)


def named(asked: Asked, text: str) -> Sequence[Record[Share]]:
    """What is shared with the person by somebody whose name, or a part of it, stands in some words."""
    words = {word.strip(".,!?:;\"'“”").removesuffix("'s").removesuffix("’s") for word in text.casefold().split()}
    return [each for each in with_me(asked) if words & set(each.body.owner_name.casefold().split())]


def _named_things(asked: Asked) -> tuple[str, ...]:
    """The choices that the words name: the newest of each kind; evidence with what it is attached to."""
    kinds = set(asked.reader.wishes.named(asked.reading.said))
    known = [key for key, _ in options(asked)]
    first = {kind: next((key for key in known if key.partition(":")[0] == kind), "") for kind in ("assessment", "plan", "dossier")}
    picked = [key for kind, key in first.items() if key and kind in kinds]
    return (*picked, *((EVIDENCE,) if picked and EVIDENCE in kinds and EVIDENCE in known else ()))


def _hears(asked: Asked, focus: Focus, text: str, _: Callable[[], Outcome]) -> Reply | None:
    """Right after something was shared: "take it back" means that, and "I changed my mind" as well."""
    if focus.step != making.MADE or not asked.reader.sharing.is_("take_back", text) or asked.reader.spoken.asks(text):
        return None
    return listing.in_words(asked, text, focus.record)


SHARING = RecordDialog(
    NAME,
    {
        "form": choosing.again,
        "check": choosing.check,
        "make": making.make,
        "list": listing.pressed_list,
        "one": listing.one,
        "end": listing.end,
        "again": listing.again,
        "code": listing.code,
        "confirm": claiming.confirm,
        "refuse": claiming.refuse,
        "shared": looking.pressed_shared,
        "look": looking.look,
    },
    _hears,
    wishes=wishes,
)
