"""A conversation in the terminal: typed words, or the number or letter of a button; the same assistant as in Teams."""

import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said
from bot.phrases.en import terminal as say
from bot.storage.files import Files
from bot.terminal.drawing import Press, draw
from bot.terminal.files import FilesOn, take_here
from bot.terminal.filling import Left, ReadLine, fill
from bot.terminal.keeping import Kept, TurnsOn, keeping


class Conversation:
    """One conversation, and what can be pressed on the last card."""

    def __init__(self, kept: Kept, console: Console, read: ReadLine, files: Files | None = None) -> None:
        self._kept = kept
        self._files = files
        self._presses: dict[str, Press] = {}
        self._console = console
        self._read = read

    def open(self) -> None:
        """The welcome."""
        self._show(self._kept.take(Joined()))

    def say(self, typed: str) -> None:
        """What was typed: the number or letter of something on the last card, or a message."""
        press = self._presses.get(typed)
        if press is None:
            self._show(self._kept.take(Said(typed)))
        else:
            self._press(press)

    def _press(self, press: Press) -> None:
        try:
            filled = fill(press.fields, self._console, self._read) if press.fields else {}
        except Left:
            self._console.print(Text(say.LEFT))
            return
        data = {**press.held, **press.pressed.data, **filled}
        self._show(self._kept.take(Pressed(press.pressed.verb, data)))

    def _show(self, reply: Reply | None) -> None:
        if reply is None:
            self._console.print(Text(say.AGAIN))
            return
        self._presses = draw(reply, self._console, letters=self._kept.waits).presses
        if self._files is not None:
            for download in reply.downloads:
                self._console.print(Text(self._kept.run(take_here(self._files, download, Path.cwd()))))


def chat(turns_on: TurnsOn, kept_at: Path, files_on: FilesOn | None = None) -> None:
    """Talk until the input ends; Ctrl-C and Ctrl-D end it politely. Works with piped input too.

    `turns_on` takes turns on a database, `files_on` makes the files of one, `kept_at` is its SQLite file.
    """
    console = Console(highlight=False)
    with keeping(turns_on, kept_at) as (kept, reason):
        read = _reading(console)
        conversation = Conversation(kept, console, read, files_on(kept.database) if files_on else None)
        try:
            conversation.open()
            console.print(Text(say.not_kept(reason) if reason else say.kept_in(kept_at), "dim"))
            console.print(Text(say.HOW, "dim"))
            while (typed := read("> ")) is not None:
                if typed.strip():
                    conversation.say(typed.strip())
        except KeyboardInterrupt:
            pass
    console.print(say.GOODBYE)


def _reading(console: Console) -> ReadLine:
    """Reads lines after a sign, echoed where they come from a pipe."""
    typing = sys.stdin.isatty()

    def read(sign: str) -> str | None:
        if typing:
            console.print(sign, end="")
        line = sys.stdin.readline()
        if not line:
            return None
        if line.strip() and not typing:
            console.print(Text(f"{sign}{line.rstrip()}"))
        return line.rstrip("\r\n")

    return read
