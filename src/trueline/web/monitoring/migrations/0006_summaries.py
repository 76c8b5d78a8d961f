"""Where programmes stand, kept for lists of many; and what is to come, found without reading all."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_language"), ("monitoring", "0005_service_changes")]

    operations = [
        migrations.CreateModel(
            name="ProgrammeSummary",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="summary",
                        serialize=False,
                        to="documents.documentrecord",
                    ),
                ),
                ("state", models.CharField(blank=True, max_length=24)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("content", models.TextField()),
            ],
        ),
        migrations.AddIndex(
            model_name="measurement",
            index=models.Index(fields=["indicator", "state", "period"], name="what_is_to_come"),
        ),
    ]
