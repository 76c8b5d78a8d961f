"""Sites that report, and who enters whose figures."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0009_partner"),
        ("documents", "0006_language"),
        ("monitoring", "0006_summaries"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FigureAssignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicators", models.JSONField(default=list)),
                ("made", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={"ordering": ("member__user__name", "pk")},
        ),
        migrations.CreateModel(
            name="ReportingSite",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("indicators", models.JSONField(default=list)),
                ("begins", models.DateField()),
                ("closed", models.DateField(null=True)),
            ],
            options={
                "ordering": ("name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="site_has_a_name"
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="measurement", name="measured_once_a_period"),
        migrations.AddField(
            model_name="figureassignment",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figure_assignments",
                to="documents.documentrecord",
            ),
        ),
        migrations.AddField(
            model_name="figureassignment",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="figureassignment",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figure_assignments",
                to="accounts.membership",
            ),
        ),
        migrations.AddField(
            model_name="reportingsite",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reporting_sites",
                to="documents.documentrecord",
            ),
        ),
        migrations.AddField(
            model_name="figureassignment",
            name="site",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assignments",
                to="monitoring.reportingsite",
            ),
        ),
        migrations.AddField(
            model_name="measurement",
            name="site",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="measurements",
                to="monitoring.reportingsite",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("site", None)),
                fields=("indicator", "period"),
                name="measured_once_a_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("site__isnull", False)),
                fields=("indicator", "period", "site"),
                name="measured_once_a_site",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingsite",
            constraint=models.UniqueConstraint(fields=("document", "name"), name="site_named_once"),
        ),
        migrations.AddConstraint(
            model_name="figureassignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("site__isnull", False)),
                fields=("document", "member", "site"),
                name="assigned_a_site_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="figureassignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("site", None)),
                fields=("document", "member"),
                name="assigned_the_whole_once",
            ),
        ),
    ]
