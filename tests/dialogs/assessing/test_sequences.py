"""Whatever is said and pressed, in whatever order, on two devices: the record is what a simple model of it says."""

import json
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.assessment.evidence import Evidence
from bot.dialogs.assistant import Assistant
from bot.people.records import read_body, write_body
from bot.storage.memories import memory_from_json, memory_to_json
from tests.cards.checking import faults, objects
from tests.dialogs.asking import Reads, library
from tests.dialogs.assessing.starting import begun, other_device, record
from tests.dialogs.person import Person

STEPS = [f"{1 + step / 2:g}" for step in range(19)]
DEVICE = st.integers(0, 1)
CARD = st.integers(0, 30)
MARK = st.sampled_from(STEPS)
BUTTON = st.sampled_from(["save", "save", "save", "skip", "back"])
ACTIONS = st.one_of(
    st.tuples(st.just("says"), DEVICE, MARK, st.booleans()),
    st.tuples(st.just("step"), DEVICE, st.sampled_from(["skip", "back", "later", "carry on"])),
    st.tuples(st.just("changes"), DEVICE, st.sampled_from(["budget", "teamwork", "communication"]), MARK),
    st.tuples(st.just("presses"), DEVICE, CARD, BUTTON, st.none() | MARK, st.booleans()),
    st.tuples(st.just("twice"), DEVICE),
    st.tuples(st.just("restarts"), DEVICE),
    st.tuples(st.just("tells"), DEVICE),
    st.tuples(st.just("adds"), DEVICE),
)


@dataclass
class Said:
    """What was said of a row."""

    mark: float | None = None
    skipped: bool = False
    evidence: set[str] = field(default_factory=set)


@dataclass
class Model:
    """What was said of all rows, and what was pressed already."""

    rows: dict[str, Said]
    own: list[str] = field(default_factory=list)
    pressed: set[str] = field(default_factory=set)

    def marked(self, row: str, mark: float) -> None:
        self.rows[row].mark, self.rows[row].skipped = mark, False

    def skips(self, row: str) -> None:
        self.rows[row].skipped = self.rows[row].skipped or self.rows[row].mark is None


class Play:
    """One person on two devices, and the model of what they said."""

    def __init__(self) -> None:
        first = begun()
        self.devices = [first, other_device(first)]
        self.devices[1].cards.append(first.cards[-1])
        self.model = Model({row.id: Said() for row in record(first).rows})
        self.words = (f"thing-{number} done" for number in count(1))
        self.last: list[tuple[str, Any, dict[str, str]] | None] = [None, None]

    def says(self, device: int, mark: str, reason: bool) -> None:
        row, words = self.row(device), next(self.words)
        self.person(device).says(f"{mark}, because {words}" if reason else mark)
        if row:
            self.model.marked(row, float(mark))
            self.model.rows[row].evidence |= {words} if reason else set()

    def step(self, device: int, word: str) -> None:
        row = self.row(device)
        self.person(device).says(word)
        if row and word == "skip":
            self.model.skips(row)

    def changes(self, device: int, row: str, mark: str) -> None:
        waits = self.person(device).memory.focus is not None
        self.person(device).says(f"change {row} to {mark}")
        if waits:
            self.model.marked(row, float(mark))

    def tells(self, device: int) -> None:
        row, words = self.row(device), next(self.words)
        self.person(device).says(f"I look after it: {words}")
        if row:
            self.model.rows[row].evidence.add(f"I look after it: {words}")

    def adds(self, device: int) -> None:
        name = next(self.words)
        waits = self.person(device).memory.focus is not None
        self.person(device).says(f"add a row: {name}")
        if waits and len(self.model.own) < 5:
            self.model.own.append(name)
            self.model.rows[record(self.person(device)).own_rows[-1].id] = Said()

    def presses(self, device: int, at: int, button: str, mark: str | None, writes: bool) -> None:
        forms = [card for card in self.person(device).cards if f"assessment.{button}" in str(card.get("actions"))]
        if not forms:
            return
        card = forms[-1 - at % len(forms)]
        shown = {each["id"]: each.get("value", "") for each in objects(dict(card)) if each["type"].startswith("Input.")}
        entered = {"mark": mark} if mark else {}
        words = next(self.words)
        if writes:
            entered["evidence"] = f"{shown['evidence']}\n{words}".strip()
        self.press(device, button, card, entered)
        held = next(each["data"] for each in card["actions"] if each["verb"] == f"assessment.{button}")
        self.press_in_model(held, shown, entered, words if writes else "", button)

    def press(self, device: int, button: str, card: Any, entered: dict[str, str]) -> None:
        self.last[device] = (button, card, entered)
        self.person(device).presses(f"assessment.{button}", card=card, **entered)

    def press_in_model(self, held: dict[str, Any], shown: dict[str, str], entered: dict[str, str], words: str, button: str) -> None:
        same = json.dumps([held["nonce"], button, {**shown, **entered} | ({"mark": ""} if button == "skip" else {})], sort_keys=True)
        if same in self.model.pressed:
            return
        self.model.pressed.add(same)
        row, mark = held["row"], entered.get("mark", shown["mark"])
        if words:
            self.model.rows[row].evidence.add(words)
        if button == "skip":
            self.model.skips(row)
        elif mark and mark != shown["mark"]:
            self.model.marked(row, float(mark))

    def twice(self, device: int) -> None:
        if self.last[device] is not None:
            button, card, entered = self.last[device] or ("", None, {})
            self.person(device).presses(f"assessment.{button}", card=card, **entered)
            assert not self.person(device).reply.saves

    def restarts(self, device: int) -> None:
        """Everything is written down and read back, by another process."""
        person, fresh = self.person(device), deepcopy(self.person(device).notebook)
        memory = memory_from_json(json.loads(json.dumps(memory_to_json(person.memory))))
        assistant = Assistant(library(), Reads(), "lancaster")
        self.devices[device] = replace(person, assistant=assistant, memory=memory)
        for each in self.devices:
            each.notebook = fresh

    def person(self, device: int) -> Person:
        return self.devices[device]

    def row(self, device: int) -> str:
        focus = self.person(device).memory.focus
        return focus.step.removeprefix("row:") if focus and focus.step.startswith("row:") else ""

    def check(self) -> None:
        held = record(self.devices[0])
        texts = {each.id: each.body.text for each in self.devices[0].notebook.all(Evidence)}
        assert [row.name for row in held.own_rows] == self.model.own
        assert {row.id: row.mark for row in held.rows} == {id_: said.mark for id_, said in self.model.rows.items()}
        assert {row.id: row.skipped for row in held.rows} == {id_: said.skipped for id_, said in self.model.rows.items()}
        for row in held.rows:
            lines = [line for id_ in row.evidence for line in texts[id_].split("\n")]
            assert sorted(lines) == sorted(self.model.rows[row.id].evidence)
        assert (held.finished is not None) <= any(row.mark is not None for row in held.rows)
        assert read_body(type(held), json.loads(json.dumps(write_body(held)))) == held


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTIONS, max_size=18))
def test_the_record_is_what_was_said(actions: list[tuple[Any, ...]]) -> None:
    play = Play()
    for name, *arguments in actions:
        getattr(play, name)(*arguments)
        play.check()
    assert all(not faults(card) for device in play.devices for card in device.cards)
