"""What the database knows of its instance."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("config", "0001_cache_table")]

    operations = [
        migrations.CreateModel(
            name="InstanceRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("trueline", models.CharField(max_length=40)),
                ("secret_key", models.CharField(max_length=64)),
                ("encryption_key", models.CharField(max_length=64)),
            ],
        )
    ]
