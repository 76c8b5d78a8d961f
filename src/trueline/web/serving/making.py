"""The process in which files are made. It stands ready, and forks a child for each task.

That takes milliseconds, since everything is imported already. The child gives way to those who answer
visitors, may have so much memory, is ended when it takes too long, and is gone with its task.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import sys
import time

from trueline.web.serving.start import set_up
from trueline.web.tasks.separate_process import DONE, ENDED, TOO_LARGE, TOO_LONG

log = logging.getLogger(__name__)

MEMORY = 600_000_000
"""Bytes of data that a task may have: with a reader of uploads beside it, less than a gigabyte."""
LOOK_AGAIN = 0.02
NICER = 10
"""By how much a task gives way to those who answer visitors."""


def main() -> None:
    """Stand ready until whoever started it is gone; fork for each task."""
    set_up()
    _import_makers()
    gc.collect()
    gc.freeze()
    answers = os.dup(1)
    os.dup2(2, 1)  # what a library prints is no answer
    for line in sys.stdin.buffer:
        task, seconds = json.loads(line)
        ending = _forked(task, seconds, answers)
        try:
            os.write(answers, f"{ending}\n".encode())
        except BrokenPipeError:
            log.warning(
                "Task %s ended (%s) after whoever had started it was gone: it counts if it is done,"
                " else another worker begins it again.",
                task,
                ending,
            )
            return


def _import_makers() -> None:
    """Imports what tasks do, so that each finds it there."""
    from django.urls import get_resolver

    from trueline.reports import exports_of
    from trueline.web.library.edition import toolkit_in_use

    _ = get_resolver().url_patterns  # the views, and with them the tasks that they ask for
    exports_of("design")
    toolkit_in_use()


def _forked(task: str, seconds: float, answers: int) -> str:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(answers)
            code = _child(task, seconds)
        except Exception:
            log.exception("Task %s was not finished.", task)
        finally:
            os._exit(code)
    ends = time.monotonic() + seconds
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return _how_it_ended(os.waitstatus_to_exitcode(status))
        if time.monotonic() > ends:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return TOO_LONG
        time.sleep(LOOK_AGAIN)


def _how_it_ended(code: int) -> str:
    """The end of a child, by its exit code. Who asks for more memory than there is may be ended."""
    if code == 0:
        return DONE
    if code == -signal.SIGXCPU:
        return TOO_LONG
    return TOO_LARGE if code in (-signal.SIGABRT, -signal.SIGKILL, -signal.SIGSEGV) else ENDED


def _child(task: str, seconds: float) -> int:
    import resource

    from django_tasks_db.models import DBTaskResult

    from trueline.web.tasks.worker import Worker

    os.nice(NICER)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if (
        row := DBTaskResult.objects.filter(pk=task).first()
    ) is not None:  # else nobody waits for it
        Worker(pause=0).run_task(row)
    return 0


if __name__ == "__main__":
    main()
