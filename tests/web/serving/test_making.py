"""The process in which files are made, when those around it are killed: a sentence, and no traceback."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from trueline.web.tasks.separate_process import ENDED, SeparateProcess, is_possible

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_possible(), reason="needs fork")]

NOBODY_WAITS = json.dumps([str(uuid.UUID(int=1)), 20.0]).encode() + b"\n"
"""A task that is in no queue any more."""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """An instance with its tables, on SQLite."""
    folder = tmp_path_factory.mktemp("instance")
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
    environment = {**plain, "TRUELINE_DATA": str(folder), "TRUELINE_DATABASE": ""}
    begin = "from trueline.web.serving import start; start.set_up(begin=True); start.migrate()"
    subprocess.run([sys.executable, "-c", begin], env=environment, check=True)
    return environment


def started(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "trueline.web.serving.making"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_it_says_how_each_task_ended_until_nobody_asks(environment):
    said, told = started(environment).communicate(NOBODY_WAITS * 2, timeout=60)
    assert said.split() == [b"done", b"done"]
    assert told == b""


def test_whoever_started_it_may_be_gone_when_a_task_ends(environment):
    process = started(environment)
    process.stdout.close()
    process.stdout = None
    _nothing, told = process.communicate(NOBODY_WAITS, timeout=60)
    assert process.returncode == 0
    (line,) = told.decode().splitlines()
    assert "after whoever had started it was gone" in line


def test_a_task_that_meets_no_database_leaves_a_sentence(environment, tmp_path):
    lost = {**environment, "TRUELINE_DATA": str(tmp_path)}
    for key in Path(environment["TRUELINE_DATA"]).glob("*-key"):
        (tmp_path / key.name).write_bytes(key.read_bytes())
    said, told = started(lost).communicate(NOBODY_WAITS, timeout=60)
    assert said.split() == [b"ended"]
    assert "was not finished" in told.decode()
    assert "Traceback" not in told.decode()


def test_one_that_was_killed_is_replaced_and_leaves_nothing(environment, monkeypatch, capfd):
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    apart, task = SeparateProcess(), str(uuid.UUID(int=1))
    assert apart.run(task, seconds=20) == "done"
    os.kill(apart._process.pid, signal.SIGKILL)
    endings = [apart.run(task, seconds=20) for _ in range(2)]
    assert endings in ([ENDED, "done"], ["done", "done"])  # never twice
    apart.stop()
    gc.collect()
    assert capfd.readouterr().err == ""


LEAVES_ITS_CHILD = """
import os, sys, time
sys.stdin.readline()
if not (child := os.fork()):
    os.close(1)
    time.sleep(60)
open(sys.argv[1], "w").write(str(child))
"""
"""Ends at its first task without an answer, while the child that does the task goes on."""


def test_the_child_of_one_that_ended_is_ended_with_it(tmp_path):
    apart = SeparateProcess()
    apart._process = subprocess.Popen(
        [sys.executable, "-c", LEAVES_ITS_CHILD, str(tmp_path / "child")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        start_new_session=True,
    )
    assert apart.run(str(uuid.UUID(int=1)), seconds=20) == ENDED
    child = int((tmp_path / "child").read_text())
    assert _has_ended(child)
    apart.stop()


def _has_ended(process: int) -> bool:
    """Whether a process is gone within a few seconds, or waits only for somebody to note its end."""
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        try:
            status = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if status == "Z":
            return True
        time.sleep(0.01)
    return False
