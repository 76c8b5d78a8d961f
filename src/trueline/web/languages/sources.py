"""Strings marked for translation: in templates, in Python, and in rules that are data.

Read without gettext's programs, so that a test on any machine can tell what is missing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from django.utils.translation.template import templatize

from trueline.reports.layout.typesetting import TEMPLATES, words_in

WEB = Path(__file__).parent.parent
PROGRAM = WEB.parent
SAID_ON_PAGES = (
    "design/figure_wording.py",
    "language/formats.py",
    "language/terms.py",
    "reports/labels.py",
    "reports/plan/meta_picture.py",
    "reports/plan/progress.py",
    "reports/ratifications/wording.py",
    "reports/values.py",
    "review/plan_audit/meta.py",
)
"""Modules outside the web part by which its pages put values, places and facts into words."""

MARKING = ON_PAGES, _ELSEWHERE = ("django.utils.translation", "trueline.language")
"""The modules whose functions mark a string: the first what pages say, the second, by the same names,
what commands, findings and exports say.
"""
KINDS = {
    "gettext": "single",
    "gettext_lazy": "single",
    "gettext_noop": "single",
    "ngettext": "plural",
    "ngettext_lazy": "plural",
    "pgettext": "in context",
    "pgettext_lazy": "in context",
}
"""The functions that mark a string, by what their first arguments are."""

IN_TEMPLATES = KINDS | {"_": "single"}
CALL = re.compile(r"\b(?:_|[np]?gettext)\(")


@dataclass(frozen=True)
class MarkedString:
    """A string, its plural where it counts something, and the context that tells two uses of one
    word apart, such as “Change” the noun and the verb.

    `on_pages`: whether the interface in the browser says it, which is whole in each language.
    """

    text: str
    plural: str = ""
    context: str = ""
    on_pages: bool = True


BORROWED = (
    MarkedString(
        "This password is too short. It must contain at least %d character.",
        plural="This password is too short. It must contain at least %d characters.",
    ),
)
"""Strings of Django's that it has not in each of our languages. Ours come before its own."""


@cache
def marked_strings() -> tuple[MarkedString, ...]:
    """Each string that the program marks, as often as it is marked."""
    return tuple(_in_files())


def _in_files() -> Iterator[MarkedString]:
    for path in sorted(PROGRAM.rglob("*.py")):
        on_pages = path.relative_to(PROGRAM).as_posix() in SAID_ON_PAGES
        for marked in _of_python(path):
            yield replace(marked, on_pages=on_pages or marked.on_pages)
    for template in sorted(path.name for path in TEMPLATES.glob("*.typ")):
        yield from (MarkedString(text, on_pages=False) for text in words_in(template))
    for path in sorted((WEB / "templates").rglob("*.*")):
        if path.suffix in (".html", ".txt"):
            yield from _of_template(path)


def _of_python(path: Path) -> Iterator[MarkedString]:
    tree = ast.parse(path.read_text("utf-8"))
    for module in MARKING:
        kinds = _marking_names(tree, module)
        for node in ast.walk(tree) if kinds else ():
            if isinstance(node, ast.Call):
                for marked in _of_call(node, kinds):
                    yield replace(marked, on_pages=module == ON_PAGES)


def _marking_names(tree: ast.Module, marking: str) -> dict[str, str]:
    """The string-marking functions of a module, by the names under which another imports them."""
    kinds = {
        name.asname or name.name: KINDS[name.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(marking)
        for name in node.names
        if name.name in KINDS
    }
    shorter = {
        target.id: kinds[node.value.id]
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)
        for target in node.targets
        if isinstance(target, ast.Name) and node.value.id in kinds
    }
    return kinds | shorter


def _of_template(path: Path) -> Iterator[MarkedString]:
    """Django turns a template into something with calls; each is read for itself."""
    code = templatize(path.read_text("utf-8"), origin=str(path))
    for match in CALL.finditer(code):
        call = _call_at_start(code[match.start() :])
        if isinstance(call, ast.Call):
            yield from _of_call(call, IN_TEMPLATES)


def _call_at_start(text: str) -> ast.expr | None:
    """The call at the start of a text: up to the first bracket that closes it."""
    for end in (match.end() for match in re.finditer(r"\)", text)):
        try:
            return ast.parse(text[:end], mode="eval").body
        except SyntaxError:
            continue
    return None


def _of_call(call: ast.Call, kinds: dict[str, str]) -> Iterator[MarkedString]:
    kind = kinds.get(getattr(call.func, "id", ""))
    texts = [
        argument.value
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    if kind == "single" and texts:
        yield MarkedString(texts[0])
    elif kind == "plural" and len(texts) == 2:
        yield MarkedString(texts[0], plural=texts[1])
    elif kind == "in context" and len(texts) == 2:
        yield MarkedString(texts[1], context=texts[0])
