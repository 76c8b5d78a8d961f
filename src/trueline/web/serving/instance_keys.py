"""Whether the keys in the folder are those that the database belongs with.

Two processes with different keys on one database would sign one another's visitors out, and read no
second step that the other wrote. So the database keeps a digest of each key.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

from django.conf import settings
from django.db import connection, transaction

import trueline
from trueline.language import gettext, joined
from trueline.web.accounts.actions import second_steps
from trueline.web.accounts.models import User
from trueline.web.config.models import InstanceRecord
from trueline.web.serving.start_lock import start_lock
from trueline.web.serving.startup_errors import CannotRun


def refuse_other_keys() -> None:
    """Raises CannotRun where the database belongs with other keys."""
    if problem := mismatch():
        raise CannotRun(problem)


def mismatch() -> str:
    """The reason why the keys of the folder don't go with the database; "" where they do."""
    recorded, current = _kept_digests(), _digests()
    other = [name for name in recorded if recorded[name] != current[name]]
    if not other:
        return ""
    files = joined([name.replace("_", "-") for name in other])
    return gettext(
        "The database belongs with another {files} than the one in {folder}:"
        " Trueline was started on it from another folder, or the key was"
        " replaced. Start it with that folder (TRUELINE_DATA), or copy the key"
        " from there. If the key is lost, `trueline new-keys` goes on with what"
        " is here: everybody signs in anew, and second steps that can't be read"
        " are switched off.",
        files=files,
        folder=settings.INSTANCE.key_folder,
    )


def keep(*, changed_tables: bool) -> None:
    """Have the database remember this version, if it changed the tables, and at first these keys."""
    if not InstanceRecord.objects.exists():
        take()
    elif changed_tables:
        InstanceRecord.objects.update(trueline=trueline.__version__)


def replace(say: Callable[[str], None]) -> list[User]:
    """Have the database go with the keys here, made where there are none, instead of lost ones."""
    settings.INSTANCE.begin()
    with start_lock(say):
        return take()


@transaction.atomic
def take(former_encryption_key: str = "") -> list[User]:
    """Go on with the keys of the folder. Returns those whose second step is off for it."""
    InstanceRecord.objects.all().delete()
    InstanceRecord.objects.create(trueline=trueline.__version__, **_digests())
    former = [former_encryption_key] if former_encryption_key else []
    return second_steps.switch_off_unreadable(former)


def _kept_digests() -> dict[str, str]:
    if InstanceRecord._meta.db_table not in connection.introspection.table_names():
        return {}
    return InstanceRecord.objects.values("secret_key", "encryption_key").first() or {}


def _digests() -> dict[str, str]:
    return {
        "secret_key": _digest(settings.SECRET_KEY),
        "encryption_key": _digest(settings.ENCRYPTION_KEY),
    }


def _digest(key: str) -> str:
    """Identifies a key, and gives nothing of it away."""
    return hmac.new(key.encode(), b"trueline", hashlib.sha256).hexdigest()
