"""Triggers by which the database itself refuses to change or delete an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

REFUSAL = "The audit is only added to."

SQLITE = {
    f"audit_event_no_{verb}": (
        f"CREATE TRIGGER audit_event_no_{verb} BEFORE {verb.upper()} ON audit_event"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
    for verb in ("update", "delete")
}
POSTGRES_FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
)
POSTGRES = (
    "CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event"
    " FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()",
    "CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()",
)


KEPT_DAYS = 90
INSTANCE_TABLE = "audit_instanceevent"
SQLITE_INSTANCE = {
    "audit_instance_no_update": (
        f"CREATE TRIGGER audit_instance_no_update BEFORE UPDATE ON {INSTANCE_TABLE}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ),
    "audit_instance_no_delete": (
        f"CREATE TRIGGER audit_instance_no_delete BEFORE DELETE ON {INSTANCE_TABLE}"
        f" WHEN OLD.at > datetime('now', '-{KEPT_DAYS} days')"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ),
}
POSTGRES_INSTANCE = (
    "CREATE OR REPLACE FUNCTION audit_instance_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    f" IF TG_OP = 'DELETE' AND OLD.at <= now() - interval '{KEPT_DAYS} days' THEN RETURN OLD; END IF;"
    f" RAISE EXCEPTION '{REFUSAL}'; END $$",
    f"CREATE TRIGGER audit_instance_no_change BEFORE UPDATE OR DELETE ON {INSTANCE_TABLE}"
    " FOR EACH ROW EXECUTE FUNCTION audit_instance_refuse()",
    f"CREATE TRIGGER audit_instance_no_truncate BEFORE TRUNCATE ON {INSTANCE_TABLE}"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()",
)


def protect(connection: Any) -> None:
    """Add the triggers, to each table that is there."""
    protect_events(connection)
    if INSTANCE_TABLE in connection.introspection.table_names():
        protect_instance_events(connection)


def protect_events(connection: Any) -> None:
    """Add those of what people do in their organisations."""
    on_postgres = connection.vendor == "postgresql"
    _execute(connection, (POSTGRES_FUNCTION, *POSTGRES) if on_postgres else SQLITE.values())


def protect_instance_events(connection: Any) -> None:
    """Add those of the instance's own events, which may go after 90 days."""
    on_postgres = connection.vendor == "postgresql"
    _execute(connection, POSTGRES_INSTANCE if on_postgres else SQLITE_INSTANCE.values())


def unprotect(connection: Any) -> None:
    """Take the triggers away: for a migration backwards, and for tests that empty their tables."""
    if connection.vendor == "postgresql":
        names = ("audit_event_no_change", "audit_event_no_truncate")
        _execute(connection, (f"DROP TRIGGER IF EXISTS {name} ON audit_event" for name in names))
    else:
        _execute(connection, (f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE))
    if INSTANCE_TABLE in connection.introspection.table_names():
        unprotect_instance_events(connection)


def unprotect_instance_events(connection: Any) -> None:
    if connection.vendor == "postgresql":
        names = ("audit_instance_no_change", "audit_instance_no_truncate")
        _execute(
            connection, (f"DROP TRIGGER IF EXISTS {name} ON {INSTANCE_TABLE}" for name in names)
        )
    else:
        _execute(connection, (f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE_INSTANCE))


def _execute(connection: Any, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
