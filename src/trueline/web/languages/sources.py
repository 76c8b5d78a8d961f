"""Strings marked for translation in templates and in Python.

Read without gettext's programs, so that a test on any machine can tell what is missing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

WEB = Path(__file__).parent.parent
SINGLE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
CALL = re.compile(r"\b(?:_|gettext|ngettext|pgettext)\(")


@dataclass(frozen=True)
class Marked:
    """A string, its plural where it counts something, and the context that tells two uses of one
    word apart, such as “Change” the noun and the verb.
    """

    text: str
    plural: str = ""
    context: str = ""


def marked_strings(folder: Path = WEB) -> Iterator[Marked]:
    """Each string that the interface marks, as often as it is marked."""
    for path in sorted(folder.rglob("*.py")):
        yield from _of_python(path)
    for path in sorted((folder / "templates").rglob("*.*")):
        if path.suffix in (".html", ".txt"):
            yield from _of_template(path)


def _of_python(path: Path) -> Iterator[Marked]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield from _of_call(node)


def _of_template(path: Path) -> Iterator[Marked]:
    """Django turns a template into something with calls; each is read for itself."""
    said = templatize(path.read_text("utf-8"), origin=str(path))
    for match in CALL.finditer(said):
        call = _balanced(said[match.start() :])
        if isinstance(call, ast.Call):
            yield from _of_call(call)


def _balanced(text: str) -> ast.expr | None:
    """The call at the start of a text: up to the first bracket that closes it."""
    for end in (match.end() for match in re.finditer(r"\)", text)):
        try:
            return ast.parse(text[:end], mode="eval").body
        except SyntaxError:
            continue
    return None


def _of_call(call: ast.Call) -> Iterator[Marked]:
    called = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [
        argument.value
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    if called in SINGLE and texts:
        yield Marked(texts[0])
    elif called in PLURAL and len(texts) == 2:
        yield Marked(texts[0], plural=texts[1])
    elif called in IN_CONTEXT and len(texts) == 2:
        yield Marked(texts[1], context=texts[0])
