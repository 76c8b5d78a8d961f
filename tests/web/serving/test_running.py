"""Running an instance: what goes wrong is said in a sentence, and the first run asks for an owner."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import OperationalError, ProgrammingError

from trueline.web.serving import listening
from trueline.web.serving.startup_errors import CannotRun, of_database, of_folder

TRUELINE = [sys.executable, "-m", "trueline"]
OWNER = (
    "--owner-name",
    "First Owner",
    "--owner-email",
    "owner@example.org",
    "--organisation",
    "Safe Paths",
)
WORDS = "quiet-lantern-harvest-9"


def environment(**more: str) -> dict[str, str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
    return {**plain, **more}


def run(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TRUELINE, *map(str, arguments)],
        env=environment(**env),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@contextmanager
def running(*arguments: object, **env: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server, and the address that it prints."""
    process = subprocess.Popen(
        [*TRUELINE, *map(str, arguments)],
        env=environment(PYTHONUNBUFFERED="1", **env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    try:
        said = ""
        while not (found := re.search(r"http://\S+", said)):
            line = process.stdout.readline()
            assert line, said
            said += line
        yield found[0], process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def page(address: str) -> tuple[int, str]:
    for _ in range(50):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except ConnectionError:
            time.sleep(0.1)
    raise AssertionError(address)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.mark.rehearsal
@pytest.mark.slow
def test_an_instance_from_nothing(tmp_path: Path):
    data, port = tmp_path / "data", free_port()
    no_answer = run("serve", "--data", data, "--port", port)
    assert no_answer.returncode == 2
    assert "has no accounts yet" in no_answer.stderr
    weak = run("serve", "--data", data, *OWNER, TRUELINE_OWNER_PASSWORD="short")
    assert weak.returncode == 2
    assert "too short" in weak.stderr
    with running(
        "serve", "--data", data, "--port", port, *OWNER, TRUELINE_OWNER_PASSWORD=WORDS
    ) as (address, process):
        assert page(address)[0] == 200
        taken = run("serve", "--data", data, "--port", port)
        assert taken.returncode == 2
        assert f"Port {port} is in use" in taken.stderr
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "Stopped." in rest
        assert "Traceback" not in rest
    assert (data / "secret-key").stat().st_mode & 0o077 == 0
    link = run("reset-password", "owner@example.org", "--data", data)
    assert re.fullmatch(r"http://127.0.0.1:8000/account/password/reset/key/\S+/\n", link.stdout)
    nobody = run("reset-password", "nobody@example.org", "--data", data)
    assert nobody.returncode == 2
    assert "Nobody here" in nobody.stderr
    checked = run("check-deployment", "--data", data)
    wrong = [line for line in checked.stdout.splitlines() if line.startswith("WRONG")]
    assert [line for line in wrong if "was tested with" not in line] == []
    assert checked.returncode == bool(wrong)
    assert "Only this computer can reach it" in checked.stdout
    exposed = run("check-deployment", "--data", data, TRUELINE_HOSTS="trueline.example.org")
    assert exposed.returncode == 1
    assert "unprotected" in exposed.stdout


@pytest.mark.slow
def test_a_demonstration_opens_beside_a_taken_port(tmp_path: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        arguments = ("demo", "--no-open", "--data", tmp_path / "d", "--port", port)
        with running(*arguments) as (link, _):
            assert f":{port}/" not in link
            status, text = page(link)
    assert status == 200
    assert "Who would you like to be?" in text


@pytest.mark.slow
def test_a_database_that_does_not_answer(tmp_path: Path):
    url = f"postgresql://u:secret@127.0.0.1:{free_port()}/x"
    done = run("serve", "--data", tmp_path, "--wait", 2, TRUELINE_DATABASE=url)
    assert done.returncode == 2
    assert "does not answer yet" in done.stdout
    assert "Trying again for 2 seconds" in done.stdout
    assert "Can't reach the database" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_review_does_not_load_django():
    code = "import sys, trueline.cli.app; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            'FATAL:  password authentication failed for user "u"',
            "refused the user name or password",
        ),
        ('connection failed: FATAL:  database "x" does not exist', "Create it first"),
        ("unable to open database file", "Can't write to"),
        ("attempt to write a readonly database", "Can't write to"),
        ("database or disk is full", "no room in"),
        ("connection refused", "Check that it runs"),
        ("no such table: x", "The database reports: no such table: x"),
    ],
)
def test_database_troubles_say_what_helps(said, told, tmp_path):
    assert told in str(of_database(OperationalError(said), tmp_path))


def test_what_the_database_says_of_a_statement_is_one_line(tmp_path):
    said = ProgrammingError("column x.y does not exist\nLINE 1: SELECT x.y FROM x\n     ^")
    assert str(of_database(said, tmp_path)) == "The database reports: column x.y does not exist"


def test_folder_troubles_say_what_helps(tmp_path):
    assert "disk is full" in str(of_folder(OSError(28, "No space left on device"), tmp_path))
    denied = str(of_folder(PermissionError(13, "Permission denied"), tmp_path))
    assert "Permission denied" in denied
    assert "--data" in denied


def test_no_free_port_is_said():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CannotRun, match="--port"):
            listening.free_port("127.0.0.1", other.getsockname()[1], tries=1)


def test_on_sqlite_there_is_no_worker_apart(tmp_path):
    done = run("worker", "--data", tmp_path / "data")
    assert done.returncode == 2
    assert "needs PostgreSQL" in done.stderr
    done = run("serve", "--data", tmp_path / "data", *OWNER, TRUELINE_TASKS="apart")
    assert done.returncode == 2
    assert "Leave TRUELINE_TASKS out" in done.stderr
    done = run("serve", "--data", tmp_path / "data", *OWNER, TRUELINE_TASKS="elsewhere")
    assert "should be `inside` or `apart`" in done.stderr
