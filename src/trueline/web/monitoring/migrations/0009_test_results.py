"""Totals of tests before and after."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_language"),
        ("monitoring", "0008_column_mappings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TestResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("before", models.DateField()),
                ("after", models.DateField()),
                ("passes_from", models.DecimalField(decimal_places=4, max_digits=15, null=True)),
                ("n", models.PositiveIntegerField()),
                ("only_before", models.PositiveIntegerField()),
                ("only_after", models.PositiveIntegerField()),
                ("pairs", models.JSONField(default=dict)),
                ("sums", models.JSONField(default=dict)),
                ("saved", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="test_results",
                        to="documents.documentrecord",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="test_results",
                        to="monitoring.monitoredindicator",
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
                "ordering": ("-after", "title"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "title", "before", "after"), name="one_result_a_test"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("after__gt", models.F("before"))),
                        name="tested_after_tested_before",
                    ),
                ],
            },
        )
    ]
