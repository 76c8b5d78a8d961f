"""Keys: made whole or not at all, and refused where they protect nothing."""

from __future__ import annotations

import os
import string
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from trueline.web.config import keys
from trueline.web.config.instance import Instance, from_environment

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
    assert {path.name for path in instance.folder.iterdir()} == set(keys.NAMES)


def test_keys_can_lie_apart_from_the_database(tmp_path):
    instance = from_environment(
        {"TRUELINE_DATA": str(tmp_path / "data"), "TRUELINE_KEYS": str(tmp_path / "keys")}
    )
    instance.begin()
    assert {path.name for path in (tmp_path / "keys").iterdir()} == set(keys.NAMES)
    assert list(instance.folder.iterdir()) == []


def test_a_key_that_is_there_stays(tmp_path):
    path = tmp_path / "secret-key"
    path.write_text(GOOD)
    keys.make(tmp_path)
    assert keys.key(tmp_path, "secret-key") == path.read_text() == GOOD


def test_of_many_that_begin_at_once_all_have_one_key(tmp_path):
    def begin(_: int) -> tuple[str, ...]:
        keys._new_key.cache_clear()
        keys.make(tmp_path)
        return tuple(keys.key(tmp_path, name) for name in keys.NAMES)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(begin, range(40)))) == 1
    assert {one.name for one in tmp_path.iterdir()} == set(keys.NAMES)


@pytest.mark.parametrize("name", keys.NAMES)
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("abc", "too short"),
        (GOOD[:43], "too short"),
        ("a" * 64, "repeats itself"),
        ("abcdefgh" * 8, "repeats itself"),
        (GOOD[:32] * 2, "repeats itself"),
        ("ab" * 40 + "cdefghij", "repeats itself"),
        (GOOD[:60] + "é", "damaged"),
        (GOOD[:40] + "\0" * 20 + GOOD[40:], "damaged"),
    ],
)
def test_a_key_that_protects_nothing_is_refused_with_what_helps(tmp_path, name, text, reason):
    path = tmp_path / name
    path.write_bytes(text.encode())
    with pytest.raises(ImproperlyConfigured, match=reason) as refused:
        keys.key(tmp_path, name)
    assert str(path) in str(refused.value)
    assert "delete this file and start again" in str(refused.value)


def test_a_full_disk_leaves_no_key(full_disk):
    with pytest.raises(ImproperlyConfigured, match="No space left"):
        keys.make(full_disk)
    assert {one.name for one in full_disk.iterdir()} <= {"filling"}


def test_a_disk_without_hard_links_keeps_a_key_too(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    keys.make(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == set(keys.NAMES)
    assert len(keys.key(tmp_path, "secret-key")) == 64


def test_an_encryption_key_that_is_none_is_refused(tmp_path):
    (tmp_path / "encryption-key").write_text(GOOD)
    with pytest.raises(ImproperlyConfigured, match="damaged"):
        keys.key(tmp_path, "encryption-key")
