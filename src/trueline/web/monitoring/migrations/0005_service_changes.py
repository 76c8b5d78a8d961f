"""What clients asked for, and what became of it."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_language"),
        ("monitoring", "0004_contact_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ServiceChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked", models.CharField(max_length=300)),
                ("ways", models.JSONField(default=list)),
                ("raised", models.PositiveIntegerField(null=True)),
                ("heard", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Not decided yet"),
                            ("made", "Changed"),
                            ("planned", "To be changed"),
                            ("refused", "Not changed"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("what", models.TextField(blank=True)),
                ("decided", models.DateField(null=True)),
                ("told_back", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("saved", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="service_changes",
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
                "ordering": ("-heard", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["open", "made", "planned", "refused"])),
                        name="outcome_of_feedback_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "open"), ("decided__isnull", False), _connector="OR"
                        ),
                        name="decided_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome__in", ["made", "refused"]), _negated=True),
                            models.Q(("what", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="changed_or_refused_with_words",
                    ),
                ],
            },
        )
    ]
