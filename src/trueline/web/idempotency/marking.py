"""Notes with what a form changes, in the same transaction, that the form has done its work.

So a form whose answer was lost, as when its process was killed, is not done a second time; and one
that had not saved yet is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpRequest

from trueline.web.idempotency.models import SentForm


@cache
def _changes_of_work() -> re.Pattern[str]:
    """Statements that change what people work on, which must not be done twice.

    An app says by `holds_work` in its configuration whether its tables hold that.
    """
    labels = (each.label for each in apps.get_app_configs() if getattr(each, "holds_work", False))
    tables = "|".join(map(re.escape, labels))
    return re.compile(rf'\A\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"(?:{tables})_', re.IGNORECASE)


def _changes(sql: str, cursor: Any) -> bool:
    """Whether a statement has changed something: a save that comes second changes no row, and tries
    again in a transaction of its own."""
    match = _changes_of_work().match(sql)
    return match is not None and (match[1].upper() == "INSERT INTO" or cursor.rowcount > 0)


class Marking:
    """Stands around the statements of one request."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: str,
        params: Any,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        result = execute(sql, params, many, context)
        digest = getattr(self._request, "sent_form", "")
        changes = bool(digest) and connection.in_atomic_block and _changes(sql, context["cursor"])
        if changes and not self._is_marked():
            SentForm.objects.filter(pk=digest).update(worked=True)
            transaction.on_commit(self._marked)
        return result

    def _is_marked(self) -> bool:
        """Whether the mark stands in this transaction, and no savepoint took it back."""
        return any(each[1] == self._marked for each in connection.run_on_commit)

    def _marked(self) -> None:
        """Notes that what is waited for was marked; there is nothing left to do."""
