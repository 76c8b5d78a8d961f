"""The tables as they were at other versions: those of a backup, or of a database not upgraded yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

Key = tuple[str, str]


@dataclass(frozen=True)
class Then:
    """A state of the tables: the migrations that lead there, and the models of that time."""

    targets: tuple[Key, ...]
    registry: Any


class UnknownMigrations(Exception):
    """This version does not know these. A later one wrote them."""


class NoState(Exception):
    """No version ever had these migrations and no others."""


def tables_at(applied: Iterable[Key]) -> Then:
    """The tables after these migrations. Needs no database.

    Raises UnknownMigrations, and NoState where some are missing among them.
    """
    loader, keys = MigrationLoader(None), set(applied)
    if unknown := keys - set(loader.disk_migrations):
        raise UnknownMigrations(", ".join(".".join(key) for key in sorted(unknown)))
    keys &= set(loader.graph.nodes)  # without those that another one has replaced
    targets = tuple(
        sorted(
            key
            for key in keys
            if not any(child.key in keys for child in loader.graph.node_map[key].children)
        )
    )
    needed = {key for target in targets for key in loader.graph.forwards_plan(target)}
    if not targets or needed != keys:
        raise NoState(", ".join(".".join(key) for key in sorted(needed - keys)))
    return Then(targets, loader.project_state(list(targets)).apps)


def models_of_database() -> Any:
    """The models that fit the database as it is: those of an earlier version until it is upgraded."""
    loader = MigrationLoader(connection)
    if set(loader.applied_migrations) >= set(loader.graph.nodes):
        return apps
    return tables_at(loader.applied_migrations).registry
