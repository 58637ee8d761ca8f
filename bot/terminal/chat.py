"""A conversation in the terminal: typed words, or the number of a button; the same assistant as in Teams."""

import sys

from rich.console import Console
from rich.text import Text

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Memory, Pressed, Said, Turn
from bot.people.profile import Profile
from bot.phrases.en import terminal as say
from bot.terminal.drawing import draw


class Conversation:
    """One conversation: what the person told about themselves, what was last asked, and what the numbers press."""

    def __init__(self, assistant: Assistant, profile: Profile, console: Console) -> None:
        self._assistant = assistant
        self._profile = profile
        self._memory = Memory()
        self._presses: list[Pressed] = []
        self._console = console

    def open(self) -> None:
        """The welcome."""
        self._take(Joined())

    def say(self, typed: str) -> None:
        """What was typed: the number of something on the last card, or a message."""
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        pressed = self._presses[number - 1] if 0 < number <= len(self._presses) else None
        self._take(pressed or Said(typed))

    def _take(self, arrived: Said | Pressed | Joined) -> None:
        self._keep(self._assistant.answer(Turn(arrived, self._profile, self._memory)))

    def _keep(self, reply: Reply) -> None:
        self._profile = reply.profile or self._profile
        self._memory = reply.memory or self._memory
        self._presses = draw(reply, self._console).presses


def chat(assistant: Assistant, profile: Profile | None = None) -> None:
    """Talk until the input ends; Ctrl-C and Ctrl-D end it politely. Works with piped input too."""
    console = Console(highlight=False)
    conversation = Conversation(assistant, profile or Profile(), console)
    try:
        conversation.open()
        console.print(Text(say.HOW, "dim"))
        while typed := _typed(console):
            conversation.say(typed)
    except KeyboardInterrupt:
        pass
    console.print(say.GOODBYE)


def _typed(console: Console) -> str:
    """The next line that is not empty, echoed where it comes from a pipe; empty at the end of the input."""
    typing = sys.stdin.isatty()
    while True:
        if typing:
            console.print("> ", end="")
        line = sys.stdin.readline()
        if line.strip() and not typing:
            console.print(Text(f"> {line.strip()}"))
        if line.strip() or not line:
            return line.strip()
