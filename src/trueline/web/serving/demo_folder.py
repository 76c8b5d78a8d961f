"""The folder of a demonstration, which may be emptied; no other folder ever is."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import locks

MARK = "demonstration.json"
LOCK = "demonstration.lock"


class NotADemonstration(Exception):
    """The folder holds something that is not a demonstration."""


class InUse(Exception):
    """A demonstration runs in the folder. The message is its link, or "" while it begins."""


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Within, the folder is this process's own. Raises InUse, NotADemonstration and OSError."""
    _refuse_others(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / LOCK).open("a+", encoding="utf-8") as stream:
        if not locks.lock(stream, locks.LOCK_EX | locks.LOCK_NB):
            raise InUse(_read(folder).get("link", ""))
        yield


def prepare(folder: Path, *, keep: bool) -> bool:
    """Make the folder ready, emptied unless `keep`. Returns whether it is to be filled.

    Raises NotADemonstration, and OSError where the folder can't be written to.
    """
    _refuse_others(folder)
    if keep and (folder / MARK).exists() and (folder / "trueline.sqlite3").exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()
    (folder / MARK).write_text(json.dumps({"secret": secrets.token_urlsafe(18)}), encoding="utf-8")
    (folder / MARK).chmod(0o600)
    return True


def demo_secret(folder: Path) -> str:
    """The secret of the link into the demonstration; "" if this is none."""
    return _read(folder).get("secret", "")


def note_link(folder: Path, link: str) -> None:
    """Keep the link, to show it to whoever starts a second demonstration."""
    text = json.dumps({**_read(folder), "link": link})
    (folder / MARK).write_text(text, encoding="utf-8")


def _refuse_others(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if names - {LOCK} and MARK not in names:
        raise NotADemonstration(str(folder))


def _read(folder: Path) -> dict[str, str]:
    try:
        read = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in read.items()} if isinstance(read, dict) else {}
