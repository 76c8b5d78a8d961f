"""Where people were identified, and where chances were missed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_language"),
        ("monitoring", "0003_calendar_feeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactTable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=20)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("counts", models.JSONField(default=dict)),
                ("conditions", models.JSONField(default=dict)),
                ("note", models.TextField(blank=True)),
                ("saved", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_tables",
                        to="documents.documentrecord",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("end", "-start"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "label"), name="one_contact_table_a_period"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="contact_table_ends_after_it_starts",
                    ),
                ],
            },
        )
    ]
