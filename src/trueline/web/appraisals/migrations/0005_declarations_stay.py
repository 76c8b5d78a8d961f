"""Declarations are a history, in which one conflict at most is open."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("appraisals", "0004_assessors_until")]

    operations = [
        migrations.RemoveConstraint(model_name="declaration", name="declared_once"),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.UniqueConstraint(
                fields=["proposal", "pseudonym"],
                condition=Q(dismissed=None) & ~Q(conflict=""),
                name="one_open_conflict",
            ),
        ),
    ]
