"""Passages and reasons of waivers by the names that they have elsewhere."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("appraisals", "0006_learn_anew")]

    operations = [
        migrations.RenameField("proposalfile", "found", "passages"),
        migrations.RemoveConstraint("opinion", "opinion_fits_what_it_is_of"),
        migrations.RenameField("opinion", "set_aside", "waiver_reason"),
        migrations.AddConstraint(
            "opinion",
            models.CheckConstraint(
                condition=Q(kind__in=["holds", "fails"], waiver_reason="")
                | (Q(kind__in=["accepted", "refused"]) & ~Q(waiver_reason="")),
                name="opinion_fits_what_it_is_of",
            ),
        ),
    ]
