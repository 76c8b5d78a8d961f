"""The worker: takes tasks from the queue one by one, in a thread of `serve` or a process of its own.

The queue and the running of a task are those of django-tasks-db. What stands here is what it lacks:
a heartbeat, by which a task whose worker died is found and tried again or given up; being woken, so
that nothing polls on SQLite; a limit of time; and an end that hands back what is not finished.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any

from django.db import Error as DatabaseTrouble
from django.db import connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from trueline.web.tasks import separate_process, waking
from trueline.web.tasks.models import Failure, Heartbeat, MadeFile
from trueline.web.tasks.queries import SILENT
from trueline.web.tasks.separate_process import SeparateProcess
from trueline.web.tasks.turns import turn_of

log = logging.getLogger(__name__)

BEAT = 5.0
"""Seconds from one sign of life to the next."""
ATTEMPTS = 2
"""How often a task is begun whose worker dies."""
LONGEST = 600.0
"""Seconds after which a task is given up."""
FAILURES = {
    separate_process.TOO_LONG: Failure.TOO_LONG,
    separate_process.TOO_LARGE: Failure.TOO_LARGE,
}
IN_HAND = 20.0
"""Seconds for which a task in hand may go on when the worker is asked to stop."""


class Worker(TaskRunner):
    """Works until it is stopped, looking for tasks every `pause` seconds and whenever it is woken.

    `beats_always`: it shows that it is alive also while there is nothing to do. `give_up` is called
    when a task took too long, since no thread can be ended from outside. With a `process`, tasks run in
    a process that can. Of all workers whose `turns` are the same file one works at a time.
    """

    def __init__(
        self,
        *,
        pause: float,
        beats_always: bool = False,
        give_up: Callable[[], None] | None = None,
        process: SeparateProcess | None = None,
        turns: Path | None = None,
        queue: str = "*",
    ) -> None:
        super().__init__(
            queue_names=[queue],
            excluded_queue_names=[],
            interval=pause,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(20),
        )
        self._beats_always, self._give_up = beats_always, give_up
        self._process, self._turns = process, turns
        self._task: DBTaskResult[Any, Any] | None = None
        self._began = self._recovered = 0.0
        self._something_to_do, self._stopped = threading.Event(), threading.Event()
        self._working = threading.Thread(target=self.run, name="worker", daemon=True)
        self._beating = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def start(self) -> None:
        waking.worker_begins(self.wake)
        self._working.start()
        self._beating.start()

    def stop(self, *, seconds: float = IN_HAND) -> None:
        """Begin nothing new; hand back to the queue what is not finished after so long."""
        self.running = False
        self.wake()
        self._working.join(seconds)
        self._stopped.set()
        self._beating.join(BEAT)
        waking.worker_ends(self.wake)
        try:
            if self._working.is_alive() and (task := self._task) is not None:
                _hand_back(task)
            Heartbeat.objects.filter(pk=self.worker_id).delete()
        except DatabaseTrouble:
            log.exception(
                "The database could not be told that this worker ends; others will notice."
            )
        finally:
            if self._process is not None:
                self._process.stop()

    def __enter__(self) -> Worker:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wake(self) -> None:
        self._something_to_do.set()

    def configure_signals(self) -> None:
        """Leaves signals to whoever runs it."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        self.running = False

    def run(self) -> None:
        while self.running:
            try:
                worked = self.once()
            except DatabaseTrouble:
                log.exception("The worker can't use the database just now; it tries again.")
                worked = False
            if not worked:
                connections.close_all()
                self._something_to_do.wait(self.interval)
                self._something_to_do.clear()
        connections.close_all()

    def once(self) -> bool:
        """Do the next task, if there is one. Looking for one writes nothing."""
        with turn_of(self._turns) as mine:
            return mine and self._do_next()

    def _do_next(self) -> bool:
        if time.monotonic() - self._recovered > SILENT.total_seconds() or not self._recovered:
            self._recovered = time.monotonic()
            recover(besides=self.worker_id)
        tasks = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        if not self.process_all_queues:
            tasks = tasks.filter(queue_name__in=self.queue_names)
        if not tasks.exists():
            return False
        with exclusive_transaction():
            task = tasks.get_locked()
            if task is None:
                return False
            self._show_alive()
            task.claim(self.worker_id)
        self._task, self._began = task, time.monotonic()
        try:
            self._run(task)
            if task.status == TaskResultStatus.FAILED:
                MadeFile.objects.filter(task=task.pk, made=None, failure="").update(
                    failure=Failure.ERROR
                )
        finally:
            self._task = None
            waking.tell_finished()
        return True

    def _run(self, task: DBTaskResult[Any, Any]) -> None:
        if self._process is None:
            self.run_task(task)
            return
        ending = self._process.run(str(task.pk), seconds=LONGEST - 2 * BEAT)
        if ending in FAILURES:
            log.error("Task %s was ended: %s.", task.pk, ending)
            _fail(task, FAILURES[ending])
        elif ending == separate_process.ENDED:
            _try_again(task)
        task.refresh_from_db()

    def _beat(self) -> None:
        while not self._stopped.is_set():
            try:
                if self._beats_always or self._task is not None:
                    self._show_alive()
                self._look_at_the_time()
            except DatabaseTrouble:
                log.warning("The worker could not show that it is alive; it tries again.")
            connections.close_all()
            self._stopped.wait(BEAT)

    def _show_alive(self) -> None:
        Heartbeat.objects.update_or_create(pk=self.worker_id, defaults={"at": timezone.now()})

    def _look_at_the_time(self) -> None:
        task = self._task
        if task is None or time.monotonic() - self._began < LONGEST:
            return
        log.error("Task %s took longer than %.0f seconds and was given up.", task.pk, LONGEST)
        _fail(task, Failure.TOO_LONG)
        self.running = False
        if self._give_up is not None:
            self._give_up()


class WorkerInside:
    """Within, a worker runs in a thread of this process; one that hangs is replaced.

    `queue` is what it works on, in `turns` with those of other processes; with `in_separate_process`, tasks
    run in a process of their own.
    """

    def __init__(
        self,
        *,
        pause: float,
        queue: str = "*",
        turns: Path | None = None,
        in_separate_process: bool = False,
    ) -> None:
        self._pause, self._queue, self._turns = pause, queue, turns
        self._in_separate_process = in_separate_process
        self._worker = self._new()

    def __enter__(self) -> None:
        self._worker.start()

    def __exit__(self, *_: object) -> None:
        self._worker.stop()

    def _new(self) -> Worker:
        return Worker(
            pause=self._pause,
            give_up=self._replace,
            process=SeparateProcess() if self._in_separate_process else None,
            turns=self._turns,
            queue=self._queue,
        )

    def _replace(self) -> None:
        self._worker = self._new()
        self._worker.start()


def recover(*, besides: str = "") -> int:
    """Tasks whose workers died: put back into the queue, or given up after `ATTEMPTS`."""
    now, count = timezone.now(), 0
    alive = {besides, *Heartbeat.objects.filter(at__gt=now - SILENT).values_list("pk", flat=True)}
    for task in DBTaskResult.objects.running():
        if task.worker_ids and task.worker_ids[-1] in alive:
            continue
        count += _try_again(task)
    dead = Heartbeat.objects.filter(at__lt=now - timedelta(hours=1))
    if dead.exists():
        dead.delete()
    return count


def _try_again(task: DBTaskResult[Any, Any]) -> int:
    """Put a task whose process died back into the queue, unless that has happened too often."""
    if len(task.worker_ids) < ATTEMPTS:
        log.warning("The worker of task %s died; it is tried again.", task.pk)
        return _hand_back(task)
    log.error("Task %s was given up: its worker died %d times.", task.pk, ATTEMPTS)
    return _fail(task, Failure.STOPPED)


def _as_it_was(task: DBTaskResult[Any, Any]) -> Any:
    """The row, as long as nobody else has begun or ended the task meanwhile."""
    running = DBTaskResult.objects.running()
    return running.filter(pk=task.pk, started_at=task.started_at)


def _hand_back(task: DBTaskResult[Any, Any]) -> int:
    return _as_it_was(task).update(status=TaskResultStatus.READY)


def _fail(task: DBTaskResult[Any, Any], failure: Failure) -> int:
    failed = _as_it_was(task).update(
        status=TaskResultStatus.FAILED, finished_at=timezone.now(), exception_class_path=failure
    )
    if failed:
        MadeFile.objects.filter(task=task.pk, made=None).update(failure=failure)
    return failed
