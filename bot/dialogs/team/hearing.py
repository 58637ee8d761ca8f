"""What is typed about the team: a question that begins the overview, or words while a card of it is on the screen."""

import re
from collections.abc import Callable

from bot.dialogs import details, files
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.team import grouping, overview, single, tables
from bot.dialogs.team.basis import Look, look
from bot.dialogs.turn import Focus
from bot.documents import kinds
from bot.framework.model import Framework
from bot.reviews.needs import Area
from bot.reviews.team import Person
from bot.understanding.reading import ANSWERED, Intent, Outcome, Reading, Understood, Unsure

MOST_WORDS = 8  # a longer message while a card is on the screen is read as a question of its own
MOST_ASKED = 14  # words of a question about the team
FEW_WORDS = 3  # so few words that name a part of the overview mean it, whatever else they may be read as
_OURS = frozenset({Intent.TEAM_OVERVIEW, Intent.EXPORT, Intent.OUT_OF_SCOPE})
_WORD = re.compile(r"[^\W\d_]+")


def team(asked: Asked) -> Reply:
    """The wish to see the team, or a part of it."""
    if asked.guest:
        return details.nothing_kept(asked)
    return _part(asked, asked.reading.said, asked.reading) or overview.overview(asked)


def wishes(asked: Asked, text: str) -> Reply | None:
    """A question that only what is shared with the manager answers: who of them needs a competency, how one of them is doing on it."""
    heard = asked.reader.managing
    if len(text.split()) > MOST_ASKED:
        return None
    if heard.is_("marks_of_all", text):
        return tables.marks(seen) if (seen := look(asked)).everybody else overview.overview(asked)
    who = heard.is_("who_of_them", text) and not heard.is_("who_in_general", text)
    if not who and not heard.is_("how_is_one", text):
        return None
    seen = look(asked)
    found, named = _area_named(seen, text), _named(seen, text)
    if found is None or len(named) > 1:
        return None
    if named:
        return single.on_area(seen, found[0], named[0], found[1])
    return single.area(seen, *found) if who else None


def hears(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """Words after a card of the team: a part of it, a group, a person; anything else is not meant for it."""
    if asked.reader.pressing.is_("back", text):
        return _before(asked, at)
    if len(text.split()) > MOST_WORDS or asked.reader.keeping.kept(text) is not None:
        return None
    if asked.reader.spoken.asks(text):
        return _asked_of_somebody(asked, text, read())
    if asked.reader.managing.is_("file", text) and asked.reader.managing.is_("own_file", text):
        return None
    outcome = read()
    best = outcome.reading if isinstance(outcome, Understood) else None
    if best is None or best.intent in _OURS:
        return _part(asked, text, best)
    return _people_alone(asked, text) or (_part(asked, text, None) if best.intent in ANSWERED and len(text.split()) <= FEW_WORDS else None)


def _before(asked: Asked, at: Focus) -> Reply | None:
    """What comes before a card of the team: the needs before one of them, the overview before those."""
    if at.step.startswith(single.AREA):
        return tables.needs(look(asked), at.step.removeprefix(single.AREA))
    return overview.overview(asked) if at.step.startswith((tables.NEEDS, tables.MARKS)) else None


def _asked_of_somebody(asked: Asked, text: str, outcome: Outcome) -> Reply | None:
    """A question that may be one about the team and names somebody of it, or nothing but a need: "has Jo done hers?", "who's weakest?"."""
    hears_ = asked.reader.managing
    if hears_.is_("who_of_them", text) and hears_.is_("needs", text) and not hears_.is_("who_in_general", text) and look(asked).everybody:
        return tables.needs(look(asked))
    if not isinstance(outcome, Unsure) or all(each.intent is not Intent.TEAM_OVERVIEW for each in outcome.candidates):
        return None
    seen = look(asked)
    named = _named(seen, text)
    return single.person(seen, named[0]) if len(named) == 1 else None


def _part(asked: Asked, said: str, reading: Reading | None) -> Reply | None:
    """The part of the overview that words name; None where they name none."""
    seen, hears_ = look(asked), asked.reader.managing
    if not seen.everybody:
        return None
    if hears_.is_("file", said) and not hears_.is_("own_file", said):
        return files.offered(asked, kinds.TEAM, "")
    named = _named(seen, said)
    if len(named) == 1:
        found = _area_named(seen, said)
        return single.on_area(seen, found[0], named[0], found[1]) if found else single.person(seen, named[0])
    roles = _roles(seen, reading)
    if named or roles:
        return grouping.in_words(seen, named, roles)
    return _area(seen, said) or _other(seen, said)


def _other(seen: Look, said: str) -> Reply | None:
    hears_ = seen.asked.reader.managing
    if hears_.is_("everybody", said) and not seen.group.body.everybody:
        return grouping.in_words(seen, (), ())
    if hears_.is_("marks", said):
        return tables.marks(seen)
    if hears_.is_("needs", said):
        return tables.needs(seen)
    return grouping.form(seen.asked) if hears_.is_("group", said) else None


def _people_alone(asked: Asked, text: str) -> Reply | None:
    """Only a name: what else it may be read as, it means the person."""
    seen = look(asked)
    named = _named(seen, text)
    alone = len(named) == 1 and len(text.split()) <= len(named[0].name.split())
    return single.person(seen, named[0]) if alone else None


def _named(seen: Look, text: str) -> tuple[Person, ...]:
    """Those whose first name, or whole name, the words hold. A first name that several have names all of them."""
    whole, plain = text.casefold(), text.replace("’", "'").replace("'s", "")
    full = tuple(each for each in seen.everybody if each.name.casefold() in whole)
    words = _WORD.findall(plain)
    return full or tuple(each for each in seen.everybody if _called(seen, _first(each), words))


def _called(seen: Look, first: str, words: list[str]) -> bool:
    """Whether one of the words is a first name; of a name that is a word as well, only with its capital and not at the start."""
    if seen.asked.reader.managing.is_word(first):
        return first in words[1:]
    return bool(first) and first.casefold() in (word.casefold() for word in words)


def _first(person: Person) -> str:
    return next(iter(_WORD.findall(person.name)), "")


def _roles(seen: Look, reading: Reading | None) -> tuple[str, ...]:
    """The roles of the team that the words name, by title or by grade."""
    if reading is None or not (reading.roles or reading.grades):
        return ()
    framework = seen.asked.library.frameworks[reading.framework]
    named = reading.roles or tuple(role.id for grade in reading.grades for role in framework.roles_at(grade))
    return grouping.of_roles(seen, {f"{framework.id}:{role}" for role in named})


def _area(seen: Look, said: str) -> Reply | None:
    """The one competency that the words name."""
    found = _area_named(seen, said)
    return single.area(seen, *found) if found else None


def _area_named(seen: Look, said: str) -> tuple[Framework, Area] | None:
    framework = seen.framework(seen.asked.reading.framework)
    named = seen.asked.reader.names(said, framework.id) if framework else ()
    if framework is None or len(named) != 1:
        return None
    found = next((each for each in seen.areas(framework) if named[0] in each.competencies), None)
    return (framework, found) if found else None
