"""Filling an empty instance from a backup, also one that an earlier version wrote.

The database is brought to the migrations of the backup, filled with the models of that time, and
then brought to this version.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from trueline.web.serving import start
from trueline.web.serving.backups.contents import FORMAT, kept_models, rows_file
from trueline.web.serving.backups.reading import Damaged, verify
from trueline.web.serving.troubles import CannotRun

AT_A_TIME = 500


def restore(file: Path) -> int:
    """Returns how many rows were restored. Raises CannotRun, and then nothing was changed."""
    if not file.is_file():
        raise CannotRun(f"There is no file {file}.")
    try:
        with file.open("rb") as stream:
            manifest = verify(stream)
    except Damaged as error:
        raise CannotRun(f"{file} is not a whole backup of Trueline ({error}).") from error
    if manifest["format"] != FORMAT:
        raise CannotRun(f"{file} was written by a later version of Trueline. Upgrade first.")
    _refuse_a_full_one()
    state = _at_migrations_of(manifest)
    with transaction.atomic(), ZipFile(file) as archive:
        rows = sum(
            _fill(model, _rows(archive, model))
            for model in kept_models(state.apps)
            if model._meta.label_lower in manifest["rows"]
        )
        _reset_sequences(kept_models(state.apps))
        connection.check_constraints()
    start.migrate()
    return rows


def _refuse_a_full_one() -> None:
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in ("accounts_user", "accounts_organisation", "audit_event"):
            if table in names:
                cursor.execute(f"SELECT count(*) FROM {table}")
                if cursor.fetchone()[0]:
                    raise CannotRun(
                        "This instance holds something already, and was left as it is. Restore into"
                        " an empty folder (--data) or database."
                    )


def _at_migrations_of(manifest: dict[str, Any]) -> Any:
    """Bring the database to where the backup's was. Returns the models of that time."""
    executor = MigrationExecutor(connection)
    wanted = {tuple(key) for key in manifest["migrations"]}
    graph = executor.loader.graph
    if unknown := wanted - set(graph.nodes):
        names = ", ".join(".".join(key) for key in sorted(unknown))
        raise CannotRun(f"The backup was written by a later version of Trueline ({names}). Upgrade"
                        " first.")  # fmt: skip
    if set(executor.loader.applied_migrations) - wanted:
        raise CannotRun(
            "The backup was written by an earlier version of Trueline. Restore it into a folder or"
            " database that was never used; it is then brought to this version."
        )
    targets = [
        key for key in wanted
        if not any(child.key in wanted for child in graph.node_map[key].children)
    ]  # fmt: skip
    executor.migrate(targets)
    return executor.loader.project_state(targets)


def _rows(archive: ZipFile, model: type[models.Model]) -> Iterator[models.Model]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    with archive.open(rows_file(model._meta.label_lower)) as lines:
        for line in lines:
            values = json.loads(line)
            yield model(**{name: _value(fields[name], text) for name, text in values.items()})


def _value(field: models.Field, text: Any) -> Any:
    if text is None or isinstance(field, models.JSONField):
        return text
    return getattr(field, "target_field", field).to_python(text)


def _fill(model: type[models.Model], rows: Iterator[models.Model]) -> int:
    count, batch = 0, []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_A_TIME:
            count += len(model._base_manager.bulk_create(batch))
            batch = []
    return count + len(model._base_manager.bulk_create(batch))


def _reset_sequences(filled: list[type[models.Model]]) -> None:
    """New rows are numbered after the restored ones."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), filled):
            cursor.execute(statement)
