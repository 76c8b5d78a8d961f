"""What is measured of approved designs."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0005_assignments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[
                            ("baseline", "Baseline"),
                            ("period", "Reporting period"),
                            ("endline", "Endline"),
                            ("follow-up", "Follow-up"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("due", "Not entered"),
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("approved", "Approved"),
                            ("returned", "Returned"),
                        ],
                        default="due",
                        max_length=10,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("missing", "Missing"), ("not-applicable", "Not applicable")],
                        max_length=16,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("returned_because", models.TextField(blank=True)),
                ("changed", models.DateTimeField(null=True)),
                ("submitted", models.DateTimeField(null=True)),
                ("decided", models.DateTimeField(null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("period__end", "indicator__position"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["due", "draft", "submitted", "approved", "returned"])
                        ),
                        name="measurement_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "missing", "not-applicable"])),
                        name="measurement_answer_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", ""), models.Q(("note", ""), _negated=True), _connector="OR"
                        ),
                        name="no_figure_without_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("returned_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="returned_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("reason", models.TextField(blank=True)),
                ("before", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="monitoring.measurement",
                    ),
                ),
            ],
            options={"ordering": ("-at", "-pk")},
        ),
        migrations.CreateModel(
            name="MonitoredIndicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=100)),
                ("position", models.PositiveIntegerField()),
                ("content", models.TextField()),
                ("retired", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="monitored_indicators",
                        to="documents.documentrecord",
                    ),
                ),
                (
                    "retired_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="documents.submission",
                    ),
                ),
                (
                    "since",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="documents.submission",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("retired", None)),
                        fields=("document", "key"),
                        name="indicator_monitored_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retired", None), ("retired_by", None)),
                            models.Q(("retired__isnull", False), ("retired_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="indicator_retired_by_a_version",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="measurement",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="measurements",
                to="monitoring.monitoredindicator",
            ),
        ),
        migrations.CreateModel(
            name="PlannedValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("baseline", "Baseline"), ("target", "Target")], max_length=8
                    ),
                ),
                ("content", models.TextField()),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_values",
                        to="monitoring.monitoredindicator",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="documents.submission",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="documents.submission",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["baseline", "target"])),
                        name="planned_value_is_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportingPeriod",
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
                ("locked", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reporting_periods",
                        to="documents.documentrecord",
                    ),
                ),
                (
                    "locked_by",
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
                    models.UniqueConstraint(fields=("document", "label"), name="period_named_once"),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="period_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="measurement",
            name="period",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="measurements",
                to="monitoring.reportingperiod",
            ),
        ),
        migrations.CreateModel(
            name="MeasuredCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=200)),
                ("value", models.DecimalField(decimal_places=4, max_digits=15, null=True)),
                ("numerator", models.DecimalField(decimal_places=4, max_digits=15, null=True)),
                ("denominator", models.DecimalField(decimal_places=4, max_digits=15, null=True)),
                ("points", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cells",
                        to="monitoring.measurement",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measurement", "group"), name="group_measured_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("numerator", None), ("denominator__isnull", False), _connector="OR"
                        ),
                        name="numerator_out_of_something",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                fields=("indicator", "period"), name="measured_once_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("occasion__in", ["baseline", "period", "endline", "follow-up"])
                ),
                name="measurement_occasion_is_known",
            ),
        ),
    ]
