"""Nothing that a person reads stands in the code: talks that other tests hold are held again in a pseudo-locale, and no plain word is left.

In it every word of `bot/phrases/en` has accents, and every word of a framework is in other letters. What is still plain then is a person's
own, a name or a date, or it is a fault: it belongs into `bot/phrases/en`, where a second language would find it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.phrases.leftover import Leftover

ROOT = Path(__file__).parents[2]
TALKS = (
    *("cards/test_*cards.py", "dialogs/*/test_cards.py", "documents/test_drawing.py"),
    *(f"dialogs/test_{name}.py" for name in ("asides", "dossier", "follow_up", "guidance", "my_data", "profile", "reminding")),
)
EDGES = (
    *(
        f"msteams/test_{name}.py"
        for name in ("app_package", "edits", "extension", "file_consent", "groups", "messages", "presses", "refresh")
    ),
    *("msteams/test_sharing.py", "test_file_pages.py", "terminal/test_chat.py"),
)
LANGUAGE = ROOT / "knowledge" / "language" / "en"
FOR_AN_OPERATOR = "tests/terminal/test_chat.py::test_a_chat_where_another_has_the_file_says_so_and_goes_on"
"""Tells why a database cannot be opened, in the words that whoever starts a server gets, as in its log."""


def _read(tests: tuple[str, ...], written: Path) -> dict[str, Any]:
    """What is read in the pseudo-locale while these tests talk: in a process of its own, as the phrases are loaded once."""
    files = [str(path) for pattern in tests for path in sorted((ROOT / "tests").glob(pattern))]
    command = [sys.executable, "-m", "pytest", "--tb=no", "-p", "tests.phrases.recording", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["--deselect", FOR_AN_OPERATOR]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    subprocess.run([*command, *files], cwd=ROOT, env=environment | {"PSEUDO_LOCALE": str(written)}, check=False, capture_output=True)
    found: dict[str, Any] = json.loads(written.read_text())
    return found


@pytest.mark.parametrize(("tests", "least"), [pytest.param(TALKS, 0.55, id="talks"), pytest.param(EDGES, 0.33, id="edges")])
def test_no_text_that_a_person_reads_is_hard_wired(tests: tuple[str, ...], least: float, tmp_path: Path) -> None:
    read = _read(tests, tmp_path / "read.json")
    why = [each["why"] for each in yaml.safe_load((LANGUAGE / "off_putting.yaml").read_text())["words"]]
    leftover = Leftover(read["own"], why)
    # The reasons why words put people off are knowledge, in the language of the adverts that they are about.
    assert {text: (left, where) for text, where in read["seen"].items() if (left := leftover.of(text))} == {}
    # What is never said in these talks cannot be found: they must go on as far as they do.
    everything = "\n".join(read["seen"]).casefold()
    seen = [part for _, part in read["parts"] if part.casefold() in everything]
    assert len(seen) > least * len(read["parts"])
