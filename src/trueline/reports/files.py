"""Putting a finished file in its place: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trueline.files import FileProblems, Problem
from trueline.language import gettext


def put(path: Path, content: bytes) -> None:
    """Write `content` to `path` by way of a file beside it. Raises FileProblems.

    A device or pipe is written to as it stands; a link keeps pointing where it points.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _put_whole(path.resolve(), content)
    except FileNotFoundError as error:
        message = gettext("Can't write it: there is no folder “{parent}”.", parent=path.parent)
        hint = gettext("Make the folder first, or choose another place.")
        raise FileProblems([Problem(str(path), message, hint=hint)]) from error
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        hint = gettext("Choose another place, or make room; what was there before is unchanged.")
        raise FileProblems(
            [Problem(str(path), gettext("Can't write it: {reason}.", reason=reason), hint=hint)]
        ) from error


def _put_whole(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
