"""Prints what each fault cost: saves acknowledged, lost, doubled, and seconds without service."""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults_rehearsed.faults import FAULTS, KILLS, Stage, share_of
from benchmarks.faults_rehearsed.instance import Instance
from benchmarks.faults_rehearsed.people import Crowd
from benchmarks.faults_rehearsed.places import Cluster, Unavailable, cluster, small_disk

DATABASES = ("SQLite", "PostgreSQL")


@dataclass(frozen=True)
class Result:
    """What a fault came to."""

    acknowledged: int
    lost: int
    doubled: int
    without: float
    tracebacks: int
    forgotten: int
    killed: int
    wrong: str
    note: str

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.doubled or self.tracebacks or self.forgotten or self.wrong)

    def __str__(self) -> str:
        return (
            f"{self.acknowledged:>8}{self.lost:>6}{self.doubled:>9}{self.without:>9.1f}"
            f"{self.tracebacks:>12}{self.forgotten:>11}  {'; '.join(filter(None, (self.wrong, self.note)))}"
        )


HEAD = (
    f"{'fault':<40}{'saved':>8}{'lost':>6}{'doubled':>9}{'without':>9}{'tracebacks':>12}"
    f"{'forgotten':>11}"
)


class Backups(threading.Thread):
    """Backups one after the other; the last that was whole is restored at the end."""

    def __init__(self, instance: Instance, folder: Path) -> None:
        super().__init__(daemon=True)
        self._instance, self._folder, self.turn = instance, folder, threading.Lock()
        self._over = threading.Event()
        self.made, self.refused, self.tracebacks = 0, 0, 0
        self.reasons: list[str] = []
        self.last: tuple[Path, float] | None = None

    def run(self) -> None:
        while not self._over.wait(1):
            file = self._folder / f"{self.made + self.refused}.backup"
            with self.turn:
                began = time.monotonic()
                code, said = self._instance.run("backup", "--quiet", str(file))
            self.tracebacks += "Traceback" in said
            if code:
                self.refused += 1
                self.reasons += said.strip().splitlines()[-1:]
                continue
            if self.last:
                self.last[0].unlink()
            self.made, self.last = self.made + 1, (file, began)

    def end(self) -> None:
        self._over.set()
        self.join(120)


def rehearsed(name: str, stage: Stage) -> Result:
    """Do this to an instance while people save, and look what is there afterwards."""
    instance, crowd = stage.instance, stage.crowd
    failed = instance.failures()
    with crowd:
        crowd.settle()
        FAULTS[name](stage)
        instance.wait()
        crowd.settle()
        makes_files = crowd.settle_files()
    kept: list[str] = instance.look()[crowd.title]["partners"]
    return Result(
        acknowledged=len(crowd.acknowledged),
        lost=len(set(crowd.acknowledged) - set(kept)),
        doubled=len(kept) - len(set(kept)),
        without=crowd.seconds_without,
        tracebacks=crowd.tracebacks + instance.failures() - failed,
        forgotten=crowd.forgotten,
        killed=stage.killed,
        wrong=stage.wrong or ("" if makes_files else "NO FILE was made afterwards"),
        note="; ".join(
            each
            for each in (stage.note, f"files: {crowd.files} made, {crowd.files_told} told why not")
            if each
        ),
    )


def restored(backups: Backups, crowds: list[Crowd], instance: Instance, folder: Path) -> str:
    """What is wrong with the last backup once it is restored and compared, or ""."""
    if backups.last is None:
        return "no backup was made"
    file, began = backups.last
    there = {"TRUELINE_DATA": str(folder / "restored")}
    if instance.database:
        there["TRUELINE_DATABASE"] = f"{instance.database}_restored"
    code, said = instance.run("restore", str(file), **there)
    if code:
        return said.strip().splitlines()[-1]
    now, then = instance.look(), instance.look(**there)
    for crowd in crowds:
        due = {title for title, when in crowd.acknowledged.items() if when < began}
        before = then.get(crowd.title, {"partners": [], "revisions": {}})
        if missing := due - set(before["partners"]):
            return f"{len(missing)} saves of {crowd.title} are missing"
        if not before["revisions"].items() <= now[crowd.title]["revisions"].items():
            return f"revisions of {crowd.title} are others"
    return ""


def _on(database: str, options: argparse.Namespace, ends: float) -> tuple[bool, int]:
    """All faults on one database. Whether nothing was lost, doubled, or seen that should not be; and
    how many processes were killed."""
    well, killed = True, 0
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)
        logs = folder / "logs"
        logs.mkdir()
        server: Cluster | None = None
        if database == "PostgreSQL":
            server = stack.enter_context(cluster(folder / "server"))
            server.create("trueline_restored")
        disk = stack.enter_context(small_disk(folder / "disk"))
        instance = Instance(disk / "data", server.url() if server else "", logs)
        stack.callback(instance.end)
        instance.begin()
        backups = Backups(instance, logs)
        backups.start()
        names = [each for each in FAULTS if options.only in each]
        crowds: list[Crowd] = []
        for number, fault in enumerate(names):
            share = (ends - time.monotonic()) * share_of(names[number:])
            crowd = Crowd(instance, f"Design {number}")
            stage = Stage(instance, crowd, server, 0, time.monotonic() + share)
            stage.backing_up = backups.turn
            stage.kills = round(KILLS.get(fault, 0) * options.kills / 100)
            said = f"{database}, {fault}"
            try:
                result = rehearsed(fault, stage)
            except Unavailable as why:
                print(f"{said:<40}  not done: {why}", flush=True)
                continue
            except RuntimeError as wrong:
                print(f"{said:<40}  WRONG: {wrong}", flush=True)
                print(instance.log.read_text("utf-8", "replace")[-4000:], file=sys.stderr)
                return False, killed
            crowds.append(crowd)
            well &= result.is_well
            killed += result.killed
            print(f"{said:<40}{result}", flush=True)
        backups.end()
        wrong = restored(backups, crowds, instance, disk)
        print(
            f"{database + ', backups meanwhile':<40}  {backups.made} made, {backups.refused} refused;"
            f" the last restored and compared: {wrong or 'the same'}",
            flush=True,
        )
        for reason in dict.fromkeys(backups.reasons):
            print(f"{'':<40}  refused: {reason}", flush=True)
        well &= not wrong and not backups.tracebacks
        if not well:
            print(instance.log.read_text("utf-8", "replace")[-20000:], file=sys.stderr)
    return well, killed


def main() -> int:
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--only", default="", help="faults whose names hold these words")
    parser.add_argument("--database", default="", choices=["", *DATABASES])
    parser.add_argument("--kills", type=int, default=100, help="in all, on both databases")
    parser.add_argument("--minutes", type=float, default=13)
    options = parser.parse_args()
    chosen = [each for each in DATABASES if options.database in each]
    began, well, killed = time.monotonic(), True, 0
    print(HEAD, flush=True)
    for number, database in enumerate(chosen, 1):
        ends = began + options.minutes * 60 * number / len(chosen)
        try:
            is_well, more = _on(database, options, ends)
            well, killed = well and is_well, killed + more
        except Unavailable as why:
            print(f"{database:<40}  not done: {why}", flush=True)
    minutes = (time.monotonic() - began) / 60
    print(
        f"In this run processes were killed {killed} times, in {minutes:.0f} minutes.", flush=True
    )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
