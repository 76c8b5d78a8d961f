"""The folder of a demonstration, which may be emptied; no other folder ever is."""

from __future__ import annotations

import json
import secrets
import shutil
from pathlib import Path

MARK = "demonstration.json"


class NotADemonstration(Exception):
    """The folder holds something that is not a demonstration."""


def prepare(folder: Path, *, keep: bool) -> bool:
    """Make the folder ready, emptied unless `keep`. Returns whether it is to be filled.

    Raises NotADemonstration, and OSError where the folder can't be written to.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise NotADemonstration(str(folder))
    if keep and (folder / MARK).exists() and (folder / "trueline.sqlite3").exists():
        return False
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True)
    (folder / MARK).write_text(json.dumps({"secret": secrets.token_urlsafe(18)}), encoding="utf-8")
    (folder / MARK).chmod(0o600)
    return True


def demo_secret(folder: Path) -> str:
    """The secret of the link into the demonstration; "" if this is none."""
    try:
        return str(json.loads((folder / MARK).read_text("utf-8"))["secret"])
    except (OSError, ValueError, KeyError):
        return ""
