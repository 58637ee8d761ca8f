"""Yes-or-no questions: a yes, a no or "partly" where a statement carries it, else what the framework says that is closest."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import expectations as cards
from bot.cards import judging as judged_cards
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.around import next_expected
from bot.framework.closest import held, telling
from bot.framework.judging import Judged, Verdict, judged
from bot.framework.model import Expectation, Framework, Role
from bot.phrases.en import buttons, facts
from bot.phrases.en import expectations as say
from bot.phrases.en import judging as verdicts
from bot.phrases.en.names import capital, grades, shortened
from bot.phrases.en.names import together as named
from bot.understanding.reading import Reading

TEXT_LIMIT = 400
DECIDED = frozenset(Verdict) - {Verdict.OPEN, Verdict.OTHERWISE, Verdict.SILENT}


def yes_or_no(asked: Asked, role: Role, cell: Expectation, steps: Sequence[Button]) -> Reply:
    """Answer for one role and one competency of which something is said."""
    framework, what = asked.framework, asked.framework.competencies[cell.competency].short
    found = judged(framework, cell, question(asked))
    lead = verdicts.first(found.verdict, what, (role,))
    more = () if judged_cards.fits(found) else (Button(buttons.SHOW_ALL, Ask(_whole(asked, role, cell))),)
    view = View(
        say.title(what, named((role,))),
        " ".join(part for part in (settled(asked), lead) if part),
        judged_cards.closest_first(framework, found, whole=False),
        source=cards.cell_source(framework, (cell,)),
        buttons=(*more, *steps),
    )
    return going_on(asked, answer(view, f"{lead} {_quoted(found)}"))


def yes_or_no_for_each(asked: Asked, roles: Sequence[Role], competency: str, steps: Sequence[Button]) -> Reply:
    """Answer for some roles and one competency: a verdict and the closest words for each."""
    framework, what = asked.framework, asked.framework.competencies[competency].short
    found = [judged(framework, framework.expectation(role.id, competency), question(asked)) for role in roles]
    lead = _lead(framework, competency, found)
    view = View(
        say.title(what, grades(tuple(dict.fromkeys(role.grade for role in roles)))),
        lead,
        _sections(framework, found),
        source=cards.cell_source(framework, [each.cell for each in found]),
        buttons=tuple(steps),
    )
    words = dict.fromkeys(statement.text for each in found for statement in each.nearest)
    return going_on(asked, answer(view, " ".join((lead, shortened(words, TEXT_LIMIT))).strip()))


def question(asked: Asked) -> str:
    """What is asked: the words typed, or, where they only put the last question to somebody else ("and a 4?"), the last words."""
    last = asked.last
    fragment = last is not None and last.yes_no and not tells_something(asked)
    return last.said if last and fragment else asked.reading.said


def tells_something(asked: Asked) -> bool:
    """Whether the words typed tell of anything but the roles."""
    framework = asked.framework
    names = held(
        " ".join(word for role in asked.roles for word in (role.title, *role.titles, *role.aliases, framework.paths[role.path].name))
    )
    return bool(set(telling(framework, asked.reading.said)) - names)


def going_on(asked: Asked, reply: Reply) -> Reply:
    """The reply, remembered with the words of the question, so that another fragment finds them."""
    reading = asked.reading.with_(said=question(asked))
    return reply if reading == asked.reading else replace(reply, memory=Memory(reading))


def decided(asked: Asked, roles: Sequence[Role], competencies: Sequence[str]) -> str | None:
    """The one of several competencies that the words could mean in which a statement decides the question; None where not just one does."""
    framework, said = asked.framework, question(asked)
    found = [
        id_
        for id_ in competencies
        if any((of := judged(framework, framework.expectation(role.id, id_), said)).verdict in DECIDED and of.nearest for role in roles)
    ]
    return found[0] if len(found) == 1 else None


def settled(asked: Asked) -> str:
    """Which grades a band that was named stands for, and what a choice made before has left out of the answer, if any."""
    framework = asked.framework
    bands = [
        facts.grades_of_band(band, [each for each in framework.grades.values() if band in each.bands], ()) for band in asked.reading.bands
    ]
    roles = [named((framework.roles[id_],)) for id_ in asked.settled if id_ in framework.roles]
    left = say.settled((*roles, *(framework.competencies[id_].short for id_ in asked.settled if id_ in framework.competencies)))
    return " ".join(part for part in (*bands, left) if part)


def _whole(asked: Asked, role: Role, cell: Expectation) -> Reading:
    return asked.reading.with_(grades=(role.grade,), roles=(role.id,), competencies=(cell.competency,), also=(), yes_no=False)


def _lead(framework: Framework, competency: str, found: Sequence[Judged]) -> str:
    by_verdict: dict[Verdict, list[Role]] = {}
    for each in found:
        by_verdict.setdefault(each.verdict, []).append(framework.roles[each.cell.role])
    if all(each.verdict is Verdict.NO and not each.nearest for each in found):
        begins = next_expected(framework, by_verdict[Verdict.NO][-1], competency)
        return " ".join((verdicts.each(by_verdict), *((say.begins(begins),) if begins else ())))
    if len(by_verdict) > 1 or not found[0].nearest:
        return verdicts.each(by_verdict)
    return verdicts.first(found[0].verdict, framework.competencies[competency].short, by_verdict[found[0].verdict])


def _sections(framework: Framework, found: Sequence[Judged]) -> tuple[Section, ...]:
    """The closest words for each role, those of roles that say the same once."""
    alike: dict[tuple[object, ...], list[Judged]] = {}
    for each in found:
        alike.setdefault((each.verdict, *(statement.text for statement in each.nearest), *each.cell.notes), []).append(each)
    return tuple(_section(framework, same, heading=len(found) > 1) for same in alike.values())


def _section(framework: Framework, alike: Sequence[Judged], *, heading: bool) -> Section:
    first, roles = alike[0], [framework.roles[each.cell.role] for each in alike]
    verdict = verdicts.short(first.verdict)
    who = capital(named(roles))
    lines = judged_cards.lines(framework, first.cell, first.nearest) or (Line(cards.state(framework, first.cell)),)
    notes = () if first.cell.kind == "unclear" else first.cell.notes
    return Section((say.title(who, verdict) if verdict else who) if heading else "", lines, notes=notes)


def _quoted(found: Judged) -> str:
    return shortened((each.text for each in found.nearest), TEXT_LIMIT)
