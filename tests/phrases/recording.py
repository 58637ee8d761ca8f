"""A plugin of pytest: the tests talk as ever, in the pseudo-locale, and what a person would read is written down.

Tests get everything back in plain letters, so that they go on; whether they pass is not what they are run for here.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import is_dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from tests.phrases.letters import plain
from tests.phrases.loading import PARTS, put_in_place
from tests.phrases.visible import file_texts, page_texts, texts

put_in_place()
SEEN: dict[str, str] = {}
OWN: set[str] = set()


def see(shown: Iterable[str]) -> None:
    """Write down what is read, with the test that met it first."""
    for text in shown:
        SEEN.setdefault(text, os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0])


def own(value: Any) -> None:
    """Write down the words of people: what they typed, entered, or had on record."""
    if isinstance(value, str):
        OWN.add(value)
    elif isinstance(value, dict):
        own(list(value.values()))
    elif isinstance(value, (list, tuple, set)):
        for each in value:
            own(each)
    elif hasattr(value, "model_dump"):
        own(value.model_dump())
    elif is_dataclass(value):
        own([getattr(value, name) for name in value.__dataclass_fields__])


def in_plain(value: Any) -> Any:
    """A reply, a card or an answer in plain letters."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return type(value)({key: inner if key in {"data", "value"} and isinstance(inner, str) else in_plain(inner) for key, inner in value.items()})
    if isinstance(value, (list, tuple)) and type(value) in {list, tuple}:
        return type(value)(in_plain(each) for each in value)
    return value


def _reply_in_plain(reply: Any) -> Any:
    see((reply.text, *reply.suggestions, *texts(reply.card or {}), *(each.filename for each in reply.downloads)))
    tells = tuple(replace(tell, reply=_reply_in_plain(tell.reply)) for tell in reply.tells)
    memory = reply.memory
    if memory and memory.offers:
        offers = tuple(replace(each, title=plain(each.title)) for each in memory.offers.each)
        memory = replace(memory, offers=replace(memory.offers, each=offers))
    downloads = tuple(replace(each, filename=plain(each.filename)) for each in reply.downloads)
    shown = {"text": plain(reply.text), "card": in_plain(reply.card), "suggestions": in_plain(reply.suggestions)}
    return replace(reply, **shown, tells=tells, memory=memory, downloads=downloads)


def _asked_by_a_test() -> bool:
    return str(sys._getframe(2).f_globals["__name__"]).startswith("tests.")


def _answering(answer: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(answer)
    def answered(self: Any, turn: Any, *more: Any, **named: Any) -> Any:
        own((getattr(turn.arrived, "text", ""), dict(getattr(turn.arrived, "data", {})), turn.name, turn.zone or "", [(each.name, each.reach) for each in (*self._people, *(self._tact.contacts if self._tact else ()))]))
        reply = answer(self, turn, *more, **named)
        return _reply_in_plain(reply) if _asked_by_a_test() else reply

    return answered


def _keeping(keep: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(keep)
    def kept(self: Any, *given: Any) -> Any:
        if _asked_by_a_test():
            own([record.body for part in given if isinstance(part, (list, tuple)) for record in part])
        return keep(self, *given)

    return kept


def _redrafted() -> Path:
    """The Word templates that ship, drafted anew in the pseudo-locale."""
    from bot.documents.drafting.__main__ import TEMPLATES

    folder = Path(tempfile.mkdtemp())
    for name, made in TEMPLATES.items():
        made().save(str(folder / f"{name}.docx"))
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Listen wherever something leaves."""
    from aiohttp import ClientResponse
    from openpyxl import Workbook
    from rich.console import Capture

    from bot.dialogs.assistant import Assistant
    from bot.documents import drawing, template_files
    from bot.people.joint_book import JointBook
    from bot.people.notebook import Notebook
    from tests.chat import Chat
    from tests.connector import LocalConnector
    from tests.fakes import FakeAssistant
    from tests.phrases.frameworks import marked, weigh_unmarked
    from tests.dialogs.person import Person

    patch = pytest.MonkeyPatch()
    weigh_unmarked(patch)
    presses = Person.presses
    patch.setattr(Person, "presses", lambda self, button, *more, **named: presses(self, plain(button), *more, **named))
    made, captured, got, drawn, faked, filled, saved, next_, deliver, text = (
        Assistant.__init__,
        pytest.CaptureFixture.readouterr,
        Capture.get,
        drawing.draw,
        FakeAssistant.answer,
        template_files.Templates.fill,
        Workbook.save,
        LocalConnector.next,
        Chat.deliver,
        ClientResponse.text,
    )

    def make(self: Any, library: Any, *more: Any, **named: Any) -> None:
        made(self, marked(library), *more, **named)

    def fill(self: Any, name: str, values: dict[str, Any], title: str) -> bytes:
        written = filled(self, name, values, title)
        see((title, *file_texts(written)))
        return written

    def save(self: Any, target: Any) -> None:
        saved(self, target)
        see(file_texts(target.getvalue()))

    def draw(document: str, material: Any, templates: Any) -> bytes | None:
        own({name: getattr(material, name) for name in material.__dataclass_fields__ if name != "library"})
        return drawn(document, replace(material, library=marked(material.library)), templates)

    def fake(self: Any, *given: Any) -> Any:
        reply = faked(self, *given)
        own((reply.text, *reply.suggestions, list(texts(reply.card or {}))))
        return reply

    def read_out(self: Any) -> Any:
        shown = captured(self)
        see(shown.out.splitlines())
        return shown._replace(out=plain(shown.out))

    def get(self: Any) -> str:
        shown = got(self)
        see(shown.splitlines())
        return plain(shown)

    async def sent(self: Any, *more: Any, **named: Any) -> Any:
        taken = await next_(self, *more, **named)
        see(texts(taken.body))
        return replace(taken, body=in_plain(taken.body))

    async def answered(self: Any, activity: Any, **request: Any) -> Any:
        own(activity)
        status, answer = await deliver(self, activity, **request)
        see(texts(answer))
        return status, in_plain(answer)

    async def read(self: Any, *more: Any, **named: Any) -> str:
        page = await text(self, *more, **named)
        see(page_texts(page) if page.lstrip().startswith("<") else ())
        return plain(page)

    patch.setattr(Assistant, "__init__", make)
    for name in ("answer", "answer_reading"):
        patch.setattr(Assistant, name, _answering(getattr(Assistant, name)))
    for book in (Notebook, JointBook):
        patch.setattr(book, "keep", _keeping(book.keep))
    patch.setattr(template_files, "SHIPPED", _redrafted())
    patch.setattr(template_files.Templates, "fill", fill)
    patch.setattr(drawing, "draw", draw)
    patch.setattr(FakeAssistant, "answer", fake)
    patch.setattr(pytest.CaptureFixture, "readouterr", read_out)
    patch.setattr(Capture, "get", get)
    patch.setattr(Workbook, "save", save)
    patch.setattr(LocalConnector, "next", sent)
    patch.setattr(Chat, "deliver", answered)
    patch.setattr(ClientResponse, "text", read)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write down what was seen."""
    Path(os.environ["PSEUDO_LOCALE"]).write_text(json.dumps({"seen": SEEN, "own": sorted(OWN), "parts": PARTS}))
