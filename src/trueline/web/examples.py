"""Where the worked examples lie: in the package that was installed, or beside its sources.

Those of a kind from another package lie in that package.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import trueline


def example_files(package: str = trueline.__name__) -> list[Path]:
    """The worked examples, by name; none where this installation has none."""
    (root,) = importlib.import_module(package).__path__
    for folder in (Path(root), Path(root).parent.parent):
        if files := sorted((folder / "examples").glob("*.yaml")):
            return files
    return []
