"""The folder of the worked examples: in the package that was installed, or beside its sources.

Those of a kind from another package lie in that package.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import trueline


def example_files(package: str = trueline.__name__) -> list[Path]:
    """The worked examples: designs by name, then those of a folder of their own, such as `plans`.

    None where this installation has none.
    """
    (root,) = importlib.import_module(package).__path__
    for folder in (Path(root), Path(root).parent.parent):
        here = folder / "examples"
        if files := sorted(here.glob("*.yaml")):
            return [*files, *sorted(here.glob("*/*.yaml"))]
    return []
