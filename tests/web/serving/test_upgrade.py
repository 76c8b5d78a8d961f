"""Bringing a database up to date: the right keys, no newer database, and one start at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from trueline import __version__
from trueline.web.accounts.models import LostSecondStep, User
from trueline.web.config.models import InstanceRecord
from trueline.web.serving import instance_keys, start, versions
from trueline.web.serving.deployment import report
from trueline.web.serving.first_run import Owner, welcome
from trueline.web.serving.start_lock import start_lock
from trueline.web.serving.startup_errors import CannotRun
from trueline.web.serving.upgrade import bring_up_to_date

OTHER_KEYS = {"SECRET_KEY": "x" * 60, "ENCRYPTION_KEY": Fernet.generate_key().decode()}

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def quiet(_: str) -> None:
    pass


def wrong() -> str:
    return " ".join(answer.text for answer in report() if answer.mark == "WRONG")


@pytest.fixture
def newer(db) -> Iterator[None]:
    """A database that a later version has changed, which says which."""
    bring_up_to_date(quiet)
    MigrationRecorder(connection).record_applied("designs", "9999_from_the_future")
    InstanceRecord.objects.update(trueline="9.9.0")
    yield
    MigrationRecorder(connection).record_unapplied("designs", "9999_from_the_future")


def test_a_new_database_takes_the_keys_and_the_version(db):
    bring_up_to_date(quiet)
    bring_up_to_date(quiet)
    assert InstanceRecord.objects.get().trueline == __version__
    assert instance_keys.mismatch() == ""
    assert "belongs with another" not in wrong()


@pytest.mark.parametrize("name", OTHER_KEYS)
def test_with_another_key_nothing_is_served(settings, trueline, name):
    bring_up_to_date(quiet)
    setattr(settings, name, OTHER_KEYS[name])
    with pytest.raises(CannotRun, match=name.lower().replace("_", "-")) as refused:
        bring_up_to_date(quiet)
    assert "trueline new-keys" in str(refused.value)
    for command in (("reset-password", "a@example.org"), ("account", "list")):
        assert trueline(*command).exit_code == 2
    assert name.lower().replace("_", "-") in wrong()


def test_new_keys_are_taken_when_the_former_are_lost(cast, settings, trueline):
    bring_up_to_date(quiet)
    TOTP.activate(cast.owner, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert "Nothing was changed" in trueline("new-keys").stdout
    for name, key in OTHER_KEYS.items():
        setattr(settings, name, key)
    assert trueline("new-keys", input="n\n").exit_code == 1
    assert not LostSecondStep.objects.exists()
    done = trueline("new-keys", "--yes")
    assert done.exit_code == 0
    assert "owner@example.org" in done.stdout
    assert "tell them yourself as well" in done.stdout
    assert LostSecondStep.objects.get().user == cast.owner
    bring_up_to_date(quiet)


def test_a_newer_database_is_refused_with_the_version_that_it_needs(newer, tmp_path, trueline):
    for command in (
        ("backup", tmp_path / "a.backup"),
        ("serve", "--port", 1),
        ("reset-password", "a@example.org"),
        ("account", "list"),
        ("new-keys", "--yes"),
    ):
        done = trueline(*command)
        told = " ".join(done.stderr.split())
        assert done.exit_code == 2, command
        assert "Install 9.9.0 or later" in told
        assert "designs.9999_from_the_future" in told
    assert list(tmp_path.iterdir()) == []
    assert trueline("check-deployment").exit_code == 1
    assert "Install 9.9.0 or later" in wrong()


def test_a_later_state_of_the_same_version_is_not_called_by_its_number(newer, trueline):
    InstanceRecord.objects.update(trueline=__version__)
    told = " ".join(trueline("account", "list").stderr.split())
    assert "a newer Trueline: it holds" in told
    assert "Install the newer one" in told


def test_while_one_starts_another_waits_and_says_so(db):
    said, order = [], []
    begun = threading.Event()

    def second() -> None:
        with start_lock(lambda text: (said.append(text), begun.set())):
            order.append("second")
        connection.close()

    with start_lock(said.append):
        other = threading.Thread(target=second)
        other.start()
        assert begun.wait(10)
        order.append("first")
    other.join(10)
    assert order == ["first", "second"]
    assert len(said) == 1
    assert "waiting" in said[0]


class Given(Exception):
    """What PostgreSQL says, by its code."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("said", "times", "ends_well"),
    [("40P01", 1, True), ("40P01", 4, True), ("40P01", 5, False), ("57P01", 1, False)],
)
def test_a_change_that_met_a_backup_is_tried_again(db, monkeypatch, said, times, ends_well):
    migrate, refused = start.migrate, []

    def migrate_later() -> None:
        if len(refused) < times:
            refused.append(said)
            raise OperationalError(said) from Given(said)
        migrate()

    monkeypatch.setattr(start, "migrate", migrate_later)
    monkeypatch.setattr(versions, "migrations_behind", lambda: 1)
    if ends_well:
        bring_up_to_date(quiet)
        assert len(refused) == times
    else:
        with pytest.raises(OperationalError):
            bring_up_to_date(quiet)


def test_of_two_first_owners_one_is_made(db):
    def owner(name: str) -> Owner:
        return Owner(name, f"{name}@example.org", "quiet-lantern-harvest-9", name)

    assert welcome(owner("first"), quiet).email == "first@example.org"
    assert welcome(owner("second"), quiet) is None
    assert [user.name for user in User.objects.all()] == ["first"]


@pytest.fixture
def other_database() -> Iterator[str]:
    """The address of a database in which nothing is: "" for a file in the data folder."""
    if connection.vendor != "postgresql":
        yield ""
        return
    name = f"trueline_first_start_{uuid.uuid4().hex[:8]}"
    url = os.environ["TRUELINE_DATABASE"].rpartition("/")[0]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        yield f"{url}/{name}"
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


PROGRAM = """
import sys
from trueline.web.serving import start
start.set_up(begin=True)
from trueline.web.serving.first_run import Owner, welcome
from trueline.web.serving.upgrade import bring_up_to_date
bring_up_to_date(print)
name = sys.argv[1]
made = welcome(Owner(name, f"{name}@example.org", "quiet-lantern-harvest-9", "Safe Paths"), print)
print("owner made" if made else "owner there")
"""


@pytest.mark.rehearsal
def test_first_starts_at_once_all_succeed(other_database, tmp_path: Path):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO", "TRUELINE"))}
    environment.update(TRUELINE_DATA=str(tmp_path), TRUELINE_DATABASE=other_database)
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, f"owner{number}"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for number in range(3)
    ]
    outputs = [start.communicate(timeout=120)[0] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0], outputs
    assert sum("owner made" in output for output in outputs) == 1
