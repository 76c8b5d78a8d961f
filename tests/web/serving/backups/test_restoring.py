"""Restoring as a command: what is refused makes nothing, and a drill touches nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from trueline.web.serving.backups import restoring
from trueline.web.serving.startup_errors import CannotRun

pytestmark = pytest.mark.slow


def run(folder: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO", "TRUELINE"))}
    return subprocess.run(
        [sys.executable, "-m", "trueline", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        **more,
    )


@pytest.mark.parametrize("file", ["absent.backup", "text.backup"])
def test_what_is_refused_makes_nothing(tmp_path, file):
    (tmp_path / "text.backup").write_text("Dear all,")
    done = run(tmp_path, "restore", file, "--data", "new")
    assert done.returncode == 2
    assert file in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["text.backup"]


def test_from_file_to_a_new_folder_that_is_served(tmp_path, parts):
    file = parts.pack(tmp_path / "old.backup")
    with file.open("rb") as stream:
        done = run(tmp_path, "restore", "-", "--data", "new", stdin=stream)
    assert done.returncode == 0, done.stderr
    assert "Everybody signs in anew." in done.stdout
    checked = run(tmp_path, "check-deployment", "--data", "new")
    assert "belongs with another" not in checked.stdout
    assert "changes behind" not in checked.stdout


@pytest.mark.rehearsal
def test_a_drill_counts_and_leaves_nothing(tmp_path, parts, monkeypatch):
    file = parts.pack(tmp_path / "old.backup")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    done = run(tmp_path, "restore", "old.backup", "--drill")
    assert done.returncode == 0, done.stderr
    assert f"{len(parts.rows('accounts.user'))} accounts" in done.stdout
    assert f"{len(parts.rows('designs.revision'))} revisions" in done.stdout
    assert "Nothing of your instance was touched" in done.stdout
    assert list(scratch.iterdir()) == []
    assert set(tmp_path.iterdir()) == {file, scratch}


@pytest.mark.rehearsal
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("there", [False, True])
def test_a_restore_that_breaks_off_leaves_the_folder_as_it_was(tmp_path, monkeypatch, there):
    folder = tmp_path / "new"
    if there:
        folder.mkdir()
        (folder / "notes.txt").write_text("precious")
    monkeypatch.setattr(settings, "INSTANCE", replace(settings.INSTANCE, folder=folder))
    with pytest.raises(CannotRun), restoring._new_instance(print):
        raise CannotRun
    left = {path.name for path in folder.iterdir()} if folder.exists() else None
    assert left == ({"notes.txt"} if there else None)
