"""The database refuses to change or delete events."""

from django.db import migrations

from trueline.web.audit.append_only import protect, unprotect


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: protect(editor.connection),
            lambda apps, editor: unprotect(editor.connection),
        )
    ]
