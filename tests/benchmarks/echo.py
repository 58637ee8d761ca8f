"""Echoes in place of the assistant, and of the handler."""

from botbuilder.core import ActivityHandler, TurnContext

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said, Turn
from bot.framework.model import Library
from bot.msteams.replies import message


class EchoAssistant:
    """Says what was said, at the place where the assistant would answer."""

    def library_of(self, _tenant: str) -> Library:
        """No framework."""
        return Library({}, {})

    def struck(self, text: str, _names: object, _tenant: str) -> str:
        """All of it: nothing is noted."""
        return text

    def answer(self, turn: Turn) -> Reply:
        """Say what was said."""
        return Reply(f"You said {turn.arrived.text if isinstance(turn.arrived, Said) else ''}")


class EdgeEcho(ActivityHandler):
    """Says what was said, the way that our handler sends a reply."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say what was said."""
        await turn_context.send_activity(message(Reply(f"You said {turn_context.activity.text}"), turn_context.activity))
