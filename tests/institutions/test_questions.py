"""`python -m bot questions`: groups, proposals, and what is written where somebody agrees."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings
from bot.storage.questions import Noted
from bot.terminal.questions.command import Asked, as_json, asked_in_vain, lines_of, teach
from bot.terminal.questions.reading import checked_sentences
from bot.understanding.grouping import grouped
from tests.institutions.two import NORTH, SOUTH, institutions, settled

VAIN = "who could waffle mend stuff"


def log(*asked: tuple[str, str, str], framework: str = "northshore") -> list[Noted]:
    """A log of tenant, words and cause."""
    return [Noted(tenant, framework, words, cause, 0.0) for tenant, words, cause in asked]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Both institutions, in a folder of this module's own, with what they learnt."""
    return settled(tmp_path_factory.mktemp("questions"))


@pytest.fixture
def kept(house: Settings) -> Iterator[Settings]:
    """The same, as it was afterwards."""
    assert house.institutions is not None
    folder = house.institutions.parent
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    yield house
    for path in folder.rglob("*.yaml"):
        if path not in before:
            path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


def typing(*lines: str) -> Callable[[str], str]:
    """Somebody at the terminal, who then ends."""
    left = iter(lines)
    return lambda _sign: next(left, "q")


def taught(settings: Settings, noted: list[Noted], *typed: str) -> list[str]:
    """What is said while somebody goes through the log."""
    said: list[str] = []
    for asked in asked_in_vain(settings, (noted, {})):
        teach(settings, asked, typing(*typed), lambda line: said.append(str(line)))
    return said


def groups(settings: Settings, noted: list[Noted], thumbs: dict[tuple[str, str], tuple[int, int]] | None = None) -> list[Asked]:
    return asked_in_vain(settings, (noted, thumbs or {}))


def test_near_ones_are_one_group_and_grades_make_no_difference() -> None:
    texts = ["who mends the mill at grade 5", "who mends the mill at grade 7?", "where is the bus", "who mends teh mill at grade 5"]
    assert grouped(texts) == [[0, 1, 3], [2]]


def test_the_most_frequent_comes_first_and_a_thumb_down_counts_twice(house: Settings) -> None:
    noted = log((NORTH, "where is the bus", "unsure"), *[(NORTH, VAIN, "unsure")] * 3, *[(NORTH, "is there a train", "not liked")] * 2)
    (asked,) = groups(house, noted)
    assert [(group.words[0], group.weighs) for group in asked.groups][:2] == [("is there a train", 4.0), (VAIN, 3.0)]


def test_thumbs_down_under_answers_of_the_kind_bring_a_group_forward(house: Settings) -> None:
    noted = log((NORTH, VAIN, "unsure"))
    ((before,), (after,)) = (
        (each.groups[0].weighs for each in groups(house, noted, thumbs))
        for thumbs in ({}, {("northshore", intent): (1, 3) for intent in ("find_grade", "expectations", "compare", "development")})
    )
    assert after == before * 1.75


def test_what_is_understood_by_now_is_left_out(house: Settings) -> None:
    assert groups(house, log((NORTH, "what is expected of a maker for talking", "unsure"))) == []


def test_each_institutions_questions_are_put_to_its_own_assistant(house: Settings) -> None:
    noted = [*log((NORTH, VAIN, "unsure")), *log((SOUTH, VAIN, "unsure"), framework="southmoor"), *log((SOUTH, VAIN, "unsure"))]
    found = groups(house, noted)
    assert [(each.institution.id, [group.framework for group in each.groups]) for each in found] == [
        ("northshore", ["northshore"]),
        ("southmoor", ["southmoor"]),
    ]
    assert [each.institution.id for each in asked_in_vain(house, (noted, {}), "southmoor")] == ["southmoor"]


def test_a_dry_run_and_json_tell_the_same(house: Settings) -> None:
    found = groups(house, log((NORTH, VAIN, "unsure"), (NORTH, VAIN, "not liked")))
    (told,) = json.loads(as_json(found))
    assert (told["often"], told["causes"], told["questions"]) == (2, {"unsure": 1, "not liked": 1}, [VAIN])
    lines = "\n".join(lines_of(found))
    assert f"“{VAIN}”" in lines
    assert f"`{told['proposal']['id']}`" in lines


def test_what_is_taken_is_written_and_read_so_ever_after(kept: Settings) -> None:
    said = taught(kept, log((NORTH, VAIN, "unsure")), "e", "mending = waffle", "q")
    assert said[-1].startswith("Every other question that is written down is read as well as before. Written: ")
    language = (kept.institutions or Path()).parent / "northshore" / "language"
    words = yaml.safe_load((language / "said.yaml").read_text(encoding="utf-8"))
    assert words["northshore"]["competencies"]["mending"]["aliases"] == ["darn", "waffle"]
    assert yaml.safe_load((language / "sentences.yaml").read_text(encoding="utf-8")) == [
        {"text": VAIN, "framework": "northshore", "competencies": ["mending"]}
    ]
    assert checked_sentences(kept) == []


def test_a_sentence_that_is_read_otherwise_one_day_is_a_fault_with_its_line(kept: Settings) -> None:
    file = kept.own_frameworks / "southmoor" / "sentences.yaml"
    sentence = "- {text: talk at grade 2, framework: southmoor, competencies: [%s]}\n"
    file.write_text(f"# why\n{sentence % 'talking'}{sentence % 'mending'}", encoding="utf-8")
    (fault,) = checked_sentences(kept)
    assert (fault.line, fault.what) == (3, "“talk at grade 2” is not read as being about mending any more.")


def test_without_a_folder_of_words_it_goes_beside_the_institutions_own_framework(kept: Settings) -> None:
    assert kept.institutions is not None
    listed = yaml.safe_load(institutions())
    del listed["institutions"]["northshore"]["language"]
    kept.institutions.write_text(yaml.safe_dump(listed), encoding="utf-8")
    taught(kept, log((NORTH, VAIN, "unsure")), "e", "mending = waffle")
    assert (kept.own_frameworks / "northshore" / "said.yaml").read_text() == (
        "northshore:\n  competencies:\n    mending:\n      aliases:\n        - waffle\n"
    )


@pytest.mark.parametrize("typed", [("n",), ("q",), (), ("e", ""), ("e", "nonsense", "")])
def test_what_is_left_writes_nothing(kept: Settings, typed: tuple[str, ...]) -> None:
    before = {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")}
    assert taught(kept, log((NORTH, VAIN, "unsure")), *typed)[-1] == "Nothing was written."
    assert {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")} == before


@pytest.mark.parametrize("about", ["talking = mend", "talking = darn"])
def test_a_word_that_names_another_competency_is_taken_back_with_the_reason(kept: Settings, about: str) -> None:
    before = {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")}
    said = taught(kept, log((NORTH, VAIN, "unsure")), "e", about)
    assert "is an alias of `mending` too." in said[-1] or "is an alias of `talking` too." in said[-1]
    assert {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")} == before


def test_an_unknown_institution_is_named_with_those_there_are(house: Settings) -> None:
    with pytest.raises(Exception, match="Known: northshore, southmoor"):
        asked_in_vain(house, ([], {}), "nowhere")


def called(settings: Settings, title: str) -> None:
    """The expert of northshore gets another title."""
    path = settings.own_frameworks / "northshore" / "framework.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Expert", f"title: {title}").replace("titles: [Expert]", f"titles: [{title}]"), encoding="utf-8")


LEAD = "what does the lab lead do about waffles"


def test_words_like_a_title_are_proposed_as_a_name_of_that_role_with_the_reason(kept: Settings) -> None:
    called(kept, "Laboratory Leader")
    (asked,) = groups(kept, log((NORTH, LEAD, "not liked")))
    lines = "\n".join(lines_of([asked]))
    assert "Let “lab lead” name the role `expert`: nobody has written down “lab lead”, and “Laboratory Leader” is like it." in lines
    (told,) = json.loads(as_json([asked]))
    assert (told["proposal"]["part"], told["proposal"]["kind"], told["proposal"]["words"]) == ("roles", "aliases", "lab lead")


def test_a_name_of_a_role_that_is_taken_is_written_and_read_so_ever_after(kept: Settings) -> None:
    called(kept, "Laboratory Leader")
    said = taught(kept, log((NORTH, LEAD, "not liked")), "y", "q")
    assert said[-1].startswith("Every other question that is written down is read as well as before. Written: ")
    language = (kept.institutions or Path()).parent / "northshore" / "language"
    words = yaml.safe_load((language / "said.yaml").read_text(encoding="utf-8"))
    assert words["northshore"]["roles"]["expert"]["aliases"] == ["lab lead"]
    (sentence,) = yaml.safe_load((language / "sentences.yaml").read_text(encoding="utf-8"))
    assert sentence == {"text": LEAD, "framework": "northshore", "roles": ["expert"]}
    assert checked_sentences(kept) == []


@pytest.mark.parametrize(
    ("typed", "owner"), [("role maker = hand", "an alias of `helper`"), ("role maker = expert", "the title of `expert`")]
)
def test_a_name_of_another_role_is_taken_back_with_the_reason(kept: Settings, typed: str, owner: str) -> None:
    before = {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")}
    said = taught(kept, log((NORTH, VAIN, "unsure")), "e", typed)
    assert f"is {owner} too." in said[-1]
    assert {path: path.read_bytes() for path in (kept.institutions or Path()).parent.rglob("*.yaml")} == before


def test_a_role_needs_the_words_that_name_it(kept: Settings) -> None:
    said = taught(kept, log((NORTH, VAIN, "unsure")), "e", "role maker", "")
    assert any(line.strip().startswith("That names nothing.") and "maker" in line for line in said)
    assert said[-1] == "Nothing was written."
