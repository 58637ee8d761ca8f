"""`python -m bot usage`: how much the assistant is used, in counts that point to nobody."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.storage.counting import Figure, Usage

FEWEST = 3
"""A group of fewer people is not told: in a small department, one who knows it would know who that is."""
OUTCOMES = ("answered", "unsure", "unread", "off_topic")
_FEW = f"fewer than {FEWEST}"


def told(usage: Usage) -> list[str]:
    """What is stored, a line each."""
    return [
        f"people known                 {_people(usage.people)}",
        f"came within 30 days          {_people(usage.lately)}",
        *(f"  framework {name:<16} {_people(number)}" for name, number in _grouped(usage.frameworks)),
        f"assessments finished         {_figure(usage.assessments_finished)}",
        f"assessments under way        {_figure(usage.assessments_begun)}",
        f"plans alive                  {_people(usage.plans_alive.people)}",
        f"plan entries to be done      {_figure(usage.plans_alive)}",
        f"plan entries done            {_figure(usage.plan_entries_done)}",
        f"thumbs up, down              {usage.thumbs_up}, {usage.thumbs_down}",
    ]


def _people(number: int) -> str:
    return str(number) if number >= FEWEST else _FEW


def _figure(figure: Figure) -> str:
    return str(figure.number) if figure.people >= FEWEST else f"of {_FEW} people"


def _grouped(groups: Mapping[str, int]) -> list[tuple[str, int]]:
    """The groups, the largest first. Small ones are told together, and with the next larger one where even then they are few.

    One small group alone would be known by subtracting the others from the whole.
    """
    ordered, others = sorted(groups.items(), key=lambda item: (-item[1], item[0])), 0
    while ordered and (ordered[-1][1] < FEWEST or 0 < others < FEWEST):
        others += ordered.pop()[1]
    return [*ordered, ("others", others)] if others else ordered


def questions_told(lines: Iterable[str]) -> list[str]:
    """What became of the questions of each month, from the lines of the log; other lines are passed over."""
    months: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for month, outcome in _questions(lines):
        months[month][outcome] += 1
    if not months:
        return ["No questions in this log. It must have been written with ASSISTANT_LOG_FORMAT=json, at the level info."]
    header = f"{'month':<10}{'questions':>10}" + "".join(f"{name.replace('_', ' '):>10}" for name in OUTCOMES)
    return [header, *(_month(month, months[month]) for month in sorted(months))]


def _month(month: str, counted: Counter[str]) -> str:
    return f"{month:<10}{counted.total():>10}" + "".join(f"{counted[name]:>10}" for name in OUTCOMES)


def _questions(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        _, brace, rest = line.partition("{")  # what collects logs often writes something before it
        try:
            event = json.loads(brace + rest)
        except (ValueError, RecursionError):
            continue
        if isinstance(event, dict) and event.get("event") == "turn" and event.get("outcome") in OUTCOMES:
            yield str(event.get("timestamp", ""))[:7], event["outcome"]
