"""A reader that tries everything gets hold of nothing, and of its failing a sentence remains."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from trueline.files import FileProblems
from trueline.sandbox import confinement, process, read_in_sandbox

pytestmark = pytest.mark.slow

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="confined on Linux alone")


def hostile(reader: str, data: object = "") -> object:
    given = data if isinstance(data, str) else json.dumps(data)
    return read_in_sandbox(f"tests.sandbox.hostile:{reader}", given.encode(), "a.yaml")


def refusal(reader: str) -> str:
    with pytest.raises(FileProblems) as caught:
        hostile(reader)
    return caught.value.problems[0].message


def test_nothing_is_around_it(monkeypatch):
    monkeypatch.setenv("TRUELINE_OWNER_PASSWORD", "quiet-lantern")
    found = hostile("surroundings")
    own = {"LC_CTYPE", "OPENBLAS_NUM_THREADS"}
    assert {k: v for k, v in found["environment"].items() if k not in own} == {}
    assert Path(found["folder"]).name.startswith("trueline-")
    assert not Path(found["folder"]).exists()
    assert found["name"] == "a.yaml"
    assert "quiet" not in str(found)
    assert found["descriptors"] == [0, 1, 2, 3]
    assert found["niceness"] >= min(os.nice(0) + 5, 19)  # whoever answers visitors comes first


def test_what_it_finds_wrong_arrives_whole():
    with pytest.raises(FileProblems) as caught:
        hostile("refuses")
    assert str(caught.value) == "a.yaml:3: No. Yes."


def test_what_it_prints_is_no_part_of_the_answer():
    assert hostile("prints", "well") == "well"


def test_a_reader_that_fails_is_logged_without_what_the_file_says(caplog):
    with pytest.raises(FileProblems, match="can't be read"):
        hostile("fails", "her name")
    assert "KeyError" in caplog.text
    assert "her name" not in caplog.text


@on_linux
def test_it_opens_no_file_and_changes_none(tmp_path):
    secret = tmp_path / "secret-key"
    secret.write_text("x" * 50)
    secret.chmod(0o600)
    others = [
        "/etc/passwd",
        "/proc/self/environ",
        "/dev/shm",
        "/tmp",
        str(Path.home()),
        str(Path(__file__).parents[2] / "pyproject.toml"),
    ]
    assert hostile("looks", [str(secret), str(tmp_path), *others]) == []
    assert hostile("changes", [str(secret)]) == []
    assert secret.read_text() == "x" * 50
    assert secret.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [secret]


@on_linux
def test_it_reaches_nobody(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind(f"{tmp_path}/s")
        unix.listen()
        with socket.socket(socket.AF_UNIX) as abstract:
            abstract.bind(f"\0trueline-test-{os.getpid()}")
            abstract.listen()
            found = hostile(
                "connects",
                {
                    "port": tcp.getsockname()[1],
                    "unix": f"{tmp_path}/s",
                    "abstract": f"trueline-test-{os.getpid()}",
                },
            )
    assert found == []


@on_linux
def test_it_touches_no_other_process():
    assert hostile("reaches_others") == []


def test_files_are_few():
    assert hostile("hoards") < 64


@pytest.mark.parametrize("reader", ["waits", "works"])
def test_what_takes_too_long_is_ended(monkeypatch, reader):
    monkeypatch.setattr(process, "SECONDS", 2)
    assert "longer than 2 seconds" in refusal(reader)


@pytest.mark.parametrize("reader", ["takes", "maps", "floods", "dies"])
def test_what_takes_too_much_is_ended(reader):
    assert "memory" in refusal(reader)


def test_signs_that_no_name_can_have_are_left_out():
    with pytest.raises(FileProblems) as caught:
        read_in_sandbox("tests.sandbox.hostile:refuses", b"", "a\0\ud800.yaml")
    assert caught.value.problems[0].file == "a.yaml"


def test_a_system_without_room_says_so(monkeypatch):
    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(process.tempfile, "TemporaryDirectory", full)
    assert "No space left" in refusal("prints")


def test_nothing_stays_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(process.tempfile, "tempdir", str(tmp_path))
    before = threading.active_count()
    hostile("prints")
    assert list(tmp_path.iterdir()) == []
    assert threading.active_count() == before


@on_linux
def test_the_probe_tries_and_says_what_holds(tmp_path, monkeypatch):
    (tmp_path / "key").write_text("key")
    held = confinement(tmp_path / "key")
    assert (held.files, held.network) == (True, True)
