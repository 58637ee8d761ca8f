"""Adding an item to a list in a YAML file, and touching nothing else of it: comments, order and line breaks stay."""

from collections.abc import Sequence
from typing import Any

import yaml

Step = str | int
MOST_WIDE = 140


class CannotEdit(Exception):  # noqa: N818 (what is the case, not an error name)
    """Raised where a file is written in a way that cannot be added to by itself; the message says what to add by hand."""


def with_item(text: str, steps: Sequence[Step], item: str, after: Sequence[str] = ()) -> str:
    """The text with `item` at the end of the list that `steps` lead to, made where there is none.

    `after` are the keys that a new list of the last mapping should follow, the best first. Raises CannotEdit where the result would not
    be just that.
    """
    by_hand = CannotEdit(f"Add {item!r} to {' / '.join(map(str, steps))} by hand.")
    try:
        expected = _expected(_content(text), steps, item)
    except (TypeError, AttributeError):  # what stands there is no list or mapping
        raise by_hand from None
    edited = _edited(text, steps, item, after)
    if _content(edited) != expected:
        raise by_hand
    return edited


def _content(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return CannotEdit


def _expected(content: Any, steps: Sequence[Step], item: str) -> Any:
    """What the file is to hold afterwards."""
    if not steps:
        return [*(content or []), item]
    first, rest = steps[0], steps[1:]
    if isinstance(first, int):
        return [_expected(each, rest, item) if place == first else each for place, each in enumerate(content)]
    held = content or {}
    return {**held, first: _expected(held.get(first), rest, item)}


def _edited(text: str, steps: Sequence[Step], item: str, after: Sequence[str]) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return text + _new_block(steps, item, 0)
    node, left = _deepest(root, list(steps))
    if not left and isinstance(node, yaml.SequenceNode):
        return _with_last(text, node, item)
    if left and isinstance(node, yaml.MappingNode):
        return _with_key(text, node, left, item, after)
    raise CannotEdit(f"Add {item!r} to {' / '.join(map(str, steps))} by hand.")


def _deepest(node: yaml.Node, steps: list[Step]) -> tuple[yaml.Node, list[Step]]:
    """The node that the steps lead to, as far as there are nodes, and the steps that are left."""
    while steps:
        inner = _inside(node, steps[0])
        if inner is None or (isinstance(inner, yaml.ScalarNode) and len(steps) > 1):
            break
        node, steps = inner, steps[1:]
    return node, steps


def _inside(node: yaml.Node, step: Step) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _with_last(text: str, node: yaml.SequenceNode, item: str) -> str:
    if node.flow_style:
        at = node.end_mark.index - 1
        comma = ", " if node.value else ""
        width = len(text[: node.end_mark.index].rpartition("\n")[2]) + len(item)
        if node.value and width > MOST_WIDE:
            comma = ",\n" + " " * _indent_of(text, node.value[-1].start_mark.index)
        kept = text[:at].rstrip() if node.value else text[:at]
        return f"{kept.rstrip(',')}{comma}{_quoted(item)}{text[at:]}"
    column = node.start_mark.column
    return _with_line(text, _end(node), f"{' ' * column}- {_quoted(item)}")


def _with_key(text: str, node: yaml.MappingNode, left: list[Step], item: str, after: Sequence[str]) -> str:
    if node.flow_style:
        at = node.end_mark.index - 1
        nested = "".join(f"{{{step}: " for step in left[1:]) + f"[{_quoted(item)}]" + "}" * (len(left) - 1)
        return f"{text[:at].rstrip()}{', ' if node.value else ''}{left[0]}: {nested}{text[at:]}"
    follows = [value for key in after for name, value in node.value if name.value == key] or [node.value[-1][1]]
    return _with_line(text, _end(follows[0]), _new_block(left, item, node.start_mark.column).rstrip("\n"))


def _new_block(steps: Sequence[Step], item: str, column: int) -> str:
    lines = [f"{' ' * (column + 2 * depth)}{step}:" for depth, step in enumerate(steps)]
    return "\n".join((*lines, f"{' ' * (column + 2 * len(steps))}- {_quoted(item)}")) + "\n"


def _with_line(text: str, end: int, line: str) -> str:
    """The text with a line after the one in which `end` stands."""
    if end and text[end - 1] == "\n":
        return f"{text[:end]}{line}\n{text[end:]}"
    stop = text.find("\n", end)
    return f"{text[:stop]}\n{line}{text[stop:]}" if stop >= 0 else f"{text}\n{line}\n"


def _end(node: yaml.Node) -> int:
    """Where the last word of a node ends: a block's own end is where the next thing begins."""
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _indent_of(text: str, index: int) -> int:
    line = text[text.rfind("\n", 0, index) + 1 :]
    return max(2, len(line) - len(line.lstrip(" ")))


def _quoted(item: str) -> str:
    """As plain as it may stand, in a flow list as well."""
    plain = yaml.safe_dump([item], default_flow_style=True, allow_unicode=True, width=10_000).strip()
    return plain[1:-1]
