"""Renews the marks: `hard: true` on each sentence that is read wrong today.

    python -m tests.understanding.mark

Run it after understanding has changed. It prints the shares that the floors in `test_sentences.py` are set by, and which sentences
are read right or wrong anew; a sentence that became hard is a fault to look at before its mark is committed.
"""

import re
import sys
from pathlib import Path

import yaml

from bot.framework.library import read_library
from bot.settings import PROJECT, Settings
from bot.understanding.language import read_language
from bot.understanding.learnt import shelf
from bot.understanding.reader import Reader
from tests.understanding.talking import Heard
from tests.understanding.verdict import FILES, Verdict, judged, sentences

ENTRY = re.compile(r"(?m)^(?=- id: )")
MARK = "  hard: true\n"


def marked(text: str, hard: set[str]) -> str:
    """The text of a file of sentences with the marks on those ids alone."""
    head, *entries = ENTRY.split(text.replace(MARK, ""))
    ids = [entry.splitlines()[0].removeprefix("- id: ") for entry in entries]
    return head + "".join(entry + MARK if id_ in hard else entry for id_, entry in zip(ids, entries, strict=True))


def shares(verdicts: list[Verdict]) -> dict[str, float]:
    """The shares of sentences read right, right within the first three, wrong but sure, and refused."""
    counts = {
        "right": sum(verdict.right for verdict in verdicts),
        "within three": sum(verdict.within for verdict in verdicts),
        "wrong and sure": sum(verdict.sure and not verdict.right for verdict in verdicts),
        "refused": sum(verdict.refused for verdict in verdicts),
    }
    return {name: count / len(verdicts) for name, count in counts.items()}


def _taught(knowledge: Path) -> set[str]:
    """Every text of the knowledge in lower case: a sentence that stands in it tells nothing about sentences that do not."""
    return {
        node.value.strip().lower()
        for path in knowledge.rglob("*.yaml")
        for node in yaml.parse(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if isinstance(node, yaml.ScalarEvent)
    }


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Read every sentence, mark those read wrong, tell what changed."""
    knowledge = PROJECT / "knowledge"
    library = read_library(knowledge)
    kept = shelf(Path(Settings().database).parent, knowledge)
    heard = Heard(library, Reader(library, read_language(knowledge / "language/en"), kept))
    verdicts = [judged(heard, sentence) for sentence in sentences()]
    for verdict in verdicts:
        if verdict.right == verdict.sentence.hard:
            _write(f"{'now right' if verdict.right else 'NOW WRONG'}  {verdict.sentence.labels['id']}  {verdict.sentence.text}")
    hard = {str(verdict.sentence.labels["id"]) for verdict in verdicts if not verdict.right}
    for file in FILES:
        file.write_text(marked(file.read_text(encoding="utf-8"), hard), encoding="utf-8")
    for name, share in shares(verdicts).items():
        _write(f"{name}: {share:.3f}")
    _write(f"{len(hard)} of {len(verdicts)} are hard")
    taught = _taught(knowledge)
    unseen = [verdict for verdict in verdicts if verdict.sentence.text.strip().lower() not in taught]
    if unseen:
        right = sum(verdict.right for verdict in unseen) / len(unseen)
        _write(f"{len(unseen)} of them are not taught word for word in the knowledge; of these right: {right:.3f}")


if __name__ == "__main__":
    main()
