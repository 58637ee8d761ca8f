"""What was taught from the question log is read as it was taught."""

from bot.settings import Settings
from bot.terminal.questions.reading import checked_sentences


def test_every_sentence_that_was_taught_is_read_so() -> None:
    assert checked_sentences(Settings(_env_file=None)) == []
