"""In which language each document is written, so that lists can say so of its title."""

import json
from typing import Any

from django.db import migrations, models


def read_off(apps: Any, schema_editor: Any) -> None:
    records = apps.get_model("documents", "DocumentRecord").objects
    for pk, content in records.filter(content__contains='"language"').values_list("pk", "content"):
        language = json.loads(content).get("language") or ""
        records.filter(pk=pk).update(language=language[:35])


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_assignments")]

    operations = [
        migrations.AddField(
            "documentrecord",
            "language",
            models.CharField(blank=True, default="", max_length=35),
            preserve_default=False,
        ),
        migrations.RunPython(read_off, migrations.RunPython.noop),
    ]
