"""The application that readies the instance: its kinds of document and its translations."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigApp(AppConfig):
    name = "trueline.web.config"
    label = "config"
    holds_work = False

    def ready(self) -> None:
        from django.conf import settings
        from django.db.backends.signals import connection_created
        from django.forms import Field
        from django.utils.translation import get_language

        import trueline.kinds  # noqa: F401
        from trueline.language import follow
        from trueline.web.config.translations import compile_translations

        follow(get_language)
        connection_created.connect(_wait_as_usual, dispatch_uid="patience")
        Field.default_error_messages["required"] = _("Please fill this in.")
        if settings.INSTANCE.begun:
            compile_translations()


def _wait_as_usual(connection: Any, **_: Any) -> None:
    from trueline.web import patience

    patience.wait_on(connection)
