"""Designs are documents now: what was here is in the apps documents, comments and sharing."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("designs", "0003_sharelink_kept_by"),
        ("documents", "0002_from_designs"),
        ("comments", "0002_from_designs"),
        ("sharing", "0002_from_designs"),
    ]

    operations = [
        migrations.DeleteModel(name=name)
        for name in ("Mention", "Comment", "ShareLink", "Revision", "DesignRecord")
    ]
