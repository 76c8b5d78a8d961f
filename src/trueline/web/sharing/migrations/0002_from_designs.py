"""Takes over the links of version 0.1.0."""

from django.db import migrations

LINKS = """
    INSERT INTO sharing_sharelink (id, revision_id, digest, note, with_review, created,
        created_by_id, kept_by_id, expires, withdrawn)
    SELECT id, revision_id, digest, note, with_review, created, created_by_id, kept_by_id, expires,
        withdrawn
    FROM designs_sharelink
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0001_initial"), ("documents", "0002_from_designs")]

    operations = [migrations.RunSQL(LINKS)]
