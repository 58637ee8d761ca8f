"""Knowledge files as typed sheets: each file is read, checked for its shape, and remembered with its lines."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.yaml_file import Steps, YamlFile, read_yaml

S = TypeVar("S", bound=BaseModel)

_REMEDIES = {
    "missing": "Add it.",
    "extra_forbidden": "Correct its spelling or remove it; knowledge/README.md lists the fields.",
    "string_type": "Put the text in quotes.",
    "phrase": "Write a word that is always said, or remove the phrase.",
    "string_pattern_mismatch": "Use lower-case letters, digits and single hyphens.",
}


@dataclass(frozen=True, slots=True)
class Sheet(Generic[S]):
    """A file of knowledge with its content as a typed shape."""

    file: YamlFile
    shape: S

    def fault(self, steps: Steps, what: str, remedy: str) -> Fault:
        """A fault at the value that `steps` leads to in this file."""
        return self.file.fault(steps, what, remedy)


@dataclass(slots=True)
class Faults:
    """Gathers faults, so that all of them are told at once."""

    found: list[Fault] = field(default_factory=list)

    def sheet(self, path: Path, shape: type[S]) -> Sheet[S] | None:
        """Read `path` as `shape`; None, with the faults gathered, where it is not."""
        file, faults = read_yaml(path)
        self.found += faults
        if file is None:
            return None
        try:
            return Sheet(file, shape.model_validate(file.content))
        except ValidationError as error:
            self.found += [_fault(file, problem) for problem in error.errors()]
            return None

    def optional_sheet(self, path: Path, shape: type[S]) -> Sheet[S] | None:
        """Like `sheet`, and no fault where the file does not exist."""
        return self.sheet(path, shape) if path.exists() else None

    def at(self, sheet: Sheet[S], steps: Steps, what: str, remedy: str) -> None:
        """Note a fault in a sheet."""
        self.found.append(sheet.fault(steps, what, remedy))

    def unknown(self, sheet: Sheet[S], steps: Steps, kind: str, given: Hashable, known: Mapping[str, object]) -> None:
        """Note that an id is not one of those known."""
        self.at(sheet, steps, f"There is no {kind} `{given}`.", f"Use one of: {', '.join(known)}.")


def read_shape(path: Path, shape: type[S]) -> S:
    """One file by itself, as `shape`. Raises KnowledgeError with every fault found."""
    faults = Faults()
    sheet = faults.sheet(path, shape)
    if sheet is None or faults.found:
        raise KnowledgeError(faults.found)
    return sheet.shape


def _fault(file: YamlFile, problem: Mapping[str, object]) -> Fault:
    location = problem["loc"]
    assert isinstance(location, tuple)
    steps: Steps = ()
    for step in location:  # pydantic also names the branch of a union: such steps lead nowhere in the file
        if (*steps, step) in file.lines:
            steps = (*steps, step)
    kind = str(problem["type"])
    name = str(location[-1]) if location else "the file"
    what = f"`{name}`: {str(problem['msg']).lower()}."
    return file.fault(steps, what, _REMEDIES.get(kind, "See knowledge/README.md for what belongs here."))
