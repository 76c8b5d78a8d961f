"""Starts the process and interprets its answer."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from trueline.files import FileProblems, Problem
from trueline.language import get_language, gettext, gettext_noop

SECONDS = 20
WAITS = 3
"""Seconds of processor time, and how many times as long it may take by the clock, since it gives way
to visitors."""
MEMORY = 400_000_000
LONGEST_ANSWER = 50_000_000
"""Bytes. No file that is accepted says more than this."""

OUT_OF_TIME = -getattr(signal, "SIGXCPU", signal.SIGTERM)
"""The exit code of a process that has used up its time on the processor."""

CHILD = Path(__file__).with_name("child.py")
ALONE = gettext_noop("Save what is needed alone in a new file, and try that.")

log = logging.getLogger(__name__)

Reader = Callable[[str, bytes, str], Any]
"""Has a reader (`package.module:function`) read a file, given its bytes and name: `read_in_sandbox`."""


def read_in_sandbox(reader: str, data: bytes, name: str, **options: Any) -> Any:
    """Reads a file in the sandbox with a reader, named as `package.module:function`. Raises FileProblems.

    `options`, which JSON can hold, are handed to it by name.
    """
    name = "".join(sign for sign in name if sign.isprintable())
    try:
        reply, in_time = _answer_of_process(reader, data, name, options)
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        raise _problems(
            name,
            gettext("It can't be read just now: {reason}.", reason=reason),
            gettext("Try again later."),
        ) from error
    if not in_time:
        raise _problems(
            name, gettext("Reading it took longer than {seconds} seconds.", seconds=SECONDS)
        )
    try:
        answer = json.loads(reply)
    except ValueError as error:
        raise _problems(
            name, gettext("Reading it took more memory than such a file can need.")
        ) from error
    for reason in answer.get("left_open", ()):
        _warn_once(reason)
    if problems := answer.get("problems"):
        raise FileProblems([Problem(**problem) for problem in problems])
    if failed := answer.get("failed"):
        log.error("The reader %s failed on a file: %s.", reader, failed)
        raise _problems(name, gettext("Something in it can't be read."))
    return answer["read"]


@cache
def _warn_once(reason: str) -> None:
    log.warning("The process that reads uploads is not confined. %s", reason)


def _problems(name: str, message: str, hint: str = "") -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint or gettext(ALONE))])


def _answer_of_process(
    reader: str, data: bytes, name: str, options: dict[str, Any]
) -> tuple[bytes, bool]:
    """The answer as far as it was received, and whether the process ended in time."""
    task = {
        "reader": reader,
        "name": name,
        "options": options,
        "seconds": SECONDS,
        "memory": MEMORY,
        "language": get_language(),
        "path": [os.path.abspath(each) for each in sys.path],
    }
    with tempfile.TemporaryDirectory(prefix="trueline-", ignore_cleanup_errors=True) as folder:
        child = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", str(CHILD)],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return _exchange(child, json.dumps(task).encode() + b"\n" + data)


def _environment() -> dict[str, str]:
    """Nothing of ours, but for what Windows starts no process without.

    openpyxl imports numpy where that is installed, and numpy would start threads: the process may
    not, and ends at once.
    """
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if os.name == "nt"}
    return {**needed, "OPENBLAS_NUM_THREADS": "1"}


def _exchange(child: subprocess.Popen[bytes], question: bytes) -> tuple[bytes, bool]:
    late = threading.Event()

    def end() -> None:
        late.set()
        child.kill()

    clock = threading.Timer(WAITS * SECONDS, end)
    clock.start()
    with child:
        try:
            reply = _reply(child, question)
            if len(reply) > LONGEST_ANSWER:
                child.kill()
            code = child.wait()
        finally:
            clock.cancel()
            child.kill()
            clock.join()
    return reply, not late.is_set() and code != OUT_OF_TIME


def _reply(child: subprocess.Popen[bytes], question: bytes) -> bytes:
    if child.stdin is None or child.stdout is None:
        return b""
    with suppress(BrokenPipeError):  # it ended before reading everything; its exit code says why
        child.stdin.write(question)
    with suppress(BrokenPipeError):  # nor does it take the rest
        child.stdin.close()
    return child.stdout.read(LONGEST_ANSWER + 1)
