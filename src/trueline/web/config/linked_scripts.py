"""Scripts that import one another, as one file.

Each module becomes a function that runs once and gives what it exports, in the order in which a
browser would run them. They are written for that: `import "./x.js"`, `import { a, b } from "./x.js"`
or `import * as x from "./x.js"`, one on a line; `export` before `const`, `let` or `function`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

IMPORT = re.compile(
    r'^import (?:(?P<names>\{[^}]*\}|\* as \w+) from )?"\./(?P<module>[\w-]+)\.js";$', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function) (?P<name>\w+))", re.MULTILINE)


def linked(module: str, source: Callable[[str], str]) -> str:
    """A module with all that it imports, without comments. `source` gives the text of one by name.

    Raises ValueError where modules import each other in a circle.
    """
    order: list[str] = []
    _visit(module, source, order, ())
    if order == [module]:
        return without_comments(source(module))
    return "".join(_as_function(each, without_comments(source(each))) for each in order)


def without_comments(script: str) -> str:
    """Lines that hold code."""
    lines = script.splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("//"))


def _visit(
    module: str, source: Callable[[str], str], order: list[str], above: tuple[str, ...]
) -> None:
    if module in above:
        raise ValueError(f"modules in a circle: {' > '.join((*above, module))}")
    if module in order:
        return
    for match in IMPORT.finditer(source(module)):
        _visit(match["module"], source, order, (*above, module))
    order.append(module)


def _as_function(module: str, script: str) -> str:
    exported = ", ".join(
        f"get {name}() {{ return {name}; }}"
        for name in dict.fromkeys(match["name"] for match in EXPORT.finditer(script))
    )
    body = EXPORT.sub("", IMPORT.sub(_imported, script))
    return f"const {_name(module)} = (() => {{\n{body}return {{{exported}}};\n}})();\n"


def _imported(match: re.Match[str]) -> str:
    names = match["names"]
    if names is None:
        return ""
    return f"const {names.removeprefix('* as ')} = {_name(match['module'])};"


def _name(module: str) -> str:
    return f"$_{module.replace('-', '_')}"
