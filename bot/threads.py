"""Blocking work on a thread of its own, for which neither the event loop nor a process that ends has to wait."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

Made = TypeVar("Made")


def in_a_thread(work: Callable[[], Made], name: str) -> asyncio.Future[Made]:
    """What `work` returns or raises. As asyncio.to_thread, but where the process ends the thread named `name` is left to its fate."""
    done: Future[Made] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as fault:
            done.set_exception(fault)

    threading.Thread(target=run, name=name, daemon=True).start()
    return asyncio.wrap_future(done)
