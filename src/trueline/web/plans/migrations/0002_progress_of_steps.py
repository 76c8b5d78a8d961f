"""What a report said when it was handed in, by the name that it has elsewhere."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_progress_rounds")]

    operations = [migrations.RenameField("reportstep", "said", "progress")]
