"""The database refuses to change or delete events."""

from django.db import migrations

from trueline.web.audit.append_only import protect_events, unprotect
from trueline.web.migration_operations import BesidesModels


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        BesidesModels(
            lambda editor: protect_events(editor.connection),
            lambda editor: unprotect(editor.connection),
        )
    ]
