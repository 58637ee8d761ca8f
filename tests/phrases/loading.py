"""Loads `bot.phrases.en` as a pseudo-locale: every word in it that could be read is changed as the module is read, nothing else is."""

import ast
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

from tests.phrases.letters import parts, said

PHRASES = "bot.phrases.en"
PARTS: list[tuple[str, str]] = []
"""Every part of a phrase that was changed: where it stands, and what became of it."""
_KEYS = {"get", "compile"}
"""Methods whose arguments are no words: a key, a pattern."""


class Changed(ast.NodeTransformer):
    """The same module with its words changed. Docstrings, keys, comparisons, annotations and formats are no words."""

    def __init__(self, module: str) -> None:
        self._module = module

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """A docstring stays."""
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """What is compared with a value of ours is none either."""
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """A key stays."""
        node.value = self.visit(node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        """Keys stay."""
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """An annotation stays."""
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """An annotation stays."""
        node.value = self.visit(node.value) if node.value else None
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A key that is looked up stays."""
        if isinstance(node.func, ast.Attribute) and node.func.attr in _KEYS:
            node.func = self.visit(node.func)
            node.args = [each if isinstance(each, ast.Constant) else self.visit(each) for each in node.args[:1]] + [
                self.visit(each) for each in node.args[1:]
            ]
            return node
        return self.generic_visit(node)

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        """A value that is looked for stays."""
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
        """How a value is written stays."""
        node.value = self.visit(node.value)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Words."""
        if not isinstance(node.value, str):
            return node
        changed = said(node.value)
        PARTS.extend((f"{self._module}:{node.lineno}", part) for part in parts(changed))
        return ast.copy_location(ast.Constant(changed), node)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType | None:
        """Never what was compiled of the real module."""
        path = self.get_filename(fullname)
        return compile(Changed(fullname.rpartition(".")[2]).visit(ast.parse(self.get_data(path))), path, "exec")


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The phrases; all else is found as ever."""
        if not fullname.startswith(f"{PHRASES}."):
            return None
        spec: Any = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def put_in_place() -> None:
    """From now on, in this process, the phrases are the pseudo-locale's."""
    assert not any(name.startswith(PHRASES) for name in sys.modules), "the phrases were read already"
    sys.meta_path.insert(0, _Finder())
