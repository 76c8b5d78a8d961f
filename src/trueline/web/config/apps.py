"""The application that readies the instance: its translations."""

from __future__ import annotations

from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "trueline.web.config"
    label = "config"

    def ready(self) -> None:
        from trueline.web.config.translations import compile_translations

        compile_translations()
