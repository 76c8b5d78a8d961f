"""The operations that Trueline's migrations have beside Django's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import migrations


class BesidesModels(migrations.RunPython):
    """Makes in the database what no model declares, such as triggers, with a schema editor alone.

    A new database runs these and no other operation of a migration (`config.new_database`).
    """

    def __init__(self, make: Callable[[Any], None], remove: Callable[[Any], None]) -> None:
        super().__init__(
            lambda _models, editor: make(editor), lambda _models, editor: remove(editor)
        )
        self.make = make
