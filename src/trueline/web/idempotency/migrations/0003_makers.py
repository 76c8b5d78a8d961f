"""Which process answers a form, and whether its work was done though the answer was lost."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("idempotency", "0002_visitors")]

    operations = [
        migrations.AddField(
            model_name="sentform", name="maker", field=models.CharField(blank=True, max_length=120)
        ),
        migrations.AddField(
            model_name="sentform", name="worked", field=models.BooleanField(default=False)
        ),
    ]
