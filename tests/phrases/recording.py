"""A plugin of pytest: the tests talk as ever, in the pseudo-locale, and what a person would read is written down.

Tests get what is said back in plain letters, so that they go on; whether they pass is not what they are run for here. To hold any talk so:

    PSEUDO_LOCALE=read.json python -m pytest -p tests.phrases.recording -p no:xdist tests/dialogs
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.phrases.letters import plain
from tests.phrases.loading import PARTS, put_in_place
from tests.phrases.recorded import OWN, SEEN, in_plain, own, reply_in_plain, see
from tests.phrases.visible import file_texts, page_texts, texts

put_in_place()
_FOLDER = tempfile.TemporaryDirectory()
"""Where the drafted templates lie as long as this process lives."""


def pytest_configure(config: pytest.Config) -> None:
    """Listen wherever something leaves."""
    from tests.phrases.frameworks import weigh_unmarked

    patch = pytest.MonkeyPatch()
    weigh_unmarked(patch)
    for listen in (_to_dialogs, _to_records, _to_files, _to_the_channel, _to_pages, _to_the_terminal):
        listen(patch)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write down what was seen."""
    Path(os.environ["PSEUDO_LOCALE"]).write_text(json.dumps({"seen": SEEN, "own": sorted(OWN), "parts": PARTS}))


def _asked_by_a_test() -> bool:
    return str(sys._getframe(2).f_globals["__name__"]).startswith("tests.")


def _to_dialogs(patch: pytest.MonkeyPatch) -> None:
    from bot.dialogs.assistant import Assistant
    from tests.dialogs.person import Person
    from tests.fakes import FakeAssistant
    from tests.phrases.frameworks import marked

    made, presses, faked = Assistant.__init__, Person.presses, FakeAssistant.answer

    def make(self: Any, library: Any, *more: Any, **named: Any) -> None:
        made(self, marked(library), *more, **named)

    def press(self: Any, button: str, *more: Any, **entered: Any) -> Any:
        return presses(self, plain(button), *more, **entered)

    def fake(self: Any, *given: Any) -> Any:
        reply = faked(self, *given)
        own((reply.text, reply.suggestions, list(texts(reply.card or {}))))
        return reply

    patch.setattr(Assistant, "__init__", make)
    patch.setattr(Person, "presses", press)
    patch.setattr(FakeAssistant, "answer", fake)
    for name in ("answer", "answer_reading"):
        patch.setattr(Assistant, name, _answering(getattr(Assistant, name)))


def _answering(answer: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(answer)
    def answered(self: Any, turn: Any, *more: Any, **named: Any) -> Any:
        contacts = (*self._people, *(self._tact.contacts if self._tact else ()))
        own((getattr(turn.arrived, "text", ""), getattr(turn.arrived, "data", {}), turn.name, turn.zone or "", contacts))
        reply = answer(self, turn, *more, **named)
        return reply_in_plain(reply) if _asked_by_a_test() else reply

    return answered


def _to_records(patch: pytest.MonkeyPatch) -> None:
    from bot.people.joint_book import JointBook
    from bot.people.notebook import Notebook

    for book in (Notebook, JointBook):
        patch.setattr(book, "keep", _keeping(book.keep))


def _keeping(keep: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(keep)
    def kept(self: Any, *given: Any) -> Any:
        if _asked_by_a_test():
            own([record.body for part in given if isinstance(part, (list, tuple)) for record in part])
        return keep(self, *given)

    return kept


def _to_files(patch: pytest.MonkeyPatch) -> None:
    from openpyxl import Workbook

    from bot.documents import drawing, template_files
    from tests.phrases.frameworks import marked

    drawn, filled, saved = drawing.draw, template_files.Templates.fill, Workbook.save

    def draw(document: str, material: Any, templates: Any) -> bytes | None:
        own([getattr(material, each.name) for each in fields(material) if each.name != "library"])
        return drawn(document, replace(material, library=marked(material.library)), templates)

    def fill(self: Any, name: str, values: dict[str, Any], title: str) -> bytes:
        written = filled(self, name, values, title)
        see((title, *file_texts(written)))
        return written

    def save(self: Any, target: Any) -> None:
        saved(self, target)
        see(file_texts(target.getvalue()))

    patch.setattr(drawing, "draw", draw)
    patch.setattr(template_files, "SHIPPED", _drafted_anew(Path(_FOLDER.name)))
    patch.setattr(template_files.Templates, "fill", fill)
    patch.setattr(Workbook, "save", save)


def _drafted_anew(folder: Path) -> Path:
    """The Word templates that ship, in the pseudo-locale."""
    from bot.documents.drafting.__main__ import TEMPLATES

    for name, made in TEMPLATES.items():
        made().save(str(folder / f"{name}.docx"))
    return folder


def _to_the_channel(patch: pytest.MonkeyPatch) -> None:
    from bot.msteams.app_package import packing
    from tests.chat import Chat
    from tests.connector import LocalConnector

    next_, deliver, manifest = LocalConnector.next, Chat.deliver, packing.manifest

    async def sent(self: Any, *more: Any, **named: Any) -> Any:
        taken = await next_(self, *more, **named)
        see(texts(taken.body))
        return replace(taken, body=in_plain(taken.body))

    async def answered(self: Any, activity: Any, **request: Any) -> Any:
        own(activity)
        status, answer = await deliver(self, activity, **request)
        see(texts(answer))
        return status, in_plain(answer)

    def filled(settings: Any, *more: Any) -> Any:
        own(settings)
        made = manifest(settings, *more)
        see(texts(made))
        return made

    patch.setattr(LocalConnector, "next", sent)
    patch.setattr(Chat, "deliver", answered)
    patch.setattr(packing, "manifest", filled)


def _to_pages(patch: pytest.MonkeyPatch) -> None:
    from aiohttp import ClientResponse

    text = ClientResponse.text

    async def read(self: Any, *more: Any, **named: Any) -> str:
        page = await text(self, *more, **named)
        see(page_texts(page) if page.lstrip().startswith("<") else ())
        return plain(page)

    patch.setattr(ClientResponse, "text", read)


def _to_the_terminal(patch: pytest.MonkeyPatch) -> None:
    captured = pytest.CaptureFixture.readouterr

    def read_out(self: Any) -> Any:
        shown = captured(self)
        own(sys.stdin.getvalue().splitlines() if isinstance(sys.stdin, StringIO) else ())
        see(line for line in shown.out.splitlines() if not line.startswith("> "))  # which repeats what was typed
        return shown._replace(out=plain(shown.out))

    patch.setattr(pytest.CaptureFixture, "readouterr", read_out)
