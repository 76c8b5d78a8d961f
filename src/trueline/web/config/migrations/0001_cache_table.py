"""The table of the shared cache, which counts attempts to sign in."""

from typing import Any

from django.core.management import call_command
from django.db import migrations

from trueline.web.migration_operations import BesidesModels


def make(editor: Any) -> None:
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


def remove(editor: Any) -> None:
    editor.execute("DROP TABLE trueline_cache")


class Migration(migrations.Migration):
    dependencies = []
    operations = [BesidesModels(make, remove)]
