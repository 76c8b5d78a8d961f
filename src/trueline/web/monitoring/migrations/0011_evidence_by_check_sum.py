"""What evidence files hold lies by its check sum in the data folder, and no longer in rows."""

from typing import Any

from django.db import migrations

from trueline.web.attachments import storage


def put(apps: Any, schema_editor: Any) -> None:
    files = apps.get_model("monitoring", "EvidenceFile").objects.order_by()
    for pk in files.values_list("pk", flat=True):
        storage.put(bytes(files.values_list("content", flat=True).get(pk=pk)))


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0010_evidence")]

    operations = [
        migrations.RunPython(put, migrations.RunPython.noop),
        migrations.RemoveField("evidencefile", "content"),
    ]
