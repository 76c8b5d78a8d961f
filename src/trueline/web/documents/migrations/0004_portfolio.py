"""What lists know of documents, who owns each, and views of lists that people keep."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_owners(apps: Any, schema_editor: Any) -> None:
    """Whoever began a document owns it, until somebody else takes it on."""
    records = apps.get_model("documents", "DocumentRecord").objects
    records.update(owner=models.F("created_by"))


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_frames"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="documentrecord",
            name="is_template",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="documentrecord",
            name="owner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(give_owners, migrations.RunPython.noop),
        migrations.CreateModel(
            name="PortfolioEntry",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="entry",
                        serialize=False,
                        to="documents.documentrecord",
                    ),
                ),
                ("revision", models.PositiveIntegerField()),
                ("countries", models.CharField(blank=True, max_length=1000)),
                ("phase", models.CharField(blank=True, max_length=40)),
                ("lead", models.CharField(blank=True, max_length=200)),
                ("starts", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                ("due", models.JSONField(default=list)),
                ("due_of", models.TextField(blank=True)),
                ("next_due", models.DateField(db_index=True, null=True)),
                ("errors", models.PositiveIntegerField()),
                ("warnings", models.PositiveIntegerField()),
                ("open_questions", models.PositiveIntegerField()),
                ("waived", models.PositiveIntegerField()),
                ("counted_by", models.CharField(db_index=True, max_length=40)),
                ("counted_until", models.DateField(db_index=True, null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(max_length=80)),
                ("query", models.CharField(blank=True, max_length=1000)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "kind", "name"), name="filter_named_once"
                    )
                ],
            },
        ),
    ]
