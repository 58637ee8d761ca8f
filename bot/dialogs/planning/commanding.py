"""What somebody says about an entry in words: which one is meant, and what is to become of it."""

from bot.cards.view import Row, View
from bot.development.plan import LONGEST_TEXT, Entry
from bot.dialogs.asked import Asked
from bot.dialogs.planning import dating, guiding
from bot.dialogs.planning.basis import entries, find, focus, look, of_entry, title, told
from bot.dialogs.planning.guiding import ONLY
from bot.dialogs.planning.marking import marked
from bot.dialogs.planning.showing import entry_card, plan
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.phrases.en import planning as say
from bot.understanding.planning import Change, Mark, Planning, PutOff

MOST_TO_CHOOSE = 6
_LONGEST_NAME = 80


def carried_out(asked: Asked, wish: Change | PutOff | Mark, at: Focus | None, *, surely: bool) -> Reply | None:
    """Do what was said. None where no entry is meant by it; `surely` says that the words are about the plan, so that is said instead."""
    found = meant(asked, wish.which, at)
    if len(found) == 1:
        return _done(asked, found[0], wish)
    if found:
        return _which(asked, found)
    return plan(asked, lead=say.NOT_THERE) if surely and entries(asked) else None


def meant(asked: Asked, which: str, at: Focus | None) -> tuple[Entry, ...]:
    """The entries that words may mean: by their place, by what was just shown, or by all the words that tell."""
    every, said = entries(asked), asked.reader.planning
    number = said.place(which)
    if number is not None:
        return every[number - 1 : number] if number > 0 else every[-1:]
    if said.points(which):
        shown = find(asked, at.record) if at else None
        return (shown,) if shown else every if at and len(every) == 1 else ()
    if len(which) > _LONGEST_NAME:
        return ()
    telling = said.telling(which)
    return tuple(entry for entry in every if telling and telling <= _words(asked, entry, said))


def _words(asked: Asked, entry: Entry, said: Planning) -> frozenset[str]:
    competencies = of_entry(asked, entry).framework.competencies
    names = [competencies[id_].short for id_ in entry.body.competencies if id_ in competencies]
    return said.telling(" ".join((entry.body.objective, entry.body.activity, *names)))


def _done(asked: Asked, entry: Entry, wish: Change | PutOff | Mark) -> Reply:
    if isinstance(wish, Mark):
        return marked(asked, entry, wish.to)
    if isinstance(wish, PutOff):
        return dating.put_off(asked, entry, wish.by)
    if not wish.column:
        return entry_card(asked, entry, say.told_to(title(entry)))
    if not wish.value or len(wish.value) > LONGEST_TEXT:
        return guiding.ask(asked, entry, ONLY + wish.column)
    return guiding.answered(asked, entry, ONLY + wish.column, wish.value)


def _which(asked: Asked, found: tuple[Entry, ...]) -> Reply:
    rows = tuple(Row(title(entry), look("open", entry.id), say.STATUSES[entry.body.status]) for entry in found[:MOST_TO_CHOOSE])
    return told(View(say.TITLE, say.WHICH, rows=rows), say.WHICH, waits=focus(asked, "", "list:0"))
