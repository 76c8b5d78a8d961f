from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_encrypt_second_steps")]
    operations = [migrations.RenameField("user", "devices_since", "trusted_since")]
