"""Behind PgBouncer, which gives each transaction whichever connection is free."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from web_visitor import Visitor

POSTGRES = os.environ.get("TRUELINE_TEST_POSTGRES", "")
BOUNCER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
WORDS = "quiet-lantern-harvest-9"
OWNER = ("--owner-name", "First Owner", "--owner-email", "owner@example.org")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (POSTGRES and BOUNCER), reason="no PostgreSQL, or no PgBouncer"),
]


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def until(holds: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    for _ in range(900):
        if holds():
            return
        assert process.poll() is None
        time.sleep(0.1)
    raise AssertionError("it did not come about")


@pytest.fixture
def database() -> Iterator[str]:
    """The name of an empty database."""
    name = f"trueline_bouncer_{uuid.uuid4().hex[:12]}"
    with closing(psycopg.connect(POSTGRES, autocommit=True)) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield name
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def bouncer(database, tmp_path) -> Iterator[str]:
    """The address of the database behind PgBouncer, as the page about several machines sets it up.

    Three connections only, so that requests of two processes have to take turns.
    """
    server, port = urlsplit(POSTGRES), free_port()
    address = {
        "host": server.hostname,
        "port": server.port or 5432,
        "user": server.username,
        "password": server.password,
    }
    there = " ".join(f"{name}={value}" for name, value in address.items())
    settings = tmp_path / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n{database} = {there}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
        f"listen_port = {port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\n"
        "default_pool_size = 3\nignore_startup_parameters = options\n"
    )
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents[:2]:
        folder.chmod(0o755)
    user = ["--user", "nobody"] if os.geteuid() == 0 else []
    process = subprocess.Popen([BOUNCER, "--quiet", *user, str(settings)])

    def answers() -> bool:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            return False
        return True

    try:
        until(answers, process)
        yield f"postgresql://anybody@127.0.0.1:{port}/{database}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def run(command: str, data: Path, database: str, *options: str) -> subprocess.Popen[bytes]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
    known = {"TRUELINE_DATABASE": database, "TRUELINE_OWNER_PASSWORD": WORDS}
    whole = [sys.executable, "-m", "trueline", command, "--data", str(data), *options]
    return subprocess.Popen(whole, env={**plain, **known})


def test_pages_saves_and_backups_in_transaction_mode(bouncer, tmp_path):
    port, data = free_port(), tmp_path / "data"
    wanted = ("--port", str(port), "--workers", "2", "--organisation", "Safe Paths", *OWNER)
    serving = run("serve", data, bouncer, *wanted)
    opened: list[http.client.HTTPConnection] = []

    def visitor() -> Visitor:
        opened.append(http.client.HTTPConnection("127.0.0.1", port, timeout=60))
        return Visitor(opened[-1], f"http://127.0.0.1:{port}")

    def is_ready() -> bool:
        try:
            return visitor().ask("GET", "/health/ready/")[0] == 200
        except OSError:
            return False

    def work(number: int) -> None:
        """Somebody begins a design, writes on it, and reads its history."""
        owner = visitor()
        owner.sign_in("owner@example.org", WORDS)
        assert (
            owner.send("/designs/new/", "/designs/new/blank/", title=f"Design {number}")[0] == 302
        )
        design = owner.last.headers["Location"].split("/")[2]
        add = f"/documents/{design}/add/?to=partners"
        for name in ("Ports", "Unions"):
            assert owner.send(add, title=f"{name} {number}")[0] == 302
        assert f"Unions {number}" in owner.ask("GET", f"/documents/{design}/history/")[1]

    try:
        until(is_ready, serving)
        with ThreadPoolExecutor(4) as people:
            list(people.map(work, range(4)))
        backup = tmp_path / "a.backup"
        assert run("backup", data, bouncer, "--quiet", str(backup)).wait(60) == 0
        assert backup.stat().st_size > 1000
    finally:
        for connection in opened:
            connection.close()
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
