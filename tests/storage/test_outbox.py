"""What every database keeps to for the outbox."""

from bot.storage import outbox
from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.database import Database, Session
from bot.storage.outbox import Outbox, Pending


def request(text: str, conversation: str = "c", tenant: str = "t") -> ChannelRequest:
    return ChannelRequest("POST", "https://smba.trafficmanager.net/", {"text": text, "list": [1, "ü", None]}, conversation, tenant)


async def test_a_letter_is_read_as_it_was_written_until_it_is_delivered(database: Database) -> None:
    box = Outbox(database, lambda: 5.0)
    letter = await box.write(request("one"))
    assert await box.take(letter) == Pending(request("one"), tries=0, due=5.0)
    await box.delivered(letter)
    assert (await box.take(letter), await box.pending()) == (None, [])


async def test_what_is_pending_comes_in_order_and_dead_letters_do_not(database: Database) -> None:
    box = Outbox(database)
    for text, conversation in (("1", "b"), ("2", "a"), ("3", "b"), ("4", "b")):
        await box.write(request(text, conversation))
    await box.give_up(OutboxMessage("t", "b", 1), 10, 503)
    await box.delivered(OutboxMessage("t", "b", 2))
    assert await box.pending() == [OutboxMessage("t", "a", 1), OutboxMessage("t", "b", 3)]
    assert await box.take(OutboxMessage("t", "b", 1)) is None
    assert (await box.write(request("5", "b"))).number == 4


async def test_a_letter_put_off_keeps_its_tries_and_its_time(database: Database) -> None:
    box = Outbox(database, lambda: 5.0)
    letter = await box.write(request("one"))
    await box.put_off(letter, 3, 429, 99.0)
    assert await box.take(letter) == Pending(request("one"), tries=3, due=99.0)


async def test_closing_a_conversation_drops_its_letters_alone_and_keeps_its_dead_ones(database: Database) -> None:
    box = Outbox(database)
    dead, _, another, of_another = [await box.write(request("x", *place)) for place in (("c", "t"), ("c", "t"), ("d", "t"), ("c", "u"))]
    await box.give_up(dead, 1, 400)
    await box.close("t", "c")
    assert await box.pending() == [another, of_another]
    assert await count(database) == 3


async def test_dead_letters_are_forgotten_after_thirty_days_and_living_ones_never(database: Database) -> None:
    now = [1000.0]
    box = Outbox(database, lambda: now[0])
    await box.give_up(await box.write(request("old")), 10, None)
    now[0] = 1001.0
    await box.give_up(await box.write(request("new")), 10, None)
    await box.write(request("alive"))

    def purge(session: Session) -> None:
        with session.writing(durable=False) as connection:
            outbox.purge(connection, 1000.5 + outbox.KEPT_DEAD)

    await database.run(purge)
    assert await count(database) == 2
    assert len(await box.pending()) == 1


async def count(database: Database) -> int:
    return int(await database.run(lambda session: session.connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()))
