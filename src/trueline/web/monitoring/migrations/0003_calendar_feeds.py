"""Addresses at which calendars read what is due."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("monitoring", "0002_narratives"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "programmes",
                    models.CharField(
                        choices=[("own", "Those that I own"), ("all", "All that I may read")],
                        default="own",
                        max_length=3,
                    ),
                ),
                (
                    "created",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("withdrawn", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-created",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", None)),
                        fields=("user",),
                        name="one_open_feed_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("programmes__in", ["own", "all"])),
                        name="feed_programmes_are_known",
                    ),
                ],
            },
        )
    ]
