"""What tests share that start from nothing: a database without a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from pytest_django import DjangoDbBlocker

from trueline.web.serving import start


def _drop_everything() -> None:
    """Leave the database as it was before its first migration."""
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for name in connection.introspection.table_names():
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(name)}{cascade}")


def _make_whole() -> None:
    """Give the tests that follow all tables; those that a test brought up to date serve as they are."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _drop_everything()
        start.migrate()


@pytest.fixture
def empty_database() -> Iterator[None]:
    _drop_everything()
    yield
    _make_whole()


@pytest.fixture(scope="module")
def empty_database_for_all(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The same once for the tests of a module, each of which undoes what it changes."""
    with django_db_blocker.unblock():
        _drop_everything()
        yield
        _drop_everything()
        start.migrate()


@pytest.fixture
def drop_everything() -> Callable[[], None]:
    """Empties the database once more."""
    return _drop_everything
