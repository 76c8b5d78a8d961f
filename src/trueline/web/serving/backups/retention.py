"""Removing older backups, so that a disk does not fill up with them."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from trueline.language import gettext
from trueline.web.serving.backups.contents import MANIFEST
from trueline.web.serving.backups.passphrases import is_locked
from trueline.web.serving.backups.snapshot import PREFIX
from trueline.web.serving.backups.target import FileTarget, Target
from trueline.web.serving.startup_errors import CannotRun

DAY = 24 * 3600


@dataclass(frozen=True)
class Removal:
    """The older backups that were removed, and why others could not be."""

    removed: tuple[Path, ...] = ()
    refused: tuple[str, ...] = ()


def refuse_without_date(target: Target) -> None:
    """Raises CannotRun where nothing in the target's name tells one backup from the next."""
    if not isinstance(target, FileTarget):
        raise CannotRun(
            gettext("--keep needs a folder to look after, so it can't go with standard output.")
        )
    if not re.search(r"\d", target.path.name):
        raise CannotRun(
            gettext(
                "--keep tells backups apart by the day in their names, and {name} has"
                " none. Name the folder instead, and each backup is called by its day.",
                name=target.path.name,
            )
        )


def remove_older(target: Target, keep: int | None) -> Removal:
    """Remove all but the `keep` newest of the backups that are called alike, if a number is given.

    Alike are names that differ from the target's in digits alone; what is no backup stays.
    """
    if not keep or not isinstance(target, FileTarget):
        return Removal()
    older = [path for path in target.path.parent.iterdir() if _is_older(path, target.path)]
    older.sort(key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
    removed, refused = [], []
    for path in older[keep - 1 :]:
        try:
            path.unlink()
            removed.append(path)
        except OSError as error:
            refused.append(
                gettext(
                    "Can't remove the older {path}: {reason}.", path=path, reason=error.strerror
                )
            )
    return Removal(tuple(removed), tuple(refused))


def _is_older(path: Path, newest: Path) -> bool:
    alike = _shape(path.name) == _shape(newest.name)
    return alike and path.name != newest.name and _is_backup(path)


def remove_leftovers(folder: Path) -> None:
    """Remove what a backup left that was cut off more than a day ago."""
    for path in folder.glob(f"{PREFIX}*"):
        if time.time() - path.stat().st_mtime > DAY:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _shape(name: str) -> str:
    return re.sub(r"\d", "0", name)


def _is_backup(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            if is_locked(file):
                return True
            with ZipFile(file) as archive:
                return MANIFEST in archive.namelist()
    except (OSError, BadZipFile):
        return False
