"""The table of the shared cache, which counts attempts to sign in."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make(apps: Any, editor: Any) -> None:
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


def remove(apps: Any, editor: Any) -> None:
    editor.execute("DROP TABLE trueline_cache")


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunPython(make, remove)]
