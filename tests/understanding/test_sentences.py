"""The labelled sentences: each that was read right stays so, and the shares over all of them do not fall."""

import pytest

from tests.understanding.mark import marked, shares
from tests.understanding.talking import Heard
from tests.understanding.verdict import FILES, Sentence, Verdict, judged, sentences

# Set a little below (above) what `python -m tests.understanding.mark` measures; move them when it measures better.
LEAST = {"right": 0.94, "within three": 0.965}
MOST = {"wrong and sure": 0.05, "refused": 0.005}

EASY = [sentence for sentence in sentences() if not sentence.hard]


@pytest.mark.parametrize("sentence", EASY, ids=[sentence.text for sentence in EASY])
def test_a_sentence_is_read_right(heard: Heard, sentence: Sentence) -> None:
    verdict: Verdict = judged(heard, sentence)
    assert verdict.right, f"{', '.join(verdict.wrong)}: {verdict.best.as_json()}"


def test_the_shares_over_all_sentences_keep_their_floors(heard: Heard) -> None:
    measured = shares([judged(heard, sentence) for sentence in sentences()])
    fallen = {name: share for name, share in measured.items() if share < LEAST.get(name, 0) or share > MOST.get(name, 1)}
    assert fallen == {}


def test_every_sentence_has_an_id_of_its_own_and_ids_that_exist(heard: Heard) -> None:
    ids = [sentence.labels["id"] for sentence in sentences()]
    assert len(set(ids)) == len(ids)
    for sentence in sentences():
        framework = heard.library.frameworks[sentence.framework]
        topics = {topic for each in heard.library.frameworks.values() for topic in each.topics}
        for name, known in (("grades", framework.grades), ("roles", framework.roles), ("competencies", framework.competencies)):
            assert all(values <= set(known) for values in sentence.slots(name)), sentence.labels["id"]
        assert all(values <= topics for values in sentence.slots("guide_topics")), sentence.labels["id"]


def test_marks_are_renewed_without_touching_anything_else() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        hard = {str(sentence.labels["id"]) for sentence in sentences() if sentence.hard}
        assert marked(text, hard) == text
        assert marked(marked(text, set()), hard) == text
        assert "hard: true" not in marked(text, set()).partition("\n")[2]
