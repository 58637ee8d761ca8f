"""An institution that has bands and no grades is answered, assessed and written for in its own words."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from bot.dialogs.reply import reply_text
from bot.documents import kinds
from bot.documents.drawing import draw
from bot.documents.material import gather
from bot.documents.template_files import Templates
from bot.framework.library import read_library
from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.reading import Intent
from bot.vacancies.draft import Draft
from tests.cards.checking import faults
from tests.dialogs.asking import KNOWLEDGE
from tests.dialogs.assessing.starting import asks_for, begun, somebody
from tests.importing.bringing import bring
from tests.importing.institutes import yard

CUTTER = Profile("yard", 3, "workshop-3", "workshop")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All the frameworks there are when the yard has imported its own."""
    at = tmp_path_factory.mktemp("yard")
    bring(yard(at / "framework.xlsx"), at / "own", "yard")
    return read_library(KNOWLEDGE, own=at / "own")


def says_grade(text: str) -> bool:
    return "grade" in text.lower().replace("i grade", "").replace("graded", "")


@pytest.mark.parametrize(
    ("intent", "grades", "competencies", "told"),
    [
        (Intent.EXPECTATIONS, [4], ["safety"], "Band D, Workshop"),
        (Intent.COMPARE, [3, 4], ["stock"], "Stock from band C, Workshop to band D, Workshop"),
        (Intent.COMPARE, [3, 5], [], "Bands C and E compared"),
        (Intent.CAREER_PROGRESSION, [3, 4], [], "from band C to D"),
        (Intent.HELP, [], [], "see which band they are"),
        (Intent.GREETING, [], [], "expects at any band"),
        (Intent.MY_DATA, [], [], "Band: C"),
    ],
)
def test_every_answer_speaks_of_bands(known: Library, intent: Intent, grades: list[int], competencies: list[str], told: str) -> None:
    person = somebody(CUTTER, "yard", known)
    asks_for(person, intent, grades=tuple(grades), competencies=tuple(competencies))
    words = reply_text(person.reply)
    assert told in words
    assert not says_grade(words)
    assert person.reply.card is not None
    assert faults(person.reply.card) == []


def test_two_rows_are_assessed_and_what_the_person_wrote_of_grades_stays(known: Library) -> None:
    person = begun(CUTTER, "yard", known)
    assert "against band C, Workshop" in reply_text(person.reply)
    person.says("6, because I ran the lathe at grade 4 of my old college")
    person.says("7")
    person.says("back")
    person.says("back")
    assert "I ran the lathe at grade 4 of my old college" in reply_text(person.reply)
    assert "against band C" in reply_text(person.reply)


def test_a_job_description_has_the_band_in_word(known: Library) -> None:
    person = somebody(CUTTER, "yard", known)
    asks_for(person, Intent.JOB_DESCRIPTION, roles=("workshop-4",))
    draft = person.notebook.all(Draft)[-1]
    material = gather(person.notebook, draft.id, known, person.profile, at=datetime(2027, 3, 1, tzinfo=UTC), held=None)
    file = draw(kinds.JOB_DESCRIPTION, material, Templates(None))
    assert file is not None
    words = "\n".join(part.text or "" for part in docx.Document(BytesIO(file)).element.body.iter() if part.tag.endswith("}t"))
    assert "Band\nD\n" in words
    assert "expects of band D, Workshop" in words
    assert not says_grade(words)
