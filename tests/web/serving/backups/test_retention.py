"""`--keep N`: the newest stay, and nothing but older backups of the same name ever goes."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from trueline.web.serving.backups import retention
from trueline.web.serving.backups.snapshot import PREFIX
from trueline.web.serving.backups.target import FileTarget


def a_backup(path: Path, age: int) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
    os.utime(path, (1_790_000_000 - age, 1_790_000_000 - age))
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_newest_stay(tmp_path):
    made = [a_backup(tmp_path / f"t-2026-11-{26 - age:02}.backup", age) for age in range(10)]
    removal = retention.remove_older(FileTarget(made[0]), 3)
    assert names(tmp_path) == {path.name for path in made[:3]}
    assert removal.removed == tuple(made[3:])


def test_what_was_just_written_stays_even_if_its_clock_is_behind(tmp_path):
    newest = a_backup(tmp_path / "t-1.backup", 500)
    older = [a_backup(tmp_path / f"t-{n}.backup", n) for n in range(2, 6)]
    retention.remove_older(FileTarget(newest), 1)
    assert names(tmp_path) == {newest.name}
    assert not any(path.exists() for path in older)


def test_nothing_else_is_removed(tmp_path):
    newest = a_backup(tmp_path / "t-2026-11-26.backup", 0)
    a_backup(tmp_path / "other-2026-11-20.backup", 9)
    a_backup(tmp_path / "t-2026-11-20.backup.copy", 9)
    (tmp_path / "t-2026-11-21.backup").write_text("a text that is called like a backup")
    (tmp_path / "t-2026-11-22.backup").mkdir()
    (tmp_path / "t-2026-11-23.backup").symlink_to(tmp_path / "other-2026-11-20.backup")
    before = names(tmp_path)
    retention.remove_older(FileTarget(newest), 1)
    assert names(tmp_path) == before


def test_only_old_leftovers_are_removed(tmp_path):
    for name, age in (("old", 3), ("new", 0)):
        (tmp_path / f"{PREFIX}{name}").mkdir()
        os.utime(tmp_path / f"{PREFIX}{name}", (1e9, 1e9) if age else None)
    retention.remove_leftovers(tmp_path)
    assert names(tmp_path) == {f"{PREFIX}new"}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_command_keeps_that_many_and_says_what_went(cast, tmp_path, trueline):
    for day in (20, 21, 22):
        a_backup(tmp_path / f"t-2026-11-{day}.backup", 60 - day)
    newest = tmp_path / "t-2026-11-26.backup"
    done = trueline("backup", newest, "--keep", 2)
    assert done.exit_code == 0
    assert names(tmp_path) == {"t-2026-11-22.backup", newest.name}
    assert "t-2026-11-20.backup, which is older" in done.stdout.replace("\n", "")
    quiet = trueline("backup", newest, "--keep", 1, "--quiet")
    assert (quiet.exit_code, quiet.output) == (0, "")
    assert names(tmp_path) == {newest.name}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_where_an_old_one_stays_the_exit_code_says_so(cast, tmp_path, trueline, monkeypatch):
    old = a_backup(tmp_path / "t-1.backup", 9)

    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == old:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    done = trueline("backup", tmp_path / "t-2.backup", "--keep", 1, "--quiet")
    assert done.exit_code == 1
    assert f"Can't remove the older {old}" in done.stderr.replace("\n", "")


@pytest.mark.parametrize("name", ["-", "today.backup"])
def test_where_backups_are_not_told_apart_nothing_is_written(tmp_path, trueline, name):
    target = name if name == "-" else tmp_path / name
    done = trueline("backup", target, "--keep", 3)
    assert done.exit_code == 2
    assert "--keep" in done.stderr
    assert names(tmp_path) == set()
