"""Takes over the designs and revisions of version 0.1.0."""

from typing import Any

from django.core.management.color import no_style
from django.db import migrations

ACTIONS = {
    "Changed": "changed",
    "Added": "added",
    "Removed": "removed",
    "Moved": "moved",
    "Answered": "answered",
    "Set a finding aside": "waived",
}
"""What a revision did, by the words that it was kept in."""

STARTED = {
    "Started from a blank page": "blank",
    "Started from a worked example": "example",
    "Worked example": "example",
    "Started from a file": "file",
    "Started from a logframe": "logframe",
}
RESTORED = "Restored revision "

RECORDS = """
    INSERT INTO documents_documentrecord (id, organisation_id, kind, title, content, revision,
        state, created, created_by_id, changed, archived)
    SELECT id, organisation_id, 'design', title, document, revision,
        'draft', created, created_by_id, changed, archived
    FROM designs_designrecord
"""
REVISIONS = """
    INSERT INTO documents_revision (id, document_id, number, packed, at, author_id, action, detail,
        address)
    SELECT id, design_id, number, packed, at, author_id, 'other', '{}', address
    FROM designs_revision
"""


def copy(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute(RECORDS)
        cursor.execute(REVISIONS)
        cursor.execute("SELECT DISTINCT what FROM designs_revision")
        wordings = [row[0] for row in cursor.fetchall()]
    Old, New = apps.get_model("designs", "Revision"), apps.get_model("documents", "Revision")
    for what in wordings:
        action, detail = action_of(what)
        ids = Old.objects.filter(what=what).values("pk")
        New.objects.filter(pk__in=ids).update(action=action, detail=detail)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [New]):
            cursor.execute(statement)


def action_of(what: str) -> tuple[str, dict[str, Any]]:
    """The action, and its detail, that were kept as this text."""
    if what in ACTIONS:
        return ACTIONS[what], {}
    if what in STARTED:
        return "started", {"from": STARTED[what]}
    number = what.removeprefix(RESTORED)
    if number != what and number.isascii() and number.isdigit():
        return "restored", {"revision": int(number)}
    return "other", {"what": what}


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("designs", "0003_sharelink_kept_by")]

    operations = [migrations.RunPython(copy)]
