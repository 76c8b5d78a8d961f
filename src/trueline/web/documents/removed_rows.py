"""Rows beside a document that somebody removed, kept so that it can be undone.

A comment, an entry of a register, an assignment, a view kept by name: what was removed stays in the session of whoever
removed it, until they remove something else or sign out, and the button in the message puts it back. What
a document itself holds comes back from its history.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from trueline.web.accounts.models import User
from trueline.web.accounts.roles import Permission
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord

SESSION_KEY = "removed"


def rows_to_keep(rows: Iterable[Model]) -> str:
    """Rows as text, to be taken before they are removed."""
    return str(serializers.serialize("json", rows))


def undo_of_removal(
    request: HttpRequest,
    rows: str,
    *,
    back: str,
    record: DocumentRecord | None = None,
    permission: Permission = "edit",
    subject: tuple[str, object] = ("", ""),
) -> str:
    """Keep what was removed; where the button of the message is sent. `back` is the page it stood on.

    `record` is the document that it belongs to, `permission` what it takes to put it back there, and
    `subject` what the audit says was put back, and its id.
    """
    request.session[SESSION_KEY] = {
        "rows": rows,
        "back": back,
        "document": str(record.pk) if record else "",
        "permission": permission,
        "subject": [subject[0], str(subject[1])],
    }
    return reverse("documents:put-back")


class Gone(Exception):
    """What the rows belonged to is no longer there."""


class Replaced(Exception):
    """Something else stands now where the rows stood."""


@transaction.atomic
def put_rows_back(
    removed: dict[str, Any], *, by: User, record: DocumentRecord | None = None
) -> None:
    """Write the rows as they were. Raises Gone and Replaced."""
    rows = list(serializers.deserialize("json", removed["rows"]))
    for row in rows:
        _without_those_who_left(row.object)
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as taken:
            raise Replaced from taken
    if record:
        record_event(
            Action.BROUGHT_BACK,
            by=by,
            organisation=record.organisation_id,
            subject=removed["subject"][0],
            subject_id=removed["subject"][1],
            document=str(record.pk),
        )


def _without_those_who_left(row: Model) -> None:
    """Clear references to people who are no longer there. Raises Gone where it can't do without."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if not field.is_relation or value is None:
            continue
        if field.related_model._base_manager.filter(pk=value).exists():
            continue
        if not field.null or field.related_model is type(row):  # a reply does not become a thread
            raise Gone
        setattr(row, field.attname, None)
