"""Nothing that a person reads stands in the code: talks that other tests hold are held again in a pseudo-locale, and no plain word is left.

In it every word of `bot/phrases/en` has accents and every word of a framework is in other letters. What is still plain then is a person's own,
a name or a date, or it is a fault: it belongs into `bot/phrases/en`, where a second language would find it.
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
from tests.phrases.letters import plain

ROOT = Path(__file__).parents[2]
TALKS = ("cards", "dialogs/*/test_cards.py", "dialogs/test_guidance.py", "dialogs/test_evidence.py", "dialogs/test_dossier.py", "documents")
EDGES = ("msteams/test_[efgmprsw]*.py", "msteams/test_app_package.py", "test_file_pages.py", "terminal/test_chat.py")
OFF_PUTTING = yaml.safe_load((ROOT / "knowledge/language/en/off_putting.yaml").read_text())
STAYS: dict[str, str] = {
    "ASSISTANT_DATABASE": "the name of a setting",
}
"""What is plain in every language, with the reason."""


@pytest.fixture(scope="module", params=[TALKS, EDGES], ids=["talks", "edges"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was read in the pseudo-locale; in a process of its own, as phrases are loaded once."""
    written = tmp_path_factory.mktemp("pseudo") / "read.json"
    files = [str(path) for pattern in request.param for path in sorted((ROOT / "tests").glob(pattern))]
    command = [sys.executable, "-m", "pytest", "-q", "--tb=no", "-p", "tests.phrases.recording", "-p", "no:cacheprovider", "-p", "no:xdist"]
    subprocess.run([*command, *files], cwd=ROOT, env={**os.environ, "PSEUDO_LOCALE": str(written)}, check=False, capture_output=True)
    found: dict[str, Any] = json.loads(written.read_text())
    return found


def test_no_text_that_a_person_reads_is_hard_wired(read: dict[str, Any]) -> None:
    leftover = Leftover(read["own"], tuple(STAYS))
    assert {(text, *left): where for text, where in read["seen"].items() if (left := leftover.of(text))} == {}
