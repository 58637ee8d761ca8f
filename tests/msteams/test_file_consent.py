"""In Teams a file goes into the person's OneDrive, if they allow it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from docx import Document

from bot.msteams.post.drive import Drive
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.storage.downloads import Downloads
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector, Sent
from tests.msteams.talking import shipped

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"


@dataclass
class OneDrive:
    """Takes files, or answers as a test tells it to."""

    answers: deque[int] = field(default_factory=deque)
    put: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        """One upload."""
        self.put.append((dict(request.headers), await request.read()))
        status = self.answers.popleft() if self.answers else 201
        return web.Response(status=status, headers={"Location": f"{self.url}/elsewhere"})


@pytest.fixture
async def drive() -> AsyncIterator[OneDrive]:
    """A OneDrive of this machine."""
    drive, app = OneDrive(), web.Application(client_max_size=2**24)
    app.router.add_put("/{rest:.*}", drive.take)
    async with TestServer(app) as server:
        drive.url = str(server.make_url("")).rstrip("/")
        yield drive


@pytest.fixture
async def talk(settings: Settings, connector: LocalConnector, drive: OneDrive) -> AsyncIterator[Chat]:
    """Alex in Teams."""
    allowed = settings.model_copy(update={"file_hosts": (drive.url,)})
    app = make_application(allowed, lambda _: shipped(), Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)


async def asked(talk: Chat, said: str = "export everything you hold") -> dict[str, Any]:
    """Ask for a file; the card that asks for consent."""
    sent = await talk.says(said)
    (card,) = sent.body["attachments"]
    assert card["contentType"] == CONSENT
    return card | {"id": sent.id}


async def answers(talk: Chat, card: dict[str, Any], drive: OneDrive, action: str = "accept", **changed: Any) -> tuple[int, Any]:
    """Answer the card, as Teams tells it."""
    place = {
        "contentUrl": f"{drive.url}/file",
        "name": card["name"],
        "uploadUrl": f"{drive.url}/up?guid='a%20b'",
        "uniqueId": "u",
        "fileType": "docx",
    }
    value = {"type": "fileUpload", "action": action, "context": card["content"][f"{action}Context"], "uploadInfo": place} | changed
    return await talk.deliver(talk.activity("invoke", name="fileConsent/invoke", value=value, replyToId=card["id"]))


async def next_two(talk: Chat) -> tuple[Sent, Sent]:
    first = await talk.connector.next()
    return first, await talk.connector.next()


async def test_an_accepted_file_is_put_in_one_piece_and_its_card_follows(talk: Chat, drive: OneDrive) -> None:
    card = await asked(talk)
    assert card["name"].startswith("What is held about me ")
    assert "It goes into your own OneDrive" in card["content"]["description"]
    assert await answers(talk, card, drive) == (200, {})
    gone, told = await next_two(talk)
    assert (gone.method, gone.of) == ("DELETE", card["id"])
    assert told.body["attachments"] == [
        {"contentType": INFO, "contentUrl": f"{drive.url}/file", "name": card["name"], "content": {"uniqueId": "u", "fileType": "docx"}}
    ]
    assert told.text == f"{card['name']} is in your OneDrive now."
    ((headers, file),) = drive.put
    assert headers["Content-Range"] == f"bytes 0-{len(file) - 1}/{len(file)}"
    assert headers["Content-Length"] == str(len(file))
    assert "Authorization" not in headers
    document: Any = Document(BytesIO(file))
    assert document.paragraphs[0].text == "What is held about me"


async def test_a_declined_file_goes_nowhere(talk: Chat, drive: OneDrive) -> None:
    card = await asked(talk)
    assert await answers(talk, card, drive, "decline") == (200, {})
    gone, told = await next_two(talk)
    assert (gone.method, told.text) == ("DELETE", "All right, nothing was sent. Ask again whenever you want the file.")
    assert drive.put == []


async def test_a_second_answer_to_the_same_card_gets_a_new_offer(talk: Chat, drive: OneDrive) -> None:
    card = await asked(talk)
    await answers(talk, card, drive)
    await next_two(talk)
    assert await answers(talk, card, drive) == (200, {})
    _, told = await next_two(talk)
    assert told.text.startswith("That offer was used already, or has run out after 15 minutes, so here is a new one.")
    (again,) = told.body["attachments"]
    assert await answers(talk, again | {"id": told.id}, drive) == (200, {})
    await next_two(talk)
    assert len(drive.put) == 2


async def test_an_offer_that_ran_out_is_made_anew(talk: Chat, drive: OneDrive, monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(_: Downloads, _secret: str) -> None:
        return None

    card = await asked(talk)
    with monkeypatch.context() as late:
        late.setattr(Downloads, "find", nothing)
        await answers(talk, card, drive)
    _, told = await next_two(talk)
    assert told.body["attachments"][0]["contentType"] == CONSENT
    assert told.body["attachments"][0]["content"]["acceptContext"]["secret"] != card["content"]["acceptContext"]["secret"]


async def test_somebody_else_does_not_get_it(talk: Chat, drive: OneDrive) -> None:
    card = await asked(talk)
    other = replace(talk, conversation="a:other", person="entra-id-of-sam")
    await answers(other, card, drive)
    _, told = await next_two(talk)
    assert told.body["attachments"][0]["contentType"] == CONSENT
    assert drive.put == []
    await answers(talk, card, drive)
    await next_two(talk)
    assert len(drive.put) == 1


@pytest.mark.parametrize("statuses", [[503], [500, 429]])
async def test_a_passing_fault_is_tried_again(talk: Chat, drive: OneDrive, statuses: list[int]) -> None:
    drive.answers.extend(statuses)
    await answers(talk, await asked(talk), drive)
    _, told = await next_two(talk)
    assert told.text.endswith("is in your OneDrive now.")
    assert len(drive.put) == len(statuses) + 1


@pytest.mark.parametrize("status", [302, 403, 404])
async def test_a_lasting_fault_is_owned_up_to_and_the_file_offered_again(talk: Chat, drive: OneDrive, status: int) -> None:
    drive.answers.append(status)
    await answers(talk, await asked(talk), drive)
    _, told = await next_two(talk)
    assert told.text.startswith("I could not put the file into your OneDrive, so nothing was sent.")
    assert told.body["attachments"][0]["contentType"] == CONSENT
    assert len(drive.put) == 1


async def test_a_place_that_files_may_not_go_to_gets_nothing(talk: Chat, drive: OneDrive) -> None:
    card = await asked(talk)
    place = {"uploadUrl": "https://sharepoint.com.example.net/up", "contentUrl": "", "name": "", "uniqueId": "", "fileType": ""}
    await answers(talk, card, drive, uploadInfo=place)
    _, told = await next_two(talk)
    assert told.text.startswith("I could not put the file into your OneDrive")
    assert drive.put == []


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"action": "accept"},
        {"action": "accept", "context": [1]},
        {"action": "steal", "context": {}},
        {"action": "accept", "context": {"secret": 7, "document": "plan", "record": ""}, "uploadInfo": {}},
        {"action": "accept", "context": {"secret": "a", "document": "nonsense", "record": ""}, "uploadInfo": {"uploadUrl": "x"}},
        {"action": "accept", "context": {"secret": "a", "document": "plan", "record": ""}, "uploadInfo": {"uploadUrl": "x" * 8_001}},
    ],
)
async def test_an_answer_to_nothing_is_refused(talk: Chat, value: object) -> None:
    status, said = await talk.deliver(talk.activity("invoke", name="fileConsent/invoke", value=value))
    assert (status, said) == (400, {"error": "activity.value must accept or decline a file that was offered."})


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://contoso-my.sharepoint.com/personal/a/_api/v2.0/drive/items/1/uploadSession?guid='1'&tempauth=e", True),
        ("https://contoso.sharepoint.us/x", True),
        ("https://sharepoint.com/x", True),
        ("https://files.example.ac.uk/x", True),
        ("https://contoso.SHAREPOINT.com:443/x", True),
        ("http://contoso.sharepoint.com/x", False),
        ("https://contoso.sharepoint.com:8443/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://sharepoint.com.evil.net/x", False),
        ("https://evil.net/sharepoint.com", False),
        ("https://evil.net#.sharepoint.com", False),
        ("https://evil.net\\.sharepoint.com/", False),
        ("https://evil.net?.sharepoint.com", False),
        ("https://contoso.sharepoint.com@evil.net/x", False),
        ("https://a:b@contoso.sharepoint.com/x", False),
        ("https://127.0.0.1/x", False),
        ("https://[::1]/x", False),
        ("file:///etc/passwd", False),
        ("https:///x", False),
        ("//contoso.sharepoint.com/x", False),
        ("https://contoso.sharepoint.com./x", False),
        ("https://contoso.sharepoint.com/a b", False),
        ("https://contoso.sharepoint.com:99999/", False),
        ("", False),
    ],
)
async def test_files_go_to_microsofts_hosts_and_those_of_the_settings_alone(url: str, allowed: bool) -> None:
    assert Drive(("*.example.ac.uk",)).allows(url) == allowed


async def test_a_host_that_hangs_is_given_up(talk: Chat, drive: OneDrive, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hangs(*_: object) -> tuple[None, float]:
        await asyncio.sleep(0)
        return None, 0.0

    monkeypatch.setattr(Drive, "_try", hangs)
    await answers(talk, await asked(talk), drive)
    _, told = await next_two(talk)
    assert told.text.startswith("I could not put the file into your OneDrive")
