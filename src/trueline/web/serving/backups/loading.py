"""Putting many rows into empty tables at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, models

AT_A_TIME = 500
AT_ONCE = "SET CONSTRAINTS ALL IMMEDIATE"
REFERENCES = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conrelid, conname
"""
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = current_schema()::regnamespace
AND relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY indexrelid
"""
"""All but those by which a table keeps a constraint."""


@contextmanager
def without_constraints() -> Iterator[None]:
    """Within, rows come in any order. Raises IntegrityError at the end where a reference leads nowhere.

    PostgreSQL keeps neither references nor indexes meanwhile, and makes them anew of all rows: row by row,
    that took longer than all else.
    """
    if connection.vendor != "postgresql":
        yield
        connection.check_constraints()
        return
    with connection.cursor() as cursor:
        cursor.execute(
            AT_ONCE
        )  # a table some of whose rows are looked at in the end can't be changed
        cursor.execute(REFERENCES)
        references = cursor.fetchall()
        for table, name, _definition in references:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        cursor.execute(INDEXES)
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for _name, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in references:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        cursor.execute(AT_ONCE)  # nor may the new ones wait: the tables may be upgraded next


def put(model: type[models.Model], rows: Iterator[list[Any]]) -> None:
    """Put rows into a table, each with the values of all fields as the database takes them."""
    quote = connection.ops.quote_name
    fields = model._meta.concrete_fields
    columns = ", ".join(quote(field.column) for field in fields)
    table = f"{quote(model._meta.db_table)} ({columns})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(fields))
        while batch := list(islice(rows, AT_A_TIME)):
            cursor.executemany(f"INSERT INTO {table} VALUES ({places})", batch)
