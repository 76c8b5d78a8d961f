"""The tables of a new database, made at once from the models that the migrations end at.

A walk through every migration since the first ends at the same tables, but takes a new instance
several seconds, nearly all of them for models as they once were.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from trueline.web.migration_operations import BesidesModels


def is_new() -> bool:
    """Whether the database holds no table yet."""
    return not connection.introspection.table_names()


def make_tables() -> None:
    """Give a new database all tables, and record every migration as applied: all of it or nothing."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    plan = [migration for migration, _ in executor.migration_plan(loader.graph.leaf_nodes())]
    models = loader.project_state().apps.get_models()
    with connection.constraint_checks_disabled(), transaction.atomic():
        with connection.schema_editor() as editor:
            for model in (*models, MigrationRecorder.Migration):
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
        with connection.schema_editor() as editor:
            for operation in (each for migration in plan for each in migration.operations):
                if isinstance(operation, BesidesModels):
                    operation.make(editor)
        for migration in plan:
            executor.recorder.record_applied(migration.app_label, migration.name)
