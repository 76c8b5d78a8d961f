"""Up to when somebody had mail about what waits for them, by a name that says so."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_zone_and_own_names")]

    operations = [migrations.RenameField("user", "told", "mailed_until")]
