"""The benchmark in its short form: it runs to its end, whatever it finds."""

import subprocess
import sys

import pytest

from tests.benchmarks.__main__ import PARTS, main


def test_the_short_form_of_the_storage_runs_to_its_end() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks", "people", "--short"], capture_output=True, text=True, check=True)
    assert "SQLite     │ 200" in done.stdout
    assert done.stdout.rstrip().endswith("done")


def test_a_part_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(SystemExit) as refused:
        main(["memory"])
    assert all(part in str(refused.value) for part in (*PARTS, "memory"))
