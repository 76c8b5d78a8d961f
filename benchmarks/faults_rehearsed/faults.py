"""The faults: what is done to an instance while people save."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Lock

from benchmarks.faults_rehearsed import processes
from benchmarks.faults_rehearsed.instance import Instance
from benchmarks.faults_rehearsed.people import Crowd
from benchmarks.faults_rehearsed.places import Cluster, Unavailable, full

AWAY = 3.0
"""Seconds for which a database is away, or a disk full."""
HOUR = 3600
LOOKS_FOR = 10.0
"""Seconds in which a child has to turn up that can be killed."""


@dataclass
class Stage:
    """What a fault is done to, and how often; `note` says what it came to."""

    instance: Instance
    crowd: Crowd
    cluster: Cluster | None
    kills: int
    ends: float
    """When its share of the time is over."""
    backing_up: Lock = field(default_factory=Lock)
    """Held by whoever makes a backup."""
    note: str = ""
    killed: int = 0
    wrong: str = ""
    """What is not as it should be, beside what everybody looks at."""
    dice: random.Random = field(default_factory=random.Random)

    @property
    def is_late(self) -> bool:
        return time.monotonic() > self.ends


def kill_web(stage: Stage) -> None:
    """The server; where it has several processes, one of these or the first of them."""

    def choose() -> int:
        first = stage.instance.process("serve")
        others = [each for each in processes.below(first) if _serves(each)] if first else []
        return stage.dice.choice([first, *others])

    _kill(stage, choose)


def kill_worker(stage: Stage) -> None:
    """The worker; on SQLite, the process that stands ready to make files."""

    def choose() -> int:
        worker = stage.instance.process("worker")
        ready = [each for each in processes.below(stage.instance.process("serve")) if _makes(each)]
        return worker or next(iter(ready), 0)

    _kill(stage, choose)


def kill_child(stage: Stage) -> None:
    """The child that makes a file at that moment."""

    def choose() -> int:
        for name in ("worker", "serve"):
            for process in processes.below(stage.instance.process(name)):
                if _makes(process) and (children := list(processes.below(process))):
                    return children[0]
        return 0

    _kill(stage, choose)


def _serves(process: int) -> bool:
    return processes.is_called(process, "trueline serve") or processes.is_called(process, " serve ")


def _makes(process: int) -> bool:
    return processes.is_called(process, "trueline.web.serving.making")


def _kill(stage: Stage, choose: Callable[[], int]) -> None:
    for _ in range(stage.kills):
        if stage.is_late:
            break
        stage.instance.wait()
        time.sleep(stage.dice.uniform(0, 0.8))
        ends = time.monotonic() + LOOKS_FOR
        while time.monotonic() < min(ends, stage.ends):
            process = choose()
            if processes.kill(process):
                stage.killed += 1
                break
            time.sleep(0.01)
    stage.note = f"killed {stage.killed} of {stage.kills} times"


def database_away(stage: Stage) -> None:
    """PostgreSQL is stopped at once and started again; another program holds SQLite's file."""
    if stage.cluster is None:
        file = stage.instance.data / "trueline.sqlite3"
        with closing(sqlite3.connect(file, timeout=60, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            time.sleep(AWAY)
            other.execute("ROLLBACK")
        return
    for mode in ("immediate", "fast"):
        stage.cluster.stop(mode)
        time.sleep(AWAY)
        stage.cluster.start()
        stage.crowd.settle()


def connections_ended(stage: Stage) -> None:
    """Every connection to PostgreSQL is ended, over and over."""
    if stage.cluster is None:
        raise Unavailable("SQLite has no connections")
    for _ in range(10):
        stage.cluster.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'trueline'"
        )
        time.sleep(stage.dice.uniform(0.1, 0.6))


def files_disk_full(stage: Stage) -> None:
    """No room in the data folder, which on SQLite holds the database as well."""
    with full(stage.instance.data.parent):
        time.sleep(AWAY)


def database_disk_full(stage: Stage) -> None:
    """No room where PostgreSQL keeps its data."""
    if stage.cluster is None:
        raise Unavailable("SQLite lies in the data folder")
    with full(stage.cluster.folder.parent):
        time.sleep(2 * AWAY)
    if not stage.cluster.runs():
        stage.cluster.start()


def backed_up(stage: Stage) -> None:
    """A backup is made while people save: none of them waits for it longer than a second."""
    instance, crowd = stage.instance, stage.crowd
    file = instance.log.with_name("meanwhile.backup")

    def back_up() -> None:
        for _ in range(BACKUPS):
            code, said = instance.run("backup", "--quiet", str(file))
            if code:
                raise RuntimeError(said.strip().splitlines()[-1])

    with stage.backing_up:
        usual = crowd.longest(lambda: crowd.settle(saves=40))
        meanwhile = crowd.longest(back_up)
    file.unlink()
    stage.note = f"a save took {meanwhile:.2f} s at most while {BACKUPS} backups were made, {usual:.2f} s before"
    if meanwhile > usual + 1:
        stage.wrong = "a save WAITED for a backup"


BACKUPS = 3
"""How many are made one after the other while saves are timed."""


def lines_cut(stage: Stage) -> None:
    """As everybody does all the time: a line is lost within a form, or behind it."""
    stage.crowd.settle(saves=60)


def clock_moved(stage: Stage) -> None:
    """The clock of those who answer goes on an hour, back two, and back to what is right."""
    stage.instance.by_clock = True
    stage.instance.renew()
    try:
        for wrong in (HOUR, -HOUR, 0):
            stage.instance.clock.write_text(str(wrong))
            stage.crowd.settle(saves=8 if stage.is_late else 20)
    finally:
        stage.instance.by_clock = False
        stage.instance.renew()


BEFORE = ("documents", "0003")
"""The tables as an earlier version left them."""


def upgrade_stopped(stage: Stage) -> None:
    """The tables are those of before; what brings them up to date is killed on the way, and begun again."""
    instance = stage.instance
    whole = instance.changes()
    instance.end()
    with stage.backing_up:  # nobody ever goes back that way; it would meet a backup
        code, said = instance.python(
            "django", "migrate", *BEFORE, "--verbosity=0", DJANGO_SETTINGS_MODULE=SETTINGS
        )
    if code:
        raise RuntimeError(said.strip().splitlines()[-1])
    stops, done = list[int](), instance.changes()
    missing = whole - done
    instance.begin_unseen()
    while len(stops) < UPGRADES and not stage.is_late and done < whole:
        until = time.monotonic() + LOOKS_FOR * 3
        while (now := instance.changes()) <= done and time.monotonic() < until:
            time.sleep(0.005)
        done = max(now, done)
        time.sleep(stage.dice.uniform(0, 0.05))
        if done < whole and processes.kill(instance.process("serve")):
            stops.append(done - whole + missing)
    instance.wait()
    after = ", ".join(map(str, stops))
    stage.note = f"stopped {len(stops)} times, after {after} of {missing} changes"
    stage.killed += len(stops)


UPGRADES = 6
"""How often an upgrade is stopped."""

SETTINGS = "trueline.web.config.settings"

FAULTS: dict[str, Callable[[Stage], None]] = {
    "web killed": kill_web,
    "worker killed": kill_worker,
    "child killed": kill_child,
    "database away": database_away,
    "connections ended": connections_ended,
    "disk of files full": files_disk_full,
    "disk of database full": database_disk_full,
    "line cut": lines_cut,
    "backup made": backed_up,
    "clock an hour on and back": clock_moved,
    "upgrade stopped half-way": upgrade_stopped,
}
"""In their order: those that kill come first, so that a slow machine can't leave them out."""

KILLS = {"web killed": 12, "worker killed": 17, "child killed": 21}
"""How often on each database, a hundred times on both: a server is the slowest to begin again."""

SHARES = {"web killed": 5, "worker killed": 4, "child killed": 5, "upgrade stopped half-way": 2}
"""Of the time that is left; of what is not named, 1."""


def share_of(names: Sequence[str]) -> float:
    """How much of the time that is left belongs to the first of these faults; 2 parts are for the
    restore at the end."""
    parts = [SHARES.get(name, 1) for name in names]
    return parts[0] / (sum(parts) + 2)
