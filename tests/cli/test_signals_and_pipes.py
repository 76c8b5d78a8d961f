"""A command that is cut short, by who reads it or by who ends it, ends in order."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.slow

START = [sys.executable, "-c", "from trueline.cli import main; main()"]


@pytest.mark.parametrize(
    "command",
    [["rules"], ["schema"], ["explain", "logic.refers-to-nothing"], ["--help"]],
    ids=" ".join,
)
def test_a_pipe_that_is_closed_is_fine(command):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*START, *command], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture
def reviewing(tmp_path, root):
    """A review of many files in several processes, at work."""
    text = (root / "examples" / "awareness-nepal-gulf.yaml").read_bytes()
    for number in range(600):
        (tmp_path / f"{number}.yaml").write_bytes(text)
    with subprocess.Popen(
        [*START, "review", str(tmp_path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + 30
        while len(_group(process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        yield process


def _group(leader: int) -> list[str]:
    told = subprocess.run(["ps", "-o", "pid=", "-g", str(leader)], capture_output=True, text=True)
    return told.stdout.split()


@pytest.mark.walk
@pytest.mark.skipif(os.name != "posix", reason="signals of groups")
@pytest.mark.parametrize("to_all", [False, True], ids=["one", "all"])
@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [(signal.SIGTERM, 143, b""), (signal.SIGINT, 130, b"\nInterrupted.\n")],
    ids=["term", "ctrl-c"],
)
def test_a_review_in_several_processes_ends_without_a_traceback(
    reviewing, to_all, asked, code, said
):
    (os.killpg if to_all else os.kill)(reviewing.pid, asked)
    _, told = reviewing.communicate(timeout=30)
    assert (reviewing.returncode, told) == (code, said)
    assert _group(reviewing.pid) == []


@pytest.mark.skipif(os.name != "posix", reason="signals of groups")
def test_none_of_them_outlives_the_first(reviewing):
    reviewing.kill()
    reviewing.wait()
    deadline = time.monotonic() + 10
    while _group(reviewing.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _group(reviewing.pid) == []


AMID_A_CLASS = """
import os, signal, trueline.cli

def run():
    class Field:
        def __set_name__(self, owner, name):
            os.kill(os.getpid(), signal.{name})
    type("Form", (), {{"field": Field()}})

trueline.cli._run = run
trueline.cli.main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_while_a_class_is_made_leaves_no_traceback(name: str, code: int) -> None:
    """Python 3.11 wraps whatever is raised there in an error of its own."""
    program = [sys.executable, "-c", AMID_A_CLASS.format(name=name)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
