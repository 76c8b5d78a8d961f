"""Paths in commands that are shown for somebody to type."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path


def typed(path: Path | str) -> str:
    """A path as one argument of a command: quoted where it has to be, and never like an option."""
    text = os.fsencode(path).decode("utf-8", "replace")
    if text.startswith("-"):
        text = os.path.join(".", text)
    return subprocess.list2cmdline([text]) if os.name == "nt" else shlex.quote(text)
