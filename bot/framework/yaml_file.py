"""A YAML file read with the line of every value, so that a fault can say where it is."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.framework.faults import Fault

Steps = tuple[Hashable, ...]
MAX_BYTES = 2_000_000
DEEPEST = 50  # knowledge nests a handful deep; libyaml itself crashes on a file that nests without end
MAX_VALUES = 500_000  # an alias repeated in aliases makes a short file long


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a file and, for each value, its path of keys and indexes with its 1-based line."""

    path: Path
    content: Any
    lines: dict[Steps, int]

    def line(self, *steps: Hashable) -> int:
        """The line of the value at `steps`, or of the nearest value around it."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def fault(self, steps: Steps, what: str, remedy: str) -> Fault:
        """A fault at the value that `steps` leads to."""
        return Fault(self.path, self.line(*steps), what, remedy)


class _Builder(yaml.constructor.SafeConstructor):
    """Builds plain values from nodes and notes each one's line; a key given twice is a fault."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.lines: dict[Steps, int] = {}
        self.faults: list[Fault] = []

    def value(self, node: yaml.Node, steps: Steps) -> Any:
        if len(self.lines) >= MAX_VALUES:
            raise yaml.constructor.ConstructorError(problem="it holds too many values", problem_mark=node.start_mark)
        self.lines[steps] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, steps)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*steps, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        """Only true and false are truth values: a bare No, yes or on is the word, as whoever wrote it meant."""
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        if node.tag == "tag:yaml.org,2002:bool" and node.value.lower() not in ("true", "false"):
            return node.value
        try:
            return self.construct_object(node)
        except (ValueError, LookupError, AttributeError) as error:  # a date that is none, a tag that does not fit
            problem = f"`{node.value}` cannot be read as it stands and needs quotes"
            raise yaml.constructor.ConstructorError(problem=problem, problem_mark=node.start_mark) from error

    def _mapping(self, node: yaml.MappingNode, steps: Steps) -> dict[Hashable, Any]:
        content: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self._scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str | int) or isinstance(key, bool):
                self.faults.append(Fault(self.path, line, "This key is not a plain word or number.", "Put it in quotes."))
            elif key in content:
                self.faults.append(Fault(self.path, line, f"`{key}` is given twice here.", "Keep one of them."))
            else:
                content[key] = self.value(value_node, (*steps, key))
                self.lines[(*steps, key)] = line
        return content


def _composed(text: str) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise yaml.constructor.ConstructorError(problem="it nests too deep", problem_mark=event.start_mark)  # type: ignore[arg-type]
    return yaml.compose(text, Loader=loader)


def read_yaml(path: Path) -> tuple[YamlFile | None, list[Fault]]:
    """Read a UTF-8 YAML file; returns None with the faults where it cannot be read at all."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            what = f"The file is larger than {MAX_BYTES // 1_000_000} MB."
            return None, [Fault(path, 0, what, "Split it or remove what does not belong.")]
        text = raw.decode("utf-8")
    except OSError as error:
        return None, [Fault(path, 0, f"The file cannot be read ({error.strerror}).", "Create it, or make it readable.")]
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Fault(path, line, "This is not UTF-8 text.", "Save the file as UTF-8.")]
    try:
        node = _composed(text)
        builder = _Builder(path)
        content = builder.value(node, ()) if node is not None else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it nests too deep or holds a value that cannot be read"
        line = mark.line + 1 if mark else 0
        remedy = "Check indentation, colons and quotes around this line."
        return None, [Fault(path, line, f"This is not valid YAML: {problem}.", remedy)]
    return YamlFile(path, content, builder.lines), builder.faults
