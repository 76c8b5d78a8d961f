"""Where the worked examples lie: beside the sources, or in the package that was installed."""

from __future__ import annotations

from pathlib import Path

import trueline

PACKAGE = Path(trueline.__file__).parent


def example_files() -> list[Path]:
    """The worked designs, by name; none where this installation has none."""
    for folder in (PACKAGE.parent.parent / "examples", PACKAGE / "examples"):
        if found := sorted(folder.glob("*.yaml")):
            return found
    return []
