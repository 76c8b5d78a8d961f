"""Filling an empty instance from a backup, also one that an earlier version wrote.

That the file is whole is checked first, and so are its rows where they are few. Then, in one
transaction, the database is brought to the migrations of the backup, filled with the models of that
time, and brought to this version. Each row is checked on its way there, so that many are read once,
while the database takes them in; what is refused takes all of it back.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from trueline.language import gettext, gettext_noop
from trueline.web.accounts.models import User
from trueline.web.attachments import storage
from trueline.web.config import new_database
from trueline.web.config.translations import compile_translations
from trueline.web.serving import instance_keys, start, versions
from trueline.web.serving.backups import reading
from trueline.web.serving.backups.checking import CheckedRows, check
from trueline.web.serving.backups.history import NoState, Then, UnknownMigrations, tables_at
from trueline.web.serving.backups.loading import put, without_constraints
from trueline.web.serving.backups.passphrases import CannotOpen
from trueline.web.serving.backups.reading import Backup, Damaged, Later, Manifest
from trueline.web.serving.start_lock import lock_file, start_lock
from trueline.web.serving.startup_errors import CannotRun

FEW = 5_000
"""Rows that are looked at in a moment, before anything is begun."""
NOTHING = gettext_noop("Nothing was restored, and nothing was changed")


@dataclass(frozen=True)
class Restored:
    """The description of a backup, and those whose second step is off for want of its key."""

    manifest: Manifest
    lost_second_steps: tuple[User, ...]

    @property
    def rows(self) -> int:
        return self.manifest.count


def restore(name: str, *, passphrase: Callable[[], str], say: Callable[[str], None]) -> Restored:
    """Restore the backup of this name; - is standard input. `passphrase` is asked where needed.

    Raises CannotRun, and then nothing was changed or made.
    """
    _refuse_if_not_empty()
    try:
        with _file(name) as file, reading.opened(file, passphrase) as backup:
            then = _tables(backup.manifest)
            if backup.manifest.count <= FEW:
                check(backup, then.registry)
            with closing(CheckedRows(backup, then.registry)) as rows, _new_instance(say):
                lost = _fill_at_once(rows, then)
            compile_translations()
            return Restored(backup.manifest, tuple(lost))
    except CannotOpen as error:
        raise CannotRun(
            gettext(
                "The passphrase does not open {name}, or the file is damaged. {nothing}.",
                name=name,
                nothing=gettext(NOTHING),
            )
        ) from error
    except Later as error:
        raise CannotRun(
            gettext(
                "{name} was written by Trueline {error}, and this is an earlier one."
                " {nothing}. Upgrade to {error} first.",
                name=name,
                error=error,
                nothing=gettext(NOTHING),
            )
        ) from error
    except Damaged as error:
        raise CannotRun(
            gettext(
                "{name} is not a whole backup of Trueline: {error}. {nothing}. Take"
                " another backup.",
                name=name,
                error=error,
                nothing=gettext(NOTHING),
            )
        ) from error
    except (IntegrityError, DataError) as error:
        reason = str(error).strip().splitlines()[0]
        raise CannotRun(
            gettext(
                "{name} holds rows that contradict one another, as the database says:"
                " {reason}. {nothing}. Take another backup.",
                name=name,
                reason=reason,
                nothing=gettext(NOTHING),
            )
        ) from error


@contextmanager
def _file(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        with tempfile.TemporaryFile() as scratch:
            shutil.copyfileobj(sys.stdin.buffer, scratch)
            scratch.seek(0)
            yield scratch
        return
    if not Path(name).is_file():
        raise CannotRun(
            gettext("There is no file {name}. {nothing}.", name=name, nothing=gettext(NOTHING))
        )
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(name).open("rb"))
        except OSError as error:
            raise CannotRun(
                gettext(
                    "Can't read {name}: {reason}. {nothing}.",
                    name=name,
                    reason=error.strerror,
                    nothing=gettext(NOTHING),
                )
            ) from error
        yield file


def _refuse_if_not_empty() -> None:
    if connection.vendor == "sqlite" and not Path(settings.DATABASES["default"]["NAME"]).exists():
        return
    versions.refuse_newer()
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in ("accounts_user", "accounts_organisation", "audit_event"):
            if table in names:
                cursor.execute(f"SELECT count(*) FROM {table}")
                if cursor.fetchone()[0]:
                    raise CannotRun(
                        gettext(
                            "This instance holds something already, and was left as it is. Restore into"
                            " an empty folder (--data) or database."
                        )
                    )


def _tables(manifest: Manifest) -> Then:
    try:
        return tables_at(manifest.migrations)
    except UnknownMigrations as error:
        raise Later(f"{manifest.trueline} ({error})") from error
    except NoState as error:
        raise Damaged(
            gettext(
                "no version ever had its migrations; it lacks {names}",
                names=error or gettext("all"),
            )
        ) from error


@contextmanager
def _new_instance(say: Callable[[str], None]) -> Iterator[None]:
    """Within, the instance has folder and keys, is empty still, and nobody else starts it.

    Where that fails, whatever was made for it is removed again.
    """
    folder = settings.INSTANCE.folder
    created = [path for path in (folder, lock_file(), storage.folder()) if not path.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with start_lock(say):
            _refuse_if_not_empty()
            created += [path for path in _database_files() if not path.exists()]
            created += settings.INSTANCE.begin()
            yield
    except BaseException:
        connection.close()
        for path in created:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _put_files(backup: Backup) -> None:
    """Put what people attached into the data folder."""
    for sha256 in backup.manifest.files:
        storage.put(backup.file(sha256))


def _database_files() -> list[Path]:
    if connection.vendor != "sqlite":
        return []
    name = settings.DATABASES["default"]["NAME"]
    return [Path(f"{name}{suffix}") for suffix in ("", "-journal", "-wal", "-shm")]


def _fill_at_once(rows: CheckedRows, then: Then) -> list[User]:
    backup = rows.backup
    if set(MigrationLoader(connection).applied_migrations) - set(backup.manifest.migrations):
        raise CannotRun(
            gettext(
                "The backup was written by an earlier version of Trueline. Restore it into a folder or"
                " database that was never used; it is then brought to this version."
            )
        )
    with connection.constraint_checks_disabled(), transaction.atomic():
        fill(rows, then)
        _put_files(backup)
        start.migrate()
        return instance_keys.take(backup.encryption_key)


def fill(rows: CheckedRows, then: Then) -> None:
    """Bring an empty database to the tables of the backup's version, and put all rows there.

    On SQLite, references are not to be checked meanwhile. Raises Damaged and IntegrityError.
    """
    executor = MigrationExecutor(connection)
    if new_database.is_new() and set(then.targets) == set(executor.loader.graph.leaf_nodes()):
        new_database.make_tables()
    else:
        executor.migrate(list(then.targets))
    with without_constraints():
        for model in rows.models:
            put(model, rows.rows(model, to_store=True))
        rows.finish()
    _reset_sequences(rows.models)


def _reset_sequences(filled: list[type[Any]]) -> None:
    """New rows are numbered after the restored ones."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), filled):
            cursor.execute(statement)
