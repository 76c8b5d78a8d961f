"""An instance that is served, and begun again whenever it ends, as a service manager does."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.faults_rehearsed.places import free_port

ROOT = Path(__file__).parents[2]
EMAIL, PASSWORD = "owner@example.org", "quiet-lantern-harvest-9"
OWNER = ("--owner-name", "First Owner", "--owner-email", EMAIL, "--organisation", "Safe Paths")
BEGUN_AGAIN = 0.2
"""Seconds after which what has ended is begun again."""
WAITS = 90
UNFORESEEN = r"Internal Server Error|Traceback \(most recent call last\)"


class Instance:
    """One data folder and database: `serve`, and on PostgreSQL `worker` beside it."""

    def __init__(self, data: Path, database: str, logs: Path) -> None:
        self.data, self.database, self.port = data, database, free_port()
        self.clock = logs / "clock"
        self.clock.write_text("0")
        self.by_clock = False
        self._log = (logs / "log.txt").open("ab")
        self.log = logs / "log.txt"
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._wanted = False
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._changing = threading.RLock()

    def environment(self, **more: str) -> dict[str, str]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
        mine = {"TRUELINE_DATA": str(self.data), "TRUELINE_DATABASE": self.database}
        if self.database:
            mine |= {"TRUELINE_TASKS": "apart", "TRUELINE_WORKERS": "2"}
        return {
            **plain,
            **mine,
            "TRUELINE_OWNER_PASSWORD": PASSWORD,
            "PYTHONPATH": str(ROOT),
            **more,
        }

    def begin(self) -> None:
        """Serve from now on, and wait until it does."""
        self.begin_unseen()
        self.wait()

    def begin_unseen(self) -> None:
        """Serve from now on."""
        self._wanted = True
        if not self._keeper.is_alive():
            self._keeper.start()

    def wait(self) -> None:
        """Until it answers. Raises RuntimeError after a long time."""
        ends = time.monotonic() + WAITS
        while time.monotonic() < ends:
            if self.answers():
                return
            time.sleep(0.1)
        raise RuntimeError(f"It does not answer any more; {self.log} says why.")

    def answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/health/ready/")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def end(self) -> None:
        """Serve no longer."""
        self._wanted = False
        with self._changing:
            for process in self._running.values():
                process.send_signal(signal.SIGTERM)
            for process in self._running.values():
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            self._running = {}

    def renew(self) -> None:
        """Ask each process to end, as a service manager does; wait until others have begun and answer."""
        before = {name: process.pid for name, process in self._running.items()}
        for process in list(self._running.values()):
            process.send_signal(signal.SIGTERM)
        ends = time.monotonic() + WAITS
        while any(self.process(name) in (0, pid) for name, pid in before.items()):
            if time.monotonic() > ends:
                raise RuntimeError(f"It does not end; {self.log} says why.")
            time.sleep(0.05)
        self.wait()

    def process(self, name: str) -> int:
        """The number of `serve` or `worker`; 0 where it is not running."""
        process = self._running.get(name)
        return process.pid if process is not None and process.poll() is None else 0

    def _keep(self) -> None:
        commands = {"serve": ("serve", "--port", str(self.port), *OWNER)}
        if self.database:
            commands["worker"] = ("worker",)
        while True:
            with self._changing:
                for name, arguments in commands.items():
                    if self._wanted and not self.process(name):
                        self._running[name] = self._started(*arguments)
            time.sleep(BEGUN_AGAIN)

    def _started(self, *arguments: str) -> subprocess.Popen[bytes]:
        module = ["benchmarks.faults_rehearsed.clock", str(self.clock)]
        command = [sys.executable, "-m", *(module if self.by_clock else ["trueline"]), *arguments]
        return subprocess.Popen(
            command,
            env=self.environment(),
            cwd=self.data.parent,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def run(self, *arguments: str, **more: str) -> tuple[int, str]:
        """Exit code of a command of Trueline, and all that it said."""
        return self.python("trueline", *arguments, **more)

    def python(self, module: str, *arguments: str, **more: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment(**more),
            cwd=self.data.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def look(self, **more: str) -> dict[str, Any]:
        """What is there, by the title of each document. Raises RuntimeError where it is not sound."""
        code, said = self.python("benchmarks.faults_rehearsed.looking", **more)
        if code:
            raise RuntimeError(said.strip().splitlines()[-1])
        return dict(json.loads(said.splitlines()[-1]))

    def changes(self) -> int:
        """How many changes of its tables the database has been through; 0 while it can't say."""
        asked = "SELECT count(*) FROM django_migrations"
        try:
            if self.database:
                with psycopg.connect(self.database, connect_timeout=5) as connection:
                    return int(connection.execute(asked).fetchone()[0])  # type: ignore[index]
            file = f"file:{self.data / 'trueline.sqlite3'}?mode=ro"
            with closing(sqlite3.connect(file, uri=True, timeout=1)) as opened:
                return int(opened.execute(asked).fetchone()[0])
        except (sqlite3.Error, psycopg.Error):
            return 0

    def failures(self) -> int:
        """How many answers, tasks and processes the log says went wrong in a way that nobody foresaw."""
        return len(re.findall(UNFORESEEN, self.log.read_text("utf-8", "replace")))
