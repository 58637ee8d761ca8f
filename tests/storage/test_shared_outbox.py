"""The outbox of several processes: each message is taken once, in the order of its conversation, and by another where the first dies."""

import asyncio
import time

import pytest

from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.database import Session
from bot.storage.shared_outbox import LEASE, SharedOutbox
from tests.storage.databases import OnALoop

LATER = 60.0


def request(text: str, conversation: str = "c") -> ChannelRequest:
    return ChannelRequest("POST", "https://smba.trafficmanager.net/", {"text": text}, conversation, "t")


@pytest.fixture
def here(postgres: OnALoop) -> SharedOutbox:
    """The outbox as this process sees it."""
    return SharedOutbox(postgres)


@pytest.fixture
def there(postgres: OnALoop) -> SharedOutbox:
    """The same one, as another process sees it, a while later."""
    assert postgres.another is not None
    return SharedOutbox(postgres.another, lambda: time.time() + LATER)


async def execute(postgres: OnALoop, sql: str) -> None:
    """Do something to the database itself."""

    def work(session: Session) -> None:
        with session.writing(durable=False) as connection:
            connection.exec_driver_sql(sql)

    await postgres.run(work)


async def expire(postgres: OnALoop) -> None:
    """The lease of all that was taken ends."""
    await execute(postgres, f"UPDATE outbox SET until = until - {LEASE + 1}")


async def test_of_two_that_take_a_message_at_once_one_has_it(here: SharedOutbox, there: SharedOutbox) -> None:
    message = await here.write(request("one"))
    taken = await asyncio.gather(*(box.take(message) for box in (here, there) * 10))
    assert {sum(each is not None for each in taken[side::2]) for side in (0, 1)} == {0, 10}


async def test_what_was_taken_without_an_answer_is_taken_by_asking_again(here: SharedOutbox, there: SharedOutbox) -> None:
    message = await here.write(request("one"))
    taken = await here.take(message)
    assert taken is not None
    assert (await here.take(message), await there.take(message)) == (taken, None)


async def test_what_is_taken_is_pending_for_nobody_and_what_is_let_go_for_everybody(here: SharedOutbox, there: SharedOutbox) -> None:
    message = await here.write(request("one"))
    await here.take(message)
    assert (await there.pending(), await here.holds(message), await there.holds(message)) == ([], True, False)
    await here.release()
    assert (await there.pending(), await here.holds(message)) == ([message], False)


async def test_what_was_just_written_is_left_to_whoever_wrote_it(here: SharedOutbox, there: SharedOutbox) -> None:
    message = await here.write(request("one"))
    assert (await here.pending(), await there.pending()) == ([], [message])


async def test_only_the_first_of_a_conversation_can_be_taken(here: SharedOutbox, there: SharedOutbox) -> None:
    first, second, other = await here.write(request("1")), await here.write(request("2")), await here.write(request("3", "d"))
    assert await there.take(second) is None
    assert await there.take(other) is not None
    assert await here.take(first) is not None
    assert await there.pending() == []
    await here.delivered(first)
    assert await there.pending() == [second]
    assert await there.take(second) is not None


async def test_a_dead_letter_holds_up_nobody(here: SharedOutbox, there: SharedOutbox) -> None:
    first, second = await here.write(request("1")), await here.write(request("2"))
    await here.take(first)
    await here.give_up(first, 10, 503)
    assert await there.take(second) is not None


async def test_what_a_dead_process_took_is_taken_by_another_and_what_a_living_one_took_is_not(
    postgres: OnALoop, here: SharedOutbox, there: SharedOutbox
) -> None:
    message = await here.write(request("one"))
    await here.take(message)
    await expire(postgres)
    await here.tend()
    assert await there.pending() == []
    await expire(postgres)
    assert await there.pending() == [message]
    assert await there.take(message) is not None
    assert not await here.holds(message)


async def test_what_was_sent_and_is_there_again_after_a_crash_of_the_server_is_taken_again(
    postgres: OnALoop, here: SharedOutbox, there: SharedOutbox
) -> None:
    message, other = await here.write(request("one")), await here.write(request("two", "d"))
    await here.take(message)
    await here.take(other)

    await execute(postgres, "CREATE TABLE before_the_crash AS SELECT * FROM outbox WHERE conversation = 'c'")
    await here.delivered(message)
    await execute(postgres, "INSERT INTO outbox SELECT * FROM before_the_crash")
    await execute(postgres, "DROP TABLE before_the_crash")
    await expire(postgres)
    await here.tend()
    assert await there.pending() == [message]


async def test_what_is_put_off_stays_with_whoever_took_it(here: SharedOutbox, there: SharedOutbox) -> None:
    message = await here.write(request("one"))
    await here.take(message)
    await here.put_off(message, 1, 429, time.time() + 100)
    assert (await there.pending(), await here.holds(message)) == ([], True)


async def test_processes_that_write_to_one_conversation_at_once_lose_nothing_and_number_it_without_a_gap(
    here: SharedOutbox, there: SharedOutbox
) -> None:
    written = await asyncio.gather(*(box.write(request(f"{number}")) for number in range(30) for box in (here, there)))
    assert sorted(message.number for message in written) == list(range(1, 61))
    assert len(set(written)) == 60
    assert OutboxMessage("t", "c", 60) in written
