"""Where a backup goes: nothing but a regular file is ever replaced, and messages name the target."""

from __future__ import annotations

import io
import os
import socket
import zipfile
from contextlib import suppress

import pytest
from django.conf import settings

from trueline.web.serving.backups import target as targets
from trueline.web.serving.backups.target import FileTarget, target_named
from trueline.web.serving.startup_errors import CannotRun

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def special_files(folder):
    """One of each sort that is no regular file, and what it holds or leads to."""
    real = folder / "real"
    real.write_text("precious")
    (folder / "link").symlink_to(real)
    (folder / "dangling").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket"))
    return real


@pytest.mark.parametrize(
    ("name", "sort"),
    [("link", "a link"), ("dangling", "a link"), ("pipe", "a pipe"), ("socket", "a socket")],
)
def test_what_is_no_file_is_left_as_it_is(tmp_path, trueline, name, sort):
    real = special_files(tmp_path)
    before = os.lstat(tmp_path / name)
    done = trueline("backup", tmp_path / name)
    assert done.exit_code == 2
    assert f"{name} is {sort}" in " ".join(done.stderr.split())
    assert os.lstat(tmp_path / name).st_ino == before.st_ino
    assert real.read_text() == "precious"


def test_a_device_is_left_as_it_is(trueline):
    done = trueline("backup", "/dev/full")
    assert done.exit_code == 2
    assert "/dev/full is a device" in done.stderr
    assert os.path.exists("/dev/full")
    assert not os.path.isfile("/dev/full")


def test_a_minus_is_standard_output(cast, trueline):
    done = trueline("backup", "-")
    assert done.exit_code == 0
    with zipfile.ZipFile(io.BytesIO(done.stdout_bytes)) as archive:
        assert b"owner@example.org" in archive.read("rows/accounts.user.jsonl")
    assert "Wrote the backup to standard output" in done.stderr
    assert trueline("backup", "-", "--quiet").stderr == ""


def test_a_folder_gives_a_name_by_the_time(cast, tmp_path, trueline):
    assert trueline("backup", tmp_path).exit_code == 0
    assert trueline("backup", f"{tmp_path}/new/").exit_code == 0
    assert len(list(tmp_path.glob("trueline-20??-??-??-??????.backup"))) == 1
    assert len(list(tmp_path.glob("new/trueline-*.backup"))) == 1


def test_a_full_disk_is_named_and_what_was_there_stays(cast, full_disk, trueline):
    file = full_disk / "a.backup"
    done = trueline("backup", file)
    told = " ".join(done.stderr.split())
    assert done.exit_code == 2
    assert f"There is no room for {file}" in told
    assert f"the disk of {full_disk} is full" in told
    assert str(settings.INSTANCE.folder) not in told
    assert [path.name for path in full_disk.iterdir() if path.name != "filling"] == []


def test_a_folder_that_is_a_file_is_named(cast, tmp_path, trueline):
    (tmp_path / "a").write_text("precious")
    done = trueline("backup", tmp_path / "a" / "b.backup")
    assert done.exit_code == 2
    assert f"Can't write {tmp_path}/a/b.backup" in done.stderr.replace("\n", "")
    assert (tmp_path / "a").read_text() == "precious"


def test_what_breaks_off_leaves_nothing(tmp_path):
    (tmp_path / "a.backup").write_text("the last one")
    with suppress(KeyboardInterrupt), FileTarget(tmp_path / "a.backup").opened() as stream:
        stream.write(b"half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["a.backup"]
    assert (tmp_path / "a.backup").read_text() == "the last one"


def test_a_screen_is_no_target(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(CannotRun, match="no text for a screen"):
        target_named("-")


def test_a_large_file_reaches_the_disk_a_little_at_a_time(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(targets, "FLUSHED", 1_000_000)
    monkeypatch.setattr(targets.os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size))
    with FileTarget(tmp_path / "large").opened() as stream:
        for _ in range(50):
            stream.write(bytes(100_000))
    assert len(synced) >= 5
    assert (tmp_path / "large").stat().st_size == 5_000_000
