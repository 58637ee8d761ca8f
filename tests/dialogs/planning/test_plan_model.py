"""Random answers, skips, backs, questions, presses of old cards and restarts: the entry on record is what was said."""

import datetime as dt
import json
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.development.plan import PlanEntry
from bot.people.notebook import Notebook
from bot.people.records import Record, read_body, write_body
from tests.dialogs.person import Person
from tests.dialogs.planning.planner import only, plan_of, planner

TEXTS = ("objective", "activity", "difference", "support")
WORDS = st.sampled_from(["Sit with Priya twice", "Fire the kiln alone", "Ask Sam & <Lee>", "= 5 {{ x }} runs", "Zwölf Öfen 🙂 brennen"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), WORDS),
        st.tuples(st.sampled_from(["skip", "back", "question", "restart"]), st.just("")),
    ),
    max_size=14,
)
CHANGES = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([*TEXTS, "date"]), WORDS), max_size=8)


@dataclass
class Model:
    """What was said, and which column is asked for."""

    said: dict[str, str] = field(default_factory=lambda: dict.fromkeys(TEXTS, ""))
    at: int = 1
    aside: bool = False

    def says(self, words: str) -> None:
        """An answer to what is asked; words that are no date change nothing."""
        if self.at < len(TEXTS):
            self.said[TEXTS[self.at]] = words
            self.at += 1


def restarted(person: Person) -> None:
    """What is on record goes through JSON, as through a database."""
    held = person.notebook.all(PlanEntry)
    person.notebook = Notebook()
    for record in held:
        body = read_body(PlanEntry, json.loads(json.dumps(write_body(record.body))))
        for version in range(record.version):
            person.notebook.keep([Record(record.id, body, version)], [], record.saved)


def played(person: Person, model: Model, step: str, words: str) -> None:
    """One step, by the person and by the model."""
    if step == "restart":
        restarted(person)
        return
    person.says({"say": words, "question": "what is expected at grade 3?"}.get(step, step))
    if step == "say":
        model.says(words)
    elif step == "skip":
        model.at += 1
    elif step == "back" and not model.aside:  # right after a question, back is back to what waits
        model.at = max(0, model.at - 1)
    model.aside = step == "question"


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_entry_is_what_was_answered_whatever_came_in_between(steps: list[tuple[str, str]]) -> None:
    person, model = planner(), Model()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    model.said["objective"] = "pass the NVQ in kilns"
    for step, words in steps:
        if model.at <= len(TEXTS):
            played(person, model, step, words)
    assert {name: getattr(only(person), name) for name in TEXTS} == model.said


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_forms_from_several_devices_lose_and_double_nothing(changes: list[tuple[int, str, str]]) -> None:
    person = planner()
    person.notebook.keep([Record("e", PlanEntry(framework="small", objective="pass the NVQ in kilns", nudged=True))], [], 1.0)
    person.says("show my plan")
    opened = person.presses("1. pass the NVQ in kilns").card
    forms = [person.presses("Change it", opened).card for _ in range(4)]
    expected: dict[str, object] = {**dict.fromkeys(TEXTS, ""), "objective": "pass the NVQ in kilns", "date": None}
    for device, column, words in changes:
        value = f"2027-06-{10 + device}" if column == "date" else words
        form = forms[device]
        person.presses("Save", form, **{column: value})
        person.presses("Save", form, **{column: value})
        expected[column] = dt.date.fromisoformat(value) if column == "date" else words
        person.says("show my plan")
    held = only(person)
    assert len(plan_of(person)) == 1
    latest = {column: expected[column] for column in expected}
    assert {column: getattr(held, column) for column in latest} == _with_repeats(latest, changes)


def _with_repeats(expected: dict[str, object], changes: list[tuple[int, str, str]]) -> dict[str, object]:
    """A press that was counted before, with the same values, counts no more: what was saved after it stands."""
    seen: set[tuple[int, str, str]] = set()
    told: dict[str, object] = {**dict.fromkeys(TEXTS, ""), "objective": "pass the NVQ in kilns", "date": None}
    for change in changes:
        device, column, words = change
        key = (device, column, "" if column == "date" else words)
        if key not in seen:
            seen.add(key)
            told[column] = dt.date(2027, 6, 10 + device) if column == "date" else words
    assert set(told) == set(expected)
    return told
