"""What makes and tries releases has an environment of its own: it holds nothing that tests need."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = ("release", "tests")


def test_it_imports_what_its_environment_holds() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    held = {re.match(r"[\w-]+", one)[0].replace("-", "_") for one in groups["release"]}
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in _reached(sorted((ROOT / "release").glob("*.py")))
        for name in _imported(path)
        if name.partition(".")[0] not in {*held, *OURS, *sys.stdlib_module_names}
    }
    assert not missing


def _reached(paths: list[Path]) -> set[Path]:
    """These files, and those of ours that they import."""
    reached: set[Path] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            named = (ROOT / f"{name.replace('.', '/')}.py" for name in _imported(path))
            waiting += [other for other in named if other.is_file()]
    return reached


def _imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
