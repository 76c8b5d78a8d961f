"""Takes over the comments and mentions of version 0.1.0."""

from typing import Any

from django.core.management.color import no_style
from django.db import migrations

COMMENTS = """
    INSERT INTO comments_comment (id, document_id, parent_id, address, text, author_id, at, edited,
        resolved, resolved_by_id)
    SELECT id, design_id, parent_id, address, text, author_id, at, edited, resolved, resolved_by_id
    FROM designs_comment ORDER BY id
"""
MENTIONS = """
    INSERT INTO comments_mention (id, comment_id, user_id, seen)
    SELECT id, comment_id, user_id, seen FROM designs_mention
"""


def copy(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    models = [apps.get_model("comments", name) for name in ("Comment", "Mention")]
    with connection.cursor() as cursor:
        cursor.execute(COMMENTS)
        cursor.execute(MENTIONS)
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("comments", "0001_initial"), ("documents", "0002_from_designs")]

    operations = [migrations.RunPython(copy)]
