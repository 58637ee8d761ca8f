"""The words that a framework itself uses: in its names, titles and statements."""

import re
from collections.abc import Iterator

from bot.framework.model import Framework

_WORD = re.compile(r"[^\W\d_]+")


def words_of(framework: Framework) -> Iterator[str]:
    """Every word, as it is written, some more than once."""
    for text in _texts(framework):
        yield from _WORD.findall(text)


def _texts(framework: Framework) -> Iterator[str]:
    yield from (framework.name, framework.institution, framework.document, framework.competency_word, framework.competencies_word)
    for role in framework.roles.values():
        yield from (role.title, *role.titles, *role.aliases)
    for competency in framework.competencies.values():
        yield from (competency.name, competency.short, *competency.names.values(), *competency.aliases, *competency.hints)
        for expectation in competency.expectations.values():
            yield from (statement.text for statement in expectation.added)
    for topic in framework.topics.values():
        yield from (topic.title, *topic.says, *topic.aliases)
