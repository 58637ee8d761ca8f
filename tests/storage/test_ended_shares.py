"""Ended shares go after a while; a reviewer who forgets all takes their name with them, and leaves what they sent."""

import pytest

from bot.people.joint import Item, Share
from bot.people.records import Record
from bot.reviews.review import Rating, Review, Side, Subject
from bot.reviews.shares import KEPT_ENDED
from bot.storage.database import Database, Session
from bot.storage.ended_shares import purge_shares
from bot.storage.forgetting import forget_person
from bot.storage.joints import StoredJoints, save_joint

UNTIL = 1_000.0
LATER = UNTIL + KEPT_ENDED


def share(**fields: object) -> Record[Share]:
    held = Share(owner="t", viewer="m", items=(Item(kind="assessment", id="a"),), until=UNTIL, confirmed=True, owner_name="Alex")
    return Record("s", held.with_(**fields))


def review(sent: float | None) -> Record[Review]:
    rows = (Subject(id="talk", name="Talk"),)
    other = Side(ratings=(Rating(row="talk", mark=6.0, comment="Seen"),), sent=sent)
    body = Review(owner="t", viewer="m", share="s", assessment="a", framework="small", role="maker", rows=rows, other=other)
    return Record("s-review", body.with_(viewer_name="Sam"))


@pytest.mark.parametrize(
    ("fields", "now", "goes"),
    [
        ({}, LATER - 1, False),
        ({}, LATER + 1, True),
        ({"ended": 500.0}, LATER - 400, True),
        ({"until": 10 * LATER}, LATER + 1, False),
        ({"viewer": "", "code": "c", "claim_until": 100.0, "until": 10 * LATER}, LATER, True),
    ],
)
async def test_a_share_goes_so_long_after_it_ended_and_not_before(
    database: Database,
    fields: dict[str, object],
    now: float,
    goes: bool,
) -> None:
    def work(session: Session) -> tuple[int, int, list[str]]:
        with session.writing(durable=False) as connection:
            save_joint(connection, "tenant", "t", share(**fields), 1.0)
            gone = purge_shares(connection, now)
        left = StoredJoints(session.connection, "tenant", "t", now).all(Share)
        done = [what for (what,) in session.connection.exec_driver_sql("SELECT done || ' ' || what FROM audit")]
        return gone, len(left), done

    assert await database.run(work) == ((1, 0, ["purged share"]) if goes else (0, 1, []))


@pytest.mark.parametrize("sent", [None, 5.0])
async def test_when_the_reviewer_forgets_all_what_they_sent_stays_without_their_name(database: Database, sent: float | None) -> None:
    def work(session: Session) -> Review:
        with session.writing(durable=False) as connection:
            save_joint(connection, "tenant", "t", share(), 1.0)
            save_joint(connection, "tenant", "t", review(sent), 1.0)
            forget_person(connection, "tenant", "m", "the chat of m")
        (held,) = StoredJoints(session.connection, "tenant", "t", 5.0).all(Review)
        assert StoredJoints(session.connection, "tenant", "m", 5.0).all(Review) == ()
        return held.body

    held = await database.run(work)
    assert (held.viewer, held.viewer_name) == ("", "")
    assert [each.comment for each in held.other.ratings] == ([] if sent is None else ["Seen"])


async def test_somebody_who_came_is_known_and_nobody_of_another_tenant(database: Database) -> None:
    def work(session: Session) -> tuple[bool, ...]:
        with session.writing(durable=False) as connection:
            save_joint(connection, "tenant", "t", share(), 1.0)
        return tuple(
            StoredJoints(session.connection, tenant, "m", 5.0).met(who) for tenant in ("tenant", "other") for who in ("t", "nobody")
        )

    assert await database.run(work) == (True, False, False, False)
