"""The process is asked to end in mid-turn, and nothing that was acknowledged is lost."""

import asyncio
import shutil
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.chat import Chat
from tests.connector import LocalConnector
from tests.test_commands import start


@pytest.mark.skipif(sys.platform == "win32", reason="knows no SIGTERM")
async def test_the_command_ends_on_sigterm_once_what_it_began_is_sent(
    connector: LocalConnector, empty_database: Path, tmp_path: Path, unused_tcp_port: int
) -> None:
    database = Path(shutil.copy(empty_database, tmp_path))
    bot = start("run", port=unused_tcp_port, database=database)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{unused_tcp_port}") as client:
        assert "listens" in await asyncio.to_thread(bot.stdout.readline)
        chat = Chat(client, connector)
        connector.hanging.add(chat.conversation)
        assert await chat.deliver(chat.activity(text="hello")) == (200, {})
        await connector.begun()
        bot.send_signal(signal.SIGTERM)
        connector.release()
        assert (await connector.next()).conversation == chat.conversation
    _, said = await asyncio.to_thread(bot.communicate, timeout=30)
    assert (bot.returncode, "given up" in said) == (0, False)
