"""The secrets of second steps, which stood in clear, are encrypted."""

from collections.abc import Callable
from typing import Any

from django.db import migrations

from trueline.web.accounts.encryption import decrypt, encrypt
from trueline.web.accounts.second_step import with_secrets


def _rework(apps: Any, change: Callable[[str], str]) -> None:
    for step in apps.get_model("mfa", "Authenticator").objects.all():
        step.data = with_secrets(step.data, change)
        step.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_lost_second_step"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: _rework(apps, encrypt), lambda apps, editor: _rework(apps, decrypt)
        )
    ]
