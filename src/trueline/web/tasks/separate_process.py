"""Running tasks in a process of its own, which has limits, can be ended, and hands its memory back.

It stands ready (`serving/making.py`) and forks for each task. Where the system can't fork, tasks run
where the worker does.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading

DONE, TOO_LONG, TOO_LARGE, ENDED = "done", "too-long", "too-large", "ended"


class SeparateProcess:
    """The process that stands ready, for one task at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()

    def start(self) -> None:
        """Have it get ready, which takes a second or two; nobody waits for that."""
        with self._starting:
            if self._process is None or self._process.poll() is not None:
                _close(self._process)
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "trueline.web.serving.making"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    bufsize=0,  # what it does not take is not kept to fail once more
                    start_new_session=True,
                )

    def run(self, task: str, *, seconds: float) -> str:
        """Run the task of this id, and say how it ended: DONE, TOO_LONG, TOO_LARGE or ENDED."""
        self.start()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return ENDED
        try:
            process.stdin.write(json.dumps([task, seconds]).encode() + b"\n")
            process.stdin.flush()
            ending = process.stdout.readline().decode().strip()
        except OSError:
            ending = ""
        if not ending:
            _reap(process)
        return ending or ENDED

    def stop(self) -> None:
        """End it, and with it what it is doing."""
        if (process := self._process) is not None:
            _reap(process)
            _close(process)


def _reap(process: subprocess.Popen[bytes]) -> None:
    """End one that answers no more, with the child that does its task, which would go on beside the next
    attempt; and wait until it is gone: a second task would meet it on its way out, and be given up."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)


def _close(process: subprocess.Popen[bytes] | None) -> None:
    """Close what led to a process that has ended."""
    for pipe in (process.stdin, process.stdout) if process else ():
        if pipe is not None:
            pipe.close()


def is_possible() -> bool:
    """Whether this system can fork."""
    return hasattr(os, "fork") and sys.platform != "darwin"
