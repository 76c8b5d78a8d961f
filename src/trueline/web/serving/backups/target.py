"""Targets of a backup: a file, a folder that gives it a name, or standard output.

A file gets its name when all of it is written. Only a regular file is ever replaced: whoever names
a device, a pipe or a link means something else.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.utils import timezone

from trueline.language import gettext, gettext_noop
from trueline.web.config.durable import sync_folder
from trueline.web.serving.backups.copying import FLUSHED
from trueline.web.serving.backups.snapshot import PREFIX
from trueline.web.serving.startup_errors import CannotRun

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SORTS = (
    (stat.S_ISLNK, gettext_noop("a link")),
    (stat.S_ISDIR, gettext_noop("a folder")),
    (stat.S_ISFIFO, gettext_noop("a pipe")),
    (stat.S_ISSOCK, gettext_noop("a socket")),
    (lambda mode: True, gettext_noop("a device")),
)


@contextmanager
def as_write_errors(target: object, folder: object) -> Iterator[None]:
    """Within, what the system refuses is said of this target. Raises CannotRun."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise CannotRun(
                gettext(
                    "There is no room for {target}: the disk of {folder} is full, or has a"
                    " limit. Make room there, or name another place. Nothing was replaced.",
                    target=target,
                    folder=folder,
                )
            ) from error
        raise CannotRun(
            gettext(
                "Can't write {target}: {reason}.", target=target, reason=error.strerror or error
            )
        ) from error


class _SteadyFile(io.FileIO):
    """A file that is brought to the disk while it is written, a little at a time.

    All of it at the end would keep everybody waiting who saves meanwhile: on many disks what one
    program wants to be safe waits for what others have written.
    """

    unflushed = 0

    def write(self, data: Any) -> int:
        written = super().write(data) or 0
        self.unflushed += written
        if self.unflushed >= FLUSHED:
            self.unflushed = 0
            os.fsync(self.fileno())
        return written


@dataclass(frozen=True)
class FileTarget:
    """A file that is not there yet, or a regular one that is replaced as a whole."""

    path: Path
    is_stream = False

    def __str__(self) -> str:
        return str(self.path)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """A stream that can be read back; after the block, what it holds has the file's name."""
        with as_write_errors(self, self.path.parent):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=PREFIX)
        unfinished = Path(name)
        try:
            with (
                as_write_errors(self, self.path.parent),
                io.BufferedRandom(_SteadyFile(handle, "w+b")) as stream,
            ):
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            with as_write_errors(self, self.path.parent):
                os.replace(unfinished, self.path)
                sync_folder(self.path.parent)
        finally:
            unfinished.unlink(missing_ok=True)


class StandardOutput:
    """Standard output, or where it is led to. It is written when the backup is whole."""

    is_stream = True

    def __str__(self) -> str:
        return "standard output"

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """A stream that can be read back; after the block, what it holds is sent out."""
        scratch = tempfile.gettempdir()
        with (
            as_write_errors(gettext("a scratch file in {scratch}", scratch=scratch), scratch),
            tempfile.TemporaryFile() as stream,
        ):
            yield stream
            stream.seek(0)
            try:
                shutil.copyfileobj(stream, sys.stdout.buffer)
                sys.stdout.buffer.flush()
            except OSError as error:
                raise CannotRun(
                    gettext(
                        "The backup could not be written to {target}: {reason}. What came out is not"
                        " whole.",
                        target=self,
                        reason=error.strerror or error,
                    )
                ) from error


Target = FileTarget | StandardOutput


def target_named(name: str, *, locked: bool = False) -> Target:
    """The target that somebody named. Raises CannotRun for what must not be replaced."""
    if name == "-":
        if sys.stdout.isatty():
            raise CannotRun(
                gettext("A backup is no text for a screen. Lead the output to a file or program.")
            )
        return StandardOutput()
    path = Path(name)
    if path.is_dir() or name.endswith(("/", os.sep)):
        path = path / _name_by_time(locked)
    _refuse_what_is_no_file(path)
    return FileTarget(path)


def _name_by_time(locked: bool) -> str:
    return f"trueline-{timezone.now():%Y-%m-%d-%H%M%S}.backup{'.age' if locked else ''}"


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return  # not there yet, or said by whoever opens it
    if not stat.S_ISREG(mode):
        sort = next(name for holds, name in SORTS if holds(mode))
        raise CannotRun(
            gettext(
                "{path} is {sort}, and was left as it is. Name a file or a folder, or -"
                " for standard output.",
                path=path,
                sort=gettext(sort),
            )
        )
