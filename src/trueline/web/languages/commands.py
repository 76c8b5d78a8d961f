"""Strings of the command line's help: docstrings of commands, and help texts of their parameters.

They stand where typer reads them, without a mark; they are translated when somebody asks for help.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

from trueline.web.languages.sources import PROGRAM, MarkedString

COMMANDS = PROGRAM / "cli"
COMMAND_TEXTS = {"help", "epilog"}
PANELS = {"DESIGN", "WORKBENCH", "EPILOG", "FIND_EPILOG", "EVALUATE_EPILOG"}
"""Constants that hold titles of panels and epilogs."""


def command_strings() -> Iterator[MarkedString]:
    """Every one of them, as typer shows it."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(COMMANDS.glob("*.py"))]
    commands = {name for tree in trees for name in _commands(tree)}
    for tree in trees:
        for node in ast.walk(tree):
            for text in (*_help(node), *_panel_titles(node), *_docstring(node, commands)):
                yield MarkedString(text, on_pages=False)


def _commands(tree: ast.Module) -> Iterator[str]:
    """Functions that are commands: decorated as such, or given to `app.command(...)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_registers, node.decorator_list)):
            yield node.name
        if isinstance(node, ast.Call) and _registers(node.func):
            yield from (arg.attr for arg in node.args if isinstance(arg, ast.Attribute))


def _registers(node: ast.expr) -> bool:
    function = node.func if isinstance(node, ast.Call) else None
    return isinstance(function, ast.Attribute) and function.attr in ("command", "callback")


def _docstring(node: ast.AST, commands: set[str]) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef) and node.name in commands:
        yield inspect.cleandoc(ast.get_docstring(node) or "")


def _help(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.keyword) and node.arg in COMMAND_TEXTS:
        yield from _text(node.value)


def _panel_titles(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in PANELS:
        yield from _text(node.value)


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield inspect.cleandoc(node.value)
