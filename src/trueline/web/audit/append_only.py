"""Triggers by which the database itself refuses to change or delete an event."""

from __future__ import annotations

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


def protect(connection: Any) -> None:
    """Add the triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in (POSTGRES_FUNCTION, *POSTGRES):
                cursor.execute(statement)
        else:
            for statement in SQLITE.values():
                cursor.execute(statement)


def unprotect(connection: Any) -> None:
    """Take the triggers away: for a migration backwards, and for tests that empty their tables."""
    names = ("audit_event_no_change", "audit_event_no_truncate")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in names:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON audit_event")
        else:
            for name in SQLITE:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
