"""Whether this version knows the database that it is given.

An older version on a newer database would seem to work, and write backups that nothing restores.
"""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

import trueline
from trueline.language import gettext
from trueline.web.config.models import InstanceRecord
from trueline.web.serving.startup_errors import CannotRun


def refuse_newer() -> None:
    """Raises CannotRun, with the version that is needed, for a database that is beyond this one."""
    if problem := newer_than_this():
        raise CannotRun(problem)


def newer_than_this() -> str:
    """The reason why this version can't work with the database, and which could; "" where it can."""
    loader = MigrationLoader(connection)
    unknown = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
    if not unknown:
        return ""
    version = recorded_version()
    if version == trueline.__version__:
        version = ""  # a later state of the same one, which its number can't tell apart
    needed = gettext("{version} or later", version=version) if version else gettext("the newer one")
    names = ", ".join(".".join(key) for key in unknown)
    return gettext(
        "The database was brought further by a newer Trueline{newer}: it holds"
        " changes ({names}) that this one, {version}, does not know, and it was"
        " left as it is. Install {needed}; or go back by restoring a backup that"
        " was made before the upgrade.",
        newer=f", {version}" if version else "",
        names=names,
        version=trueline.__version__,
        needed=needed,
    )


def recorded_version() -> str:
    """The version that last changed the tables; "" where none says so."""
    table = InstanceRecord._meta.db_table
    if table not in connection.introspection.table_names():
        return ""
    with connection.cursor() as cursor:  # by name: a newer version may have added columns
        cursor.execute(f"SELECT trueline FROM {table}")
        row = cursor.fetchone()
    return row[0] if row else ""


def migrations_behind() -> int:
    """How many changes the database still lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
