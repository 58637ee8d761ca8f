"""Reading YAML: words stay words, every value has its line, and what cannot be read is told."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.framework.faults import Fault
from bot.framework.yaml_file import MAX_BYTES, YamlFile, read_yaml


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.yaml"


def read(path: Path, text: str) -> YamlFile:
    """The file with this text, which has no fault."""
    path.write_text(text, encoding="utf-8")
    file, faults = read_yaml(path)
    assert faults == []
    assert file is not None
    return file


def fault(path: Path, raw: bytes) -> Fault:
    """The only fault of a file with these bytes."""
    path.write_bytes(raw)
    _, faults = read_yaml(path)
    assert len(faults) == 1, faults
    assert faults[0].file == path
    assert faults[0].remedy
    return faults[0]


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "Yes", "on", "On", "off", "OFF", "y", "n"])
def test_words_that_yaml_takes_for_truth_stay_words(path: Path, word: str) -> None:
    assert read(path, f"- {word}\n- {{{word}: {word}}}").content == [word, {word: word}]


def test_only_true_and_false_are_truth_values(path: Path) -> None:
    assert read(path, "[true, False, 'true']").content == [True, False, "true"]


def test_numbers_lists_and_maps_are_read_as_such(path: Path) -> None:
    assert read(path, "a: 1\nb: [0.5, two]\n3: ~\n").content == {"a": 1, "b": [0.5, "two"], 3: None}


def test_an_empty_file_has_no_content_and_no_fault(path: Path) -> None:
    assert read(path, "# nothing yet\n").content is None


def test_every_value_has_its_line(path: Path) -> None:
    file = read(path, "a: 1\nb:\n  - x\n  - c:\n      deep\n")
    lines = [file.line("a"), file.line("b"), file.line("b", 0), file.line("b", 1), file.line("b", 1, "c")]
    assert lines == [1, 2, 3, 4, 4]


def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it(path: Path) -> None:
    file = read(path, "a: 1\nb:\n  - x\n")
    assert file.line("b", 0, "missing", "further") == 3
    assert file.line("nothing") == 1


SPOILT = {
    "a tab": (b"a:\n  b: 1\n\tc: 2\n", 3, "not valid YAML"),
    "bad indentation": (b"a:\n    b: 1\n  c: 2\n", 3, "not valid YAML"),
    "an open bracket": (b"a: [1, 2\nb: 3\n", 2, "not valid YAML"),
    "an open quote": (b'a: "one\n', 2, "not valid YAML"),
    "a colon in words": (b"a: one: two\n", 1, "not valid YAML"),
    "a second document": (b"a: 1\n---\nb: 2\n", 2, "not valid YAML"),
    "a tag": (b"a: 1\nb: !!python/name:os.system x\n", 2, "not valid YAML"),
    "a day that does not exist": (b"a: 1\nb: 2024-02-31\n", 2, "needs quotes"),
    "a tag that does not fit": (b'a: !!int ""\n', 1, "needs quotes"),
    "not UTF-8": (b"a: 1\nb: caf\xe9\n", 2, "not UTF-8"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, "not UTF-8"),
    "a NUL": (b"a: 1\x00\n", 0, "not valid YAML"),
    "too much": (b"#" * (MAX_BYTES + 1), 0, "larger than 2 MB"),
    "nesting without end": (b"[" * 100_000, 1, "nests too deep"),
    "lists in lists without end": (b"- " * 100_000, 1, "nests too deep"),
    "a value inside itself": (b"a: &a [*a]\n", 0, "nests too deep"),
    "a key twice": (b"a: 1\nb: 2\na: 3\n", 3, "`a` is given twice"),
    "a key twice inside": (b"a:\n  b: 1\n  b: 1\n", 3, "`b` is given twice"),
    "a list as a key": (b"a: 1\n? [b]\n: 2\n", 2, "not a plain word"),
    "a date as a key": (b"2024-01-01: 1\n", 1, "not a plain word"),
}


@pytest.mark.parametrize(("raw", "line", "what"), SPOILT.values(), ids=SPOILT)
def test_what_cannot_be_read_is_told_with_its_line(path: Path, raw: bytes, line: int, what: str) -> None:
    found = fault(path, raw)
    assert found.line == line
    assert what in found.what


def test_a_short_file_that_grows_without_end_is_told(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "too many values" in fault(path, "\n".join(lines).encode()).what


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for place in (tmp_path / "nowhere.yaml", tmp_path):
        file, faults = read_yaml(place)
        assert file is None
        assert [(each.file, each.line) for each in faults] == [(place, 0)]
        assert "cannot be read" in faults[0].what


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab1:-[]{}&*!|>%@'\"#?,~ \t\n=<0.x_"), max_size=40).map(str.encode) | st.binary(max_size=40))
def test_any_bytes_are_read_or_told(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    file, faults = read_yaml(path)
    assert file is not None or faults
