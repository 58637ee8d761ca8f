"""What is said to the lines of a step: take these, drop that, put this in, say it so; and to the header, or about another grade."""

from collections.abc import Callable

from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import bringing, duties, header, order, person, progression, regrading, showing, tasks
from bot.dialogs.vacancy.roles import roles_meant
from bot.dialogs.vacancy.taking import Taken, too_long
from bot.dialogs.vacancy.work import Case
from bot.framework.model import Role
from bot.people.profile import Profile
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import capital
from bot.understanding.describing import Wish
from bot.understanding.planning import Add
from bot.understanding.reading import ANSWERED, Intent, Outcome, Understood
from bot.vacancies.checks import SECTION
from bot.vacancies.draft import LONGEST_LINE, LONGEST_TEXT, DraftSection, Line, Need, key
from bot.vacancies.editing import chosen, decided, reworded
from bot.vacancies.header import GRADE, fields

LEAST_WORDS = 2  # a single word is no duty
_NOT_TOLD = frozenset(Intent) - ANSWERED - {Intent.OUT_OF_SCOPE, Intent.SHARE, Intent.TEAM_OVERVIEW, Intent.LOG_EVIDENCE}
"""What a post does may sound like a question about the framework, and is none; it never sounds like one of these."""
NOBODY = Profile()
Read = Callable[[], Outcome]


def commanded(case: Case, step: str, text: str, read: Read) -> Reply | None:
    """The answer to such words; None where they mean something else."""
    reader = case.asked.reader
    if isinstance(reader.planning.wish(text), Add) or reader.keeping.kept(text) is not None:
        return None  # it is for the plan, or to be kept as evidence
    wish = reader.describing.wish(text)
    if wish and wish.kind == "regrade":
        return _regrade(case, wish)
    pasted = bringing.brought(case, step, text)
    if pasted is not None:
        return pasted
    return _header(case, step, text) or _of_step(case, step, wish, text, read)


def _of_step(case: Case, step: str, wish: Wish | None, text: str, read: Read) -> Reply | None:
    if step.startswith(SECTION):
        return _section(case, step, wish, text)
    if step == order.PERSON:
        return _person(case, wish)
    if step == order.DUTIES or (wish and wish.kind == "own"):
        return _duties(case, wish, text, read)
    if step == order.CAREER and _tells(case, text, read):
        return _criteria(case, text)
    return _of_all(case, wish) if step == order.SECTIONS else None


def _criteria(case: Case, text: str) -> Reply:
    """Whoever tells the criteria keeps the part."""
    refused = too_long(case, text, LONGEST_TEXT, progression.CRITERIA)
    if refused:
        return showing.refused(case, refused, order.CAREER)
    return showing.go(case, case.with_body(case.body.with_(criteria=text, career=True)), order.CAREER, say.SAVED)


def _of_all(case: Case, wish: Wish | None) -> Reply | None:
    """Under all the sections a number is that of a section."""
    places = wish.which.of(len(case.body.sections)) if wish and wish.which else None
    if places and len(places) == 1:
        return showing.go(case, case, SECTION + case.body.sections[places[0] - 1].id)
    return showing.show(case, order.SECTIONS, say.WHICH_SECTION) if wish and wish.which else None


def _regrade(case: Case, wish: Wish) -> Reply | None:
    """Another grade or role, where the words name one."""
    roles = _named(case.asked, wish.text)
    if not roles:
        return None
    return regrading.asked(case, roles[0]) if len(roles) == 1 else regrading.which(case, roles)


def _named(asked: Asked, words: str) -> tuple[Role, ...]:
    """The roles that some words name: a bare number is a grade."""
    plain = f"{say.GRADE_WORD} {words}" if words.strip(" .").isdecimal() else words
    return roles_meant(asked, asked.reader.read(plain, asked.framework.id, NOBODY))


def _header(case: Case, step: str, text: str) -> Reply | None:
    """Fields of the header, a line each or several in one; anywhere, for they are said with their names."""
    found = () if text.rstrip().endswith("?") else case.asked.reader.describing.fields(text, bare=step == order.HEADER)
    known = fields(case.framework)
    if not found or any(id_ not in known for id_, _ in found):
        return None
    after, names = case, []
    for id_, words in found:
        if id_ == GRADE:
            return showing.show(case, step, say.DIFFERENT_GRADE)
        refused = too_long(case, words, header.longest(id_), id_)
        if refused:
            return showing.refused(case, refused, order.HEADER)
        after = after.with_body(after.body.with_entered(id_, capital(words)))
        names.append(say.header_name(case.framework, id_))
    return showing.go(case, after, step, say.entered(names))


def _section(case: Case, step: str, wish: Wish | None, text: str) -> Reply | None:
    section = case.body.section(step.removeprefix(SECTION))
    heard = case.asked.reader.describing.orders.heard(text)
    if section is None:
        return None
    lines = tasks.offered(case, section)
    keys = [key(line.text) for line in lines]
    if heard and heard.name in ("all", "none"):
        return _chosen(case, section, keys if heard.name == "all" else [])
    if wish is None or wish.which is None:
        own = wish is not None and wish.kind == "own" and wish.text
        return _own(case, step, tasks.with_task(case, section.id, wish.text)) if own and wish else None
    places = wish.which.of(len(lines))
    if places is None:
        return showing.show(case, step, say.NO_SUCH_LINE)
    if wish.kind == "reword":
        return _reworded(case, section, lines[places[0] - 1], wish.text) if len(places) == 1 and wish.text else None
    named, now = [keys[place - 1] for place in places], [key(line.text) for line in section.lines]
    by_kind = {"only": named, "plus": [*now, *named], "minus": [each for each in now if each not in named]}
    return _chosen(case, section, by_kind[wish.kind]) if wish.kind in by_kind else None


def _reworded(case: Case, section: DraftSection, line: Line, text: str) -> Reply:
    refused = too_long(case, text, LONGEST_LINE, tasks.OWN)
    return _own(case, SECTION + section.id, refused or Taken(case.with_body(reworded(case.body, section, line, text))))


def _chosen(case: Case, section: DraftSection, keys: list[str]) -> Reply:
    after = case.with_body(chosen(case.framework, case.body, section, keys))
    left = after.body.section(section.id) or section
    order_of = [key(line.text) for line in tasks.offered(after, left)]
    said = say.now_chosen([order_of.index(key(line.text)) + 1 for line in left.lines])
    return showing.go(case, after, SECTION + section.id, said)


def _own(case: Case, step: str, found: Taken) -> Reply:
    return showing.refused(case, found, step) if found.problem else showing.go(case, found.case, step, say.SAVED)


def _duties(case: Case, wish: Wish | None, text: str, read: Read) -> Reply | None:
    """Duties told, taken out, or said anew. What is plainly told, a line each, is as many duties."""
    now = list(case.body.duties)
    if wish and wish.which is not None:
        places = wish.which.of(len(now))
        if places is None:
            return showing.show(case, order.DUTIES, say.NO_SUCH_LINE)
        if wish.kind == "minus":
            return _entered(case, [each for at, each in enumerate(now, 1) if at not in places], text)
        if wish.kind == "reword" and len(places) == 1:
            return _entered(case, [wish.text if at == places[0] else each for at, each in enumerate(now, 1)], text)
        return _entered(case, [now[place - 1] for place in places], text) if wish.kind == "only" else None
    if wish and wish.kind == "own" and wish.text:
        return _entered(case, [*now, *duties.split(wish.text)], wish.text)
    return _entered(case, [*now, *duties.split(text)], text) if _tells(case, text, read) else None


def _tells(case: Case, text: str, read: Read) -> bool:
    """Whether words tell what somebody in the post does."""
    reader = case.asked.reader
    if reader.spoken.asks(text) or len(text.split()) < LEAST_WORDS or reader.describing.orders.heard(text) is not None:
        return False
    outcome = read()
    return not (isinstance(outcome, Understood) and outcome.reading.intent in _NOT_TOLD)


def _entered(case: Case, told: list[str], text: str) -> Reply:
    found = duties.entering(case, told, text if not case.body.duties else "\n".join(told))
    return showing.refused(case, found, order.DUTIES) if found.problem else showing.go(case, found.case, order.DUTIES, say.SAVED)


_NEEDS: dict[str, Need] = {"essential": "essential", "desirable": "desirable", "minus": "no", "plus": "essential"}


def _person(case: Case, wish: Wish | None) -> Reply | None:
    if wish is None:
        return None
    if wish.which is None:
        need = _NEEDS.get(wish.kind, "essential")
        told = wish.text and wish.kind in ("own", "essential", "desirable")
        return _own(case, order.PERSON, person.with_criterion(case, wish.text, need)) if told else None
    every = person.criteria(case)
    places = wish.which.of(len(every))
    if places is None:
        return showing.show(case, order.PERSON, say.NO_SUCH_LINE)
    if wish.kind not in _NEEDS:
        return None
    body = case.body
    for place in places:
        body = decided(case.framework, body, every[place - 1].text, _NEEDS[wish.kind])
    return showing.go(case, case.with_body(body), order.PERSON, say.SAVED)
