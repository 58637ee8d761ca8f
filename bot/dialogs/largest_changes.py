"""What changes between roles when no competency was named: the three largest changes first, the rest on request."""

from collections.abc import Sequence
from itertools import pairwise

from bot.cards import comparisons as cards
from bot.cards.careers import in_brief, step
from bot.cards.careers import largest_changes as largest_of
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer, paged
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.comparing import Comparison, compare_roles
from bot.framework.model import Framework, Role
from bot.phrases.en import buttons
from bot.phrases.en import comparison as say

SHOWN_FIRST = 3
MOST_WITH_WORDS = 2
Pairs = Sequence[tuple[Role, Role]]
Ranked = list[tuple[str, list[Comparison]]]


def largest_changes(asked: Asked, pairs: Pairs) -> Reply:
    """Answer with the largest changes over all the steps."""
    framework, whole = asked.framework, asked.start is not None
    ranked = _ranked(framework, pairs)
    changed = [name for name, compared in ranked if any(map(_changes, compared))]
    shown = ranked[: len(changed) if whole else min(SHOWN_FIRST, len(changed))]
    rest = len(changed) - len(shown)
    compared = [each for _, comparisons in shown for each in comparisons]
    if len(pairs) > 1 and not whole:
        sections = [step(framework, *pair, say.title(*pair)) for pair in pairs] if len(pairs) <= MOST_WITH_WORDS else []
        compared = [each for pair in pairs for each in largest_of(compare_roles(framework, pair[0].id, pair[1].id))]
    else:
        alone = len(pairs) == 1
        sections = [cards.changes(framework, each, cards.heading(framework, each, alone=alone), in_full=whole) for each in compared]
    if not rest:
        sections += _unchanged(framework, ranked[len(changed) :])
    lead = say.lead(len(changed), (framework.competency_word, framework.competencies_word), pairs)
    view = View(
        say.title_of(pairs),
        _short_lead(framework, pairs, len(changed), len(shown) if rest else 0),
        tuple(sections),
        rows=_one_step_at_a_time(framework, pairs),
        source=cards.source_of(framework, compared),
        buttons=(*_show_rest(asked, pairs, rest), *_steps(framework, pairs)),
    )
    text = f"{lead} {say.most([framework.competencies[name].short for name, _ in shown])}".strip()
    return paged(asked, view, text) if whole else answer(view, text)


def _short_lead(framework: Framework, pairs: Pairs, changed: int, shown: int) -> str:
    """Under the title, which names the step already."""
    words = (framework.competency_word, framework.competencies_word)
    if len(pairs) > 1:
        return say.each_way(len(pairs))
    return f"{say.how_many(changed, words, pairs[0])} {say.largest(shown)}".strip()


def _ranked(framework: Framework, pairs: Pairs) -> Ranked:
    """Every competency with its comparisons over all steps, the largest change first, what does not change last."""
    found: dict[str, list[Comparison]] = {competency: [] for competency in framework.competencies}
    for lower, higher in pairs:
        for compared in compare_roles(framework, lower.id, higher.id):
            found[compared.competency].append(compared)
    return sorted(found.items(), key=lambda item: -max(_weight(each) for each in item[1]))


def _weight(compared: Comparison) -> int:
    return compared.size if _changes(compared) else -1


def _changes(compared: Comparison) -> bool:
    return compared.shift in ("changes", "begins", "ends")


def _unchanged(framework: Framework, rest: Ranked) -> list[Section]:
    """What does not change, and what cannot be told, by name."""
    unsaid = [framework.competencies[name].short for name, each in rest if any(c.shift == "unsaid" for c in each)]
    same = [framework.competencies[name].short for name, each in rest if all(c.shift != "unsaid" for c in each)]
    lines = (*((Line(say.unchanged(same)),) if same else ()), *((Line(say.unsaid(unsaid)),) if unsaid else ()))
    return [Section(say.THE_REST, lines)] if lines else []


def _show_rest(asked: Asked, pairs: Pairs, rest: int) -> tuple[Button, ...]:
    if not rest:
        return ()
    roles = tuple(dict.fromkeys(role.id for pair in pairs for role in pair))
    grades = tuple(dict.fromkeys(asked.framework.roles[role].grade for role in roles))
    return (Button(buttons.SHOW_ALL, Ask(asked.reading.with_(roles=roles, grades=grades), 0)),)


def _one_step_at_a_time(framework: Framework, pairs: Pairs) -> tuple[Row, ...]:
    """Where there is more than one step, each as a line that opens it."""
    if len(pairs) == 1:
        return ()
    top = [high for _, high in pairs if high.grade == pairs[-1][1].grade]
    beside = tuple(pairwise(dict.fromkeys(top))) if len(pairs) <= MOST_WITH_WORDS else ()
    brief = len(pairs) > MOST_WITH_WORDS
    return tuple(
        Row(say.open_way(*pair), next_steps.compare(framework, *pair).payload, in_brief(framework, *pair) if brief else "")
        for pair in (*pairs, *beside)
    )


def _steps(framework: Framework, pairs: Pairs) -> tuple[Button, ...]:
    lower, higher = pairs[-1]
    formal = [step for step in framework.progressions if (step.lower, step.higher) == (lower.grade, higher.grade)]
    criteria = tuple(next_steps.progression(framework, step.lower, step.higher) for step in formal)
    ends = tuple(dict.fromkeys(high for _, high in pairs if high.grade == higher.grade))
    return (*criteria, *(next_steps.expect(framework, end) for end in ends), next_steps.expect(framework, lower))
