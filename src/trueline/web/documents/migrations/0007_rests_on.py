"""What the review of a document was given besides it, so that it is counted anew when that changes."""

from typing import Any

from django.db import migrations, models


def count_anew(apps: Any, schema_editor: Any) -> None:
    """Nobody wrote it down before: housekeeping does so with the next count."""
    apps.get_model("documents", "PortfolioEntry").objects.update(counted_by="")


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_language")]

    operations = [
        migrations.AddField(
            "portfolioentry",
            "rests_on",
            models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(count_anew, migrations.RunPython.noop),
    ]
