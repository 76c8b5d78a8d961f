"""Reading a document of whichever kind, with every kind there is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trueline.document import Loaded


def load(path: Path, name: str | None = None) -> Loaded[Any]:
    """Read a file of the kind that it says it is of; messages call it `name`. Raises FileProblems."""
    import trueline.kinds  # noqa: F401
    from trueline.document import load_any

    return load_any(path, name)
