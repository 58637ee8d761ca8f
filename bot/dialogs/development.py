"""What helps somebody develop, by kind; and what one kind of activity is good for."""

from collections.abc import Sequence

from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, GridRow, Opportunity
from bot.framework.opportunities import doubts, naming, places, rows_for, rows_offering
from bot.phrases.en import development as say
from bot.phrases.en.names import capital, listed
from bot.phrases.en.names import role as named
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading


def development(asked: Asked) -> Reply:
    """Answer what helps to develop something, or what something is good for."""
    if asked.framework.development is None:
        return _from_another(asked)
    opportunities = _opportunities(asked, asked.framework)
    if opportunities:
        return _good_for(asked.framework, opportunities)
    return _for_competencies(asked) if asked.competencies else _which(asked)


def _opportunities(asked: Asked, framework: Framework) -> tuple[Opportunity, ...]:
    """What was named of those that a framework lists."""
    known = framework.development.opportunities if framework.development else {}
    return tuple(known[id_] for id_ in asked.reading.opportunities if id_ in known)


def _for_competencies(asked: Asked) -> Reply:
    framework, names = asked.framework, _names(asked.framework, asked.competencies)
    offered = _offered(framework, asked.competencies)
    if not offered:
        return _no_row(asked)
    rows = rows_for(framework, asked.competencies)
    notes = (*_shared(framework, rows), *doubts(framework, rows, offered))
    view = View(
        say.title(names),
        say.listed_in(len(offered)),
        sections=(*by_kind(framework, offered, asked.competencies), Section(notes=notes)),
        source=_source(framework, rows),
        buttons=_steps(asked),
    )
    return answer(view, say.listed_for(names, [opportunity.name for opportunity in offered]))


def by_kind(framework: Framework, opportunities: Sequence[Opportunity], competencies: Sequence[str]) -> tuple[Section, ...]:
    """The opportunities under a heading for each kind; of several competencies, with the one that an opportunity is for."""
    found: list[Section] = []
    for kind, heading in say.KINDS.items():
        lines = tuple(Line(o.good_for, o.name, _for_some(framework, o, competencies)) for o in opportunities if o.kind == kind)
        found += [Section(heading, lines)] if lines else []
    return tuple(found)


def _for_some(framework: Framework, opportunity: Opportunity, competencies: Sequence[str]) -> str:
    """Which of several competencies an opportunity is for; nothing where it is for all of them."""
    served = [id_ for id_ in competencies if opportunity in framework.opportunities_for(id_)]
    return say.for_some(_names(framework, served)) if len(served) < len(competencies) else ""


def _offered(framework: Framework, competencies: Sequence[str]) -> tuple[Opportunity, ...]:
    return tuple(dict.fromkeys(o for competency in competencies for o in framework.opportunities_for(competency)))


def _no_row(asked: Asked) -> Reply:
    framework, names = asked.framework, _names(asked.framework, asked.competencies)
    lead = say.none(names, framework.competency_word)
    why = [framework.grid.outside[id_] for id_ in asked.competencies if framework.grid and id_ in framework.grid.outside]
    section = Section(lines=tuple(Line(reason) for reason in (*why, say.NOTHING_ANYWHERE)))
    view = View(say.title(names), lead, (section,), source=_source(framework, ()), buttons=_steps(asked))
    return answer(view, f"{lead} {say.NOTHING_ANYWHERE}")


def _good_for(framework: Framework, opportunities: Sequence[Opportunity], lead: str = "") -> Reply:
    sections: list[Section] = []
    told: list[str] = []
    every: list[GridRow] = []
    for opportunity in opportunities:
        rows = rows_offering(framework, opportunity.id)
        every += rows
        names = [row.name for row in rows]
        told.append(say.serves(opportunity.name, names))
        heading = opportunity.name if len(opportunities) > 1 else ""
        serves = Line(f"{listed(names)}.", say.SERVES)
        sections.append(Section(heading, (Line(opportunity.good_for), serves, *_named_for(framework, opportunity))))
    sections.append(Section(notes=doubts(framework, (), opportunities)))
    steps = tuple(_row_button(framework, row) for row in dict.fromkeys(every))
    view = View(listed(o.name for o in opportunities), lead, tuple(sections), source=_source(framework, every), buttons=steps)
    return answer(view, " ".join((lead, *told)).strip())


def _named_for(framework: Framework, opportunity: Opportunity) -> tuple[Line, ...]:
    """What is said of the roles that an opportunity is named for, each wording once."""
    roles: dict[str, list[str]] = {}
    for statement in naming(framework, opportunity):
        roles.setdefault(statement.text, []).append(named(framework.roles[statement.role]))
    return tuple(Line(text, capital("; ".join(of))) for text, of in roles.items())


def _which(asked: Asked) -> Reply:
    """Nothing in particular was named: the rows of the list, to press."""
    framework = asked.framework
    grid = framework.grid.rows if framework.grid else ()
    rows = tuple(Row(row.name, _row_button(framework, row).payload, _contents(framework, row)) for row in grid)
    return answer(View(say.TITLE, say.WHICH, rows=rows, source=_source(framework, ())), f"{say.WHICH} {listed(r.name for r in grid)}.")


def _contents(framework: Framework, row: GridRow) -> str:
    return f"{listed(o.name for o in _offered(framework, row.competencies))}."


def _from_another(asked: Asked) -> Reply:
    """This framework lists nothing: say so, and offer what another one lists for the corresponding competencies, marked as its own."""
    framework = asked.framework
    names = _names(framework, asked.competencies)
    for other in asked.other_frameworks:
        opportunities = () if names else _opportunities(asked, other)
        if opportunities:
            return _good_for(other, opportunities, f"{say.none_at_all()} {say.other_tells(other.institution)}")
        theirs = asked.library.corresponding(framework.id, asked.competencies, other.id)
        offered = _offered(other, theirs)
        if offered:
            text = f"{say.none_at_all()} {say.from_other(other.institution, _names(other, theirs), [o.name for o in offered])}"
            lead = f"{say.none_at_all()} {say.other_lists(other.institution, _names(other, theirs))}"
            rows = rows_for(other, theirs)
            sections = (*by_kind(other, offered, theirs), Section(notes=doubts(other, rows, offered)))
            view = View(say.title(names), lead, sections, source=_source(other, rows), buttons=_steps(asked))
            return answer(view, text)
    lead = f"{say.none_at_all()} {say.NOTHING_ANYWHERE}"
    view = View(say.title(names) if names else say.TITLE, lead, rows=_areas(asked), source=source(framework, ()), buttons=_steps(asked))
    return answer(view, lead)


def _areas(asked: Asked) -> tuple[Row, ...]:
    """The competencies of a framework that another one has opportunities for, where none was named."""
    if asked.competencies:
        return ()
    framework = asked.framework
    rows = []
    for competency in framework.competencies.values():
        named = Reading(framework.id, Intent.DEVELOPMENT, competencies=(competency.id,))
        theirs = ((other, asked.library.corresponding(framework.id, named.competencies, other.id)) for other in asked.other_frameworks)
        if any(_offered(other, ids) for other, ids in theirs):
            rows.append(Row(competency.short, Ask(named)))
    return tuple(rows)


def _steps(asked: Asked) -> tuple[Button, ...]:
    """What to practise: what the next grade asks of the same competencies, or the competency through the grades."""
    framework, competencies = asked.framework, asked.competencies
    into_plan = next_steps.into_plan(framework, competencies) if asked.personal and not asked.guest else ()
    if len(asked.own_roles) == 1:
        return (*into_plan, *next_steps.step_up(framework, asked.own_roles[0], competencies))
    return into_plan + tuple(next_steps.across(framework, id_, say.through(framework.competencies[id_].short)) for id_ in competencies[:2])


def _row_button(framework: Framework, row: GridRow) -> Button:
    return Button(row.name, Ask(Reading(framework.id, Intent.DEVELOPMENT, competencies=row.competencies)))


def _shared(framework: Framework, rows: Sequence[GridRow]) -> tuple[str, ...]:
    return tuple(say.shared_row(row.name, _names(framework, row.competencies)) for row in rows if len(row.competencies) > 1)


def _names(framework: Framework, competencies: Sequence[str]) -> list[str]:
    return [framework.competencies[id_].short for id_ in competencies]


def _source(framework: Framework, rows: Sequence[GridRow]) -> str:
    return source(framework, places(framework, rows))
