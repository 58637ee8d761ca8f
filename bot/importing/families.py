"""Job families: sheets or sections that name the same grades and say different things of them are not one role, but one each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from bot.importing.blocks import Block, Column
from bot.importing.cleaning import key, without_number
from bot.importing.source import Findings

Said = dict[tuple[int, str, str], str]  # grade, title, competency: the words


def by_family(blocks: Sequence[Block], findings: Findings) -> tuple[Block, ...]:
    """The blocks, each with its family as the career path of its roles where two families contradict each other."""
    if any(column.path for block in blocks for column in block.columns):
        return tuple(blocks)
    said: dict[str, Said] = {}
    for block in blocks:
        said.setdefault(block.family, {}).update(_said(block))
    apart = {name for one, other in combinations(said, 2) if one and other and _differ(said[one], said[other]) for name in (one, other)}
    if apart:
        told = " and ".join(f"“{name}”" for name in said if name in apart)
        findings.guess(f"{told} have the same grades and say different things of them; each was taken for a career path of its own.")
    return tuple(_with_path(block) if block.family in apart else block for block in blocks)


def _said(block: Block) -> Iterator[tuple[tuple[int, str, str], str]]:
    for row in block.rows:
        for column, cell in zip(block.columns, row.cells, strict=True):
            if cell.text:
                yield (column.grade, key(column.title), key(row.label.text)), key(cell.text)


def _differ(one: Said, other: Said) -> bool:
    """Whether they speak of the same cells, and mostly in other words."""
    shared = one.keys() & other.keys()
    return sum(one[cell] != other[cell] for cell in shared) * 2 > len(shared)


def _with_path(block: Block) -> Block:
    path = without_number(block.family)
    return replace(block, columns=tuple(_on(column, path) for column in block.columns))


def _on(column: Column, path: str) -> Column:
    return replace(column, path=path)
