"""Whatever tells a person something is marked for translation: commands, checks, backups, refusals."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import trueline
from tests.language.pseudo import plain_words
from trueline.web.languages.sources import KINDS

PROGRAM = Path(trueline.__file__).parent
TELLING = {
    "Answer",
    "CannotRun",
    "Damaged",
    "ImproperlyConfigured",
    "Refused",
    "Problem",
    "Text",
    "Unfit",
    "add_column",
    "add_row",
    "echo",
    "fail",
    "print",
    "say",
}
"""What a person is told something by, on the command line or as the reason of a failure."""
MARKING = {*KINDS, "_"}


def told(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in TELLING:
            yield node


def _name(called: ast.expr) -> str:
    return getattr(called, "id", getattr(called, "attr", ""))


def unmarked(call: ast.Call) -> Iterator[str]:
    """Texts of a call with words in plain letters that no function marks."""
    waiting: list[ast.AST] = [*call.args]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            waiting += [] if _name(node.func) in MARKING else node.args
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str) and " " in node.value.strip():
                yield node.value
        elif isinstance(node, ast.JoinedStr):
            texts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            if plain_words("…".join(texts)):
                yield "…".join(texts)
        else:
            waiting += ast.iter_child_nodes(node)


def test_a_text_that_no_function_marks_is_noticed() -> None:
    (call,) = told(ast.parse("say(f'{count} rows are left' if count else gettext('None is left'))"))
    assert list(unmarked(call)) == [" rows are left"]
    (call,) = told(ast.parse("raise CannotRun(gettext('No room in {folder}.', folder=folder))"))
    assert list(unmarked(call)) == []


def test_nobody_is_told_a_thing_that_is_not_marked() -> None:
    paths = sorted(path for path in PROGRAM.rglob("*.py") if path.name != "__main__.py")
    calls = [(path, call) for path in paths for call in told(ast.parse(path.read_text("utf-8")))]
    left = {
        (path.relative_to(PROGRAM).as_posix(), text)
        for path, call in calls
        for text in unmarked(call)
    }
    assert len(calls) > 300
    assert left == set()
