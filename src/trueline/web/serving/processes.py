"""Several processes at one socket: gunicorn makes, watches and ends them, each runs our server."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker

from trueline.web.serving import metrics, process_memory
from trueline.web.serving.housekeeping import Housekeeping
from trueline.web.serving.pooling import pooled
from trueline.web.serving.server import IN_HAND, Server
from trueline.web.serving.task_workers import workers_inside
from trueline.web.tasks import worker as tasks

SILENT = 120
"""Seconds after which a process that shows no sign of life is ended, and another begun."""


class Process(Worker):
    """One of the processes, with threads of its own, at the socket that all share."""

    def init_signals(self) -> None:
        """Ctrl-C reaches every process; the first passes it on, so that each ends once."""
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in (signal.SIGTERM, signal.SIGQUIT):
            signal.signal(number, self.handle_exit)

    def run(self) -> None:
        server = self.app.server_at(self.wsgi, self.sockets[0].sock)
        process_memory.share_one_heap()
        memory = process_memory.MemoryReleaser()
        with pooled(), Housekeeping(), workers_inside():
            server.run(each_turn=lambda: self._look_after(server, memory))

    def _look_after(self, server: Server, memory: process_memory.MemoryReleaser) -> None:
        self.notify()
        memory.release_if_grown()
        orphaned = os.getppid() != self.ppid
        if (orphaned or not self.alive) and not server.is_stopping:
            server.stop()


class Processes(BaseApplication):
    """The workbench in so many processes, at a socket that listens already."""

    def __init__(
        self,
        load: Callable[[], Any],
        server_at: Callable[[Any, socket.socket], Server],
        listening: socket.socket,
        count: int,
    ) -> None:
        self._load, self.server_at = load, server_at
        self._wanted = {
            "bind": f"fd://{listening.detach()}",
            "workers": count,
            "worker_class": Process,
            "preload_app": True,
            "timeout": SILENT,
            "graceful_timeout": int(IN_HAND + tasks.IN_HAND) + 2,
            "loglevel": "warning",
            "proc_name": "trueline",
            "control_socket_disable": True,
            "child_exit": lambda _, process: metrics.forget_process(process.pid),
        }
        super().__init__()

    def run(self) -> None:
        """Until all have ended. Raises SystemExit where they could not begin."""
        first = os.getpid()
        try:
            super().run()
        except SystemExit as end:  # as gunicorn ends, and each process that it made
            if end.code or os.getpid() != first:
                raise

    def load_config(self) -> None:
        for name, value in self._wanted.items():
            if name in self.cfg.settings:  # older versions have no control socket
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Reads what the processes can share before they begin; memory that stays is shared."""
        application = self._load()
        _ = get_resolver().url_patterns
        connections.close_all()
        process_memory.freeze_objects()
        return application
