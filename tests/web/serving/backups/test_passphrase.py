"""Backups under a passphrase: others open them too, and they carry the key of second steps."""

from __future__ import annotations

import zipfile

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.core.management import call_command

from trueline.web.accounts.models import LostSecondStep, User
from trueline.web.serving.startup_errors import CannotRun
from trueline.web.serving.upgrade import bring_up_to_date

WORDS = "lantern quiet harvest bridge"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.either_database,
]


@pytest.fixture
def codes(cast) -> list[str]:
    """The recovery codes of the owner, who has an app as well."""
    bring_up_to_date(print)
    TOTP.activate(cast.owner, SECRET)
    return RecoveryCodes.activate(cast.owner).get_unused_codes()


def empty() -> None:
    call_command("flush", interactive=False, verbosity=0)


@pytest.mark.rehearsal
def test_it_is_opened_by_the_passphrase_alone_and_keeps_second_steps(
    codes, tmp_path, trueline, restored, settings, monkeypatch
):
    monkeypatch.setenv("TRUELINE_PASSPHRASE", WORDS)
    done = trueline("backup", tmp_path, "--passphrase", "--keep", 3)
    assert done.exit_code == 0, done.stderr
    assert "Only the passphrase opens it" in done.stdout
    (file,) = tmp_path.iterdir()
    assert file.suffixes[-2:] == [".backup", ".age"]
    contents = file.read_bytes()
    assert contents.startswith(b"age-encryption.org/v1")
    assert b"owner@example.org" not in contents
    empty()
    with pytest.raises(CannotRun, match=r"passphrase does not open .* or the file is damaged"):
        restored(file, "another set of words")
    assert not User.objects.exists()
    settings.ENCRYPTION_KEY = Fernet.generate_key().decode()
    assert restored(file, WORDS).lost_second_steps == ()
    owner = User.objects.get(email="owner@example.org")
    assert RecoveryCodes.activate(owner).get_unused_codes() == codes
    assert not LostSecondStep.objects.exists()


def test_without_key_the_command_names_whose_second_step_is_off(
    codes, cast, tmp_path, trueline, settings
):
    file = tmp_path / "a.backup"
    assert trueline("backup", file).exit_code == 0
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "key" in name]
        assert SECRET not in archive.read("rows/mfa.authenticator.jsonl").decode()
    empty()
    settings.ENCRYPTION_KEY = Fernet.generate_key().decode()
    done = trueline("restore", file)
    assert done.exit_code == 0, done.stderr
    assert "The codes of 1 person could not be read" in done.stdout
    assert "owner@example.org" in done.stdout
    assert not Authenticator.objects.exists()
    assert LostSecondStep.objects.get().user.email == "owner@example.org"


def test_with_the_key_in_its_place_second_steps_stay(codes, tmp_path, trueline):
    file = tmp_path / "a.backup"
    trueline("backup", file)
    empty()
    assert "second step" not in trueline("restore", file).stdout
    assert Authenticator.objects.count() == 2


@pytest.mark.parametrize("words", ["short", "aaaaaaaaaaaaaaaaaaaa"])
def test_a_passphrase_that_could_be_guessed_is_refused(db, tmp_path, trueline, words):
    done = trueline("backup", tmp_path / "a.age", "--passphrase", input=f"{words}\n")
    assert done.exit_code == 2
    assert "could be guessed" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_can_answer_it_says_how_to_give_one(db, tmp_path, trueline):
    done = trueline("backup", tmp_path / "a.age", "--passphrase", input="")
    assert done.exit_code == 2
    assert "TRUELINE_PASSPHRASE" in done.stderr
