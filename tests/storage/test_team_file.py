"""The figures of a team, drawn from the database: of the shares that are open when the file is taken, and of nobody else's."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.assessment.model import Assessment
from bot.documents.template_files import Templates
from bot.people.by_tenant import ByTenant
from bot.people.holdings import Holdings
from bot.people.joint import Item, Share
from bot.people.records import Record
from bot.reviews.group import TeamGroup, digest
from bot.storage.database import Database, Session
from bot.storage.downloads import Offered
from bot.storage.files import Files
from bot.storage.joints import save_joint
from bot.storage.records import save_record
from tests.documents.sample import TALK
from tests.framework.small import LIBRARY

NOW = 100.0
BODY = Assessment(framework="small", role="maker", rows=(TALK,), begun=1.0, finished=2.0)


def shared(database: Database, owner: str, **fields: object) -> None:
    """Somebody shares an assessment with Morgan."""
    held = {"owner": owner, "viewer": "morgan", "until": 200.0, "confirmed": True, "blind": False, **fields}
    share = Share(items=(Item(kind="assessment", id=f"a-{owner}"),), **held)  # type: ignore[arg-type]
    with database.writing(durable=False) as connection:
        save_record(connection, "t", owner, Record(f"a-{owner}", BODY), 3.0)
        save_joint(connection, "t", owner, Record(f"s-{owner}", share), 3.0)


@pytest.fixture
async def files(database: Database) -> Files:
    """The files of a database in which three people share with Morgan."""

    def work(session: Session) -> None:
        for owner in ("alex", "jo", "kim"):
            shared(session, owner)

    await database.run(work)
    files = Files(database, ByTenant(Templates()), lambda *_: Holdings(), lambda: NOW)
    files.library_of = lambda _: LIBRARY
    return files


def offered(tenant: str = "t", person: str = "morgan", group: TeamGroup | None = None) -> Offered:
    """The offer of the figures of a group."""
    return Offered(tenant, person, "team", digest(group or TeamGroup()), "Team figures.xlsx")


async def test_three_who_share_are_enough_for_a_figure(files: Files) -> None:
    content = await files.draw(offered())
    assert content is not None
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[sheet.max_row]] == ["Talk", 3, 5.5, 0, 0]


@pytest.mark.parametrize("fields", [{"ended": 50.0}, {"until": 99.0}, {"confirmed": False}, {"viewer": "another manager"}])
async def test_one_share_less_by_the_time_it_is_taken_and_there_is_no_file(
    files: Files, database: Database, fields: dict[str, object]
) -> None:
    def work(session: Session) -> None:
        held = {"owner": "kim", "viewer": "morgan", "until": 200.0, "confirmed": True, "blind": False, **fields}
        share = Share(items=(Item(kind="assessment", id="a-kim"),), **held)  # type: ignore[arg-type]
        with session.writing(durable=False) as connection:
            save_joint(connection, "t", "kim", Record("s-kim", share, 1), 4.0)

    await database.run(work)
    assert await files.draw(offered()) is None


@pytest.mark.parametrize("of", [offered("another tenant"), offered(person="alex"), offered(group=TeamGroup(roles=("small:maker",)))])
async def test_nobody_else_and_no_other_group_has_a_file(files: Files, of: Offered) -> None:
    assert await files.draw(of) is None
