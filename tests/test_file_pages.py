"""A link to a file, as a browser, a preview and a stranger open it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientResponse
from docx import Document

from bot.settings import Settings
from bot.storage.downloads import Downloads
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.msteams.talking import talking

GONE = "It was used already, has run out after 15 minutes, or never was one. Go back to the chat and ask for the file again."


@pytest.fixture
async def talk(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a chat with the real assistant on a channel that is not Teams."""
    async with talking(settings, connector) as chat:
        yield chat


async def offered(talk: Chat) -> str:
    """Ask for a file; the path of its link."""
    sent = await talk.says("export everything you hold", channelId="emulator")
    (action,) = (each for each in sent.body["attachments"][0]["content"]["actions"] if each["type"] == "Action.OpenUrl")
    assert "Whoever holds this link can use it, once, within 15 minutes." in str(sent.body)
    base, _, secret = action["url"].rpartition("/")
    assert base == "http://127.0.0.1:3978/files"
    assert len(secret) == 32
    return f"/files/{secret}"


async def shown(response: ClientResponse) -> tuple[int, str, dict[str, str]]:
    ours = ("Content-Security-Policy", "Cache-Control", "Referrer-Policy", "X-Robots-Tag", "X-Content-Type-Options", "Content-Type")
    return response.status, await response.text(), {name: response.headers[name] for name in ours}


async def test_a_link_opens_a_page_and_its_button_delivers_the_file_once(talk: Chat) -> None:
    link = await offered(talk)
    status, page, headers = await shown(await talk.client.get(link))
    assert status == 200
    assert '<html lang="en">' in page
    assert '<form method="post"><button type="submit">Download</button></form>' in page
    assert "<script" not in page
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    delivered = await talk.client.post(link)
    assert delivered.status == 200
    assert delivered.headers["Content-Disposition"].startswith('attachment; filename="What is held about me ')
    assert not delivered.cookies
    document: Any = Document(BytesIO(await delivered.read()))
    assert document.paragraphs[0].text == "What is held about me"
    status, page, _ = await shown(await talk.client.post(link))
    assert (status, GONE in page) == (410, True)


async def test_looking_uses_nothing_up(talk: Chat) -> None:
    link = await offered(talk)
    for method in ("HEAD", "GET", "HEAD", "GET"):
        assert (await talk.client.request(method, link)).status == 200
    assert (await talk.client.post(link)).status == 200


async def test_unknown_used_and_late_links_look_the_same(talk: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    used, late = await offered(talk), await offered(talk)
    await talk.client.post(used)
    unknown = "/files/" + "0" * 32
    monkeypatch.setattr(Downloads, "find", _later(Downloads.find))
    for method in ("GET", "POST"):
        pages = [await shown(await talk.client.request(method, link)) for link in (used, late, unknown, "/files/x", "/files/%ff%00'--")]
        assert pages[0][0] == 410
        assert all(page == pages[0] for page in pages)


def _later(find: Any) -> Any:
    async def find_later(self: Downloads, secret: str) -> Any:
        clock, self._clock = self._clock, lambda: clock() + 900
        try:
            return await find(self, secret)
        finally:
            self._clock = clock

    return find_later


async def test_of_many_who_press_at_once_one_gets_the_file(talk: Chat) -> None:
    link = await offered(talk)
    answers = await asyncio.gather(*(talk.client.post(link) for _ in range(5)))
    assert sorted(answer.status for answer in answers) == [200, 410, 410, 410, 410]


async def test_a_file_that_cannot_be_made_leaves_the_link_good(talk: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    link = await offered(talk)
    with monkeypatch.context() as broken:
        broken.setattr("bot.storage.files._draw", lambda *_: 1 / 0)
        status, page, _ = await shown(await talk.client.post(link))
        assert (status, "the link is still good" in page) == (503, True)
    assert (await talk.client.post(link)).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_another_method_is_refused(talk: Chat, method: str) -> None:
    response = await talk.client.request(method, await offered(talk))
    assert response.status == 405
    assert response.headers["Allow"] == "GET,HEAD,POST"


async def test_a_public_address_is_where_links_lead(settings: Settings, connector: LocalConnector) -> None:
    public = Settings(**(settings.model_dump() | {"public_url": "https://assistant.example.ac.uk/bot/"}), _env_file=None)
    async with talking(public, connector) as talk:
        sent = await talk.says("export everything you hold", channelId="emulator")
        assert "https://assistant.example.ac.uk/bot/files/" in str(sent.body)


async def test_in_a_group_nothing_is_offered(talk: Chat) -> None:
    group = replace(talk, conversation="19:group", kind="groupChat")
    mention = {"type": "mention", "text": "<at>Career assistant</at>", "mentioned": {"id": "28:the-bot", "name": "Career assistant"}}
    sent = await group.says("<at>Career assistant</at> download my plan", entities=[mention])
    assert "/files/" not in str(sent.body)
    assert "consent" not in str(sent.body)
