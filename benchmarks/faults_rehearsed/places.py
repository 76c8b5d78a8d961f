"""Where an instance lies: disks that can fill up, and a PostgreSQL server of one's own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

KNOWN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
DISK = 150
"""Megabytes of a disk that can be filled."""


class Unavailable(Exception):
    """This machine lacks what a fault needs. The message says what."""


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system in memory, where that may be mounted; else the folder as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m,mode=755", "faults", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        done = False
    try:
        yield folder
    finally:
        if done:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Within, there is no room left on the disk of a folder. Raises Unavailable."""
    if not os.path.ismount(folder):
        raise Unavailable("no right to mount a small disk")
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(1_000_000))
        with ballast.open("ab", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(512))
        yield
    finally:
        ballast.unlink(missing_ok=True)


class Cluster:
    """A PostgreSQL server of one's own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "cluster", free_port()
        self._user = "postgres" if os.geteuid() == 0 else None

    def url(self, name: str = "trueline") -> str:
        return f"postgresql://trueline@127.0.0.1:{self.port}/{name}"

    def begin(self) -> None:
        self.folder.mkdir()
        if self._user:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "--auth=trust", "--username=trueline", f"--pgdata={self.folder}")
        with (self.folder / "postgresql.conf").open("a") as file:
            file.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\n"
                "unix_socket_directories = ''\nmin_wal_size = 32MB\nmax_wal_size = 48MB\n"
            )
        self.start()
        self.create("trueline")

    def create(self, name: str) -> None:
        self.execute(f"CREATE DATABASE {name}")

    def execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def start(self) -> None:
        self._run("pg_ctl", "start", "--wait", f"--pgdata={self.folder}", "--log=/dev/null")

    def stop(self, mode: str = "immediate") -> None:
        with suppress(subprocess.CalledProcessError):  # where it is down already
            self._run("pg_ctl", "stop", f"--mode={mode}", f"--pgdata={self.folder}")

    def runs(self) -> bool:
        try:
            self._run("pg_ctl", "status", f"--pgdata={self.folder}")
        except subprocess.CalledProcessError:
            return False
        return True

    def _run(self, name: str, *arguments: str) -> None:
        command = next((str(at / name) for at in KNOWN if (at / name).exists()), name)
        subprocess.run(
            [command, *arguments],
            check=True,
            user=self._user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """Raises Unavailable where no server can be begun here."""
    with ExitStack() as stack:
        made = Cluster(stack.enter_context(small_disk(folder)))
        try:
            made.begin()
        except (OSError, LookupError, subprocess.CalledProcessError) as error:
            raise Unavailable("no PostgreSQL server to begin") from error
        stack.callback(made.stop)
        yield made
