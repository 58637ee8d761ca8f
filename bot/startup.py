"""Up before it has learnt: the server answers at once, and a turn waits until the assistant is there."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Generic, Protocol, TypeVar

from aiohttp.web import AppKey, Application, GracefulExit

from bot.msteams.door.body import Refused
from bot.threads import in_a_thread

Made = TypeVar("Made")


class InvokeAnswer(Protocol):
    """What an invoke is answered."""

    status: int
    body: Any


class Processor(Protocol):
    """Runs the turn of a checked activity."""

    async def process(self, shaped: dict[str, Any]) -> InvokeAnswer | None:
        """An invoke's answer, or None. Raises Refused."""
        ...


class Startup(Generic[Made]):
    """The processor of an assistant that `learn` makes in a thread of its own; `build` makes the processor from it.

    What arrives meanwhile waits, however long, and is not sent away: a channel may never deliver it again, while a reply is welcome late.
    `fault` is why there will be none; the server then ends.
    """

    def __init__(self, learn: Callable[[], Made], build: Callable[[Made], Processor]) -> None:
        self._learn = learn
        self._build = build
        self._processor: Processor | None = None
        self._settled = asyncio.Event()
        self.fault: Exception | None = None

    async def process(self, shaped: dict[str, Any]) -> InvokeAnswer | None:
        """Wait for the assistant, then run the turn. Raises Refused (503) where the server ends before it is there."""
        if self._processor is None:
            await self.ready()
        if self._processor is None:
            raise Refused(503, "The assistant stops before it has begun. Send it again later.")
        return await self._processor.process(shaped)

    def status(self) -> str:
        """`ready` or `learning`."""
        return "learning" if self._processor is None else "ready"

    async def ready(self) -> bool:
        """Wait until it is there; False where there will be none."""
        await self._settled.wait()
        return self._processor is not None

    def join(self, app: Application) -> None:
        """Learn from the start of the application; nobody waits for it once that ends."""
        app[STARTUP] = self
        app.cleanup_ctx.append(self._life)
        app.on_shutdown.append(self._give_up)

    async def _life(self, _app: Application) -> AsyncIterator[None]:
        learning = asyncio.create_task(self._begin())
        yield
        learning.cancel()
        await asyncio.gather(learning, return_exceptions=True)

    async def _begin(self) -> None:
        try:
            self._processor = self._build(await in_a_thread(self._learn, "learning"))
        except Exception as fault:  # raised again by whoever serves, for here nobody would see it
            self.fault = fault
            asyncio.get_running_loop().call_soon(_stop)
        self._settled.set()

    async def _give_up(self, _app: Application) -> None:
        self._settled.set()


STARTUP: AppKey["Startup[Any]"] = AppKey("startup", Startup[Any])


def _stop() -> None:
    raise GracefulExit
