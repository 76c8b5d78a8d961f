"""What lists ask of documents, beside their content, which may be long."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0007_rests_on")]

    operations = [
        migrations.AddIndex(
            model_name="documentrecord",
            index=models.Index(
                fields=["organisation", "kind", "archived", "changed"], name="documents_in_lists"
            ),
        )
    ]
