"""A role that enters what it is assigned, and sees nothing else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_zone_and_mail")]

    operations = [
        migrations.RemoveConstraint(model_name="invitation", name="invited_role_is_known"),
        migrations.RemoveConstraint(model_name="membership", name="role_is_known"),
        migrations.AlterField(
            model_name="invitation",
            name="role",
            field=models.CharField(
                choices=[
                    ("owner", "Owner"),
                    ("editor", "Editor"),
                    ("appraiser", "Appraiser"),
                    ("reader", "Reader"),
                    ("partner", "Partner"),
                ],
                max_length=12,
                verbose_name="Role",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("owner", "Owner"),
                    ("editor", "Editor"),
                    ("appraiser", "Appraiser"),
                    ("reader", "Reader"),
                    ("partner", "Partner"),
                ],
                max_length=12,
                verbose_name="Role",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["owner", "editor", "appraiser", "reader", "partner"])
                ),
                name="invited_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["owner", "editor", "appraiser", "reader", "partner"])
                ),
                name="role_is_known",
            ),
        ),
    ]
