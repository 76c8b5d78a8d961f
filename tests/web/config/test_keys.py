"""Keys: made whole or not at all, and refused where they protect nothing."""

from __future__ import annotations

import os
import string
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from trueline.web.config import keys
from trueline.web.config.instance import Instance

GOOD = string.ascii_letters + string.digits


def test_looking_makes_nothing_and_beginning_keeps_what_was_looked_at(tmp_path):
    instance = Instance(tmp_path / "data")
    seen = instance.secret_key
    assert not instance.folder.exists()
    assert not instance.begun
    instance.begin()
    assert instance.begun
    assert instance.secret_key == seen
    assert (instance.folder / "secret-key").stat().st_mode & 0o077 == 0
    assert [path.name for path in instance.folder.iterdir()] == ["secret-key"]


def test_a_key_that_is_there_stays(tmp_path):
    path = tmp_path / "secret-key"
    path.write_text(GOOD)
    keys.make(path)
    assert keys.key(path) == path.read_text() == GOOD


def test_of_many_that_begin_at_once_all_have_one_key(tmp_path):
    path = tmp_path / "secret-key"

    def begin(_: int) -> str:
        keys._new_key.cache_clear()
        keys.make(path)
        return keys.key(path)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(begin, range(40)))) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("abc", "too short"),
        (GOOD[:49], "too short"),
        ("a" * 64, "repeats itself"),
        ("abcdefgh" * 8, "repeats itself"),
        (GOOD[:32] * 2, "repeats itself"),
        ("ab" * 40 + "cdefghij", "repeats itself"),
        (GOOD[:60] + "é", "damaged"),
        (GOOD[:40] + "\0" * 20 + GOOD[40:], "damaged"),
    ],
)
def test_a_key_that_protects_nothing_is_refused_with_what_helps(tmp_path, text, reason):
    path = tmp_path / "secret-key"
    path.write_bytes(text.encode())
    with pytest.raises(ImproperlyConfigured, match=reason) as refused:
        keys.key(path)
    assert str(path) in str(refused.value)
    assert "delete this file and start again" in str(refused.value)


def test_a_full_disk_leaves_no_key(full_disk):
    path = full_disk / "secret-key"
    with pytest.raises(ImproperlyConfigured, match="No space left"):
        keys.make(path)
    assert {one.name for one in full_disk.iterdir()} <= {"filling"}


def test_a_disk_without_hard_links_keeps_a_key_too(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    keys.make(tmp_path / "secret-key")
    assert [one.name for one in tmp_path.iterdir()] == ["secret-key"]
    assert len(keys.key(tmp_path / "secret-key")) == 64
