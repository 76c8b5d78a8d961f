"""Rows beside a document that somebody removed, kept so that it can be undone.

A comment, a site, a file of evidence, a view kept by name: what was removed stays in the session of whoever
removed it, until they remove something else or sign out, and the button in the message puts it back. What
a document itself holds comes back from its history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

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
    organisation: UUID | None = None,
    permission: Permission = "edit",
    subject: tuple[str, object] = ("", ""),
) -> str:
    """Keep what was removed; where the button of the message is sent. `back` is the page it stood on.

    `record` is the document that it belongs to, or `organisation` where it belongs to none;
    `permission` is what it takes to put it back there, and `subject` what the audit says was put
    back, and its id.
    """
    request.session[SESSION_KEY] = {
        "rows": rows,
        "back": back,
        "document": str(record.pk) if record else "",
        "organisation": str(organisation or ""),
        "permission": permission,
        "subject": [subject[0], str(subject[1])],
    }
    return reverse("documents:put-back")


class NotPutBack(Exception):
    """Raised where something can't be put back; says why to whoever wanted it."""


_following: dict[str, Callable[[Any, User], None]] = {}


def when_put_back(label: str, follow: Callable[[Any, User], None]) -> None:
    """Have something done when a row of a model, named as "app.Model", was put back by somebody.

    `follow` may raise NotPutBack, and the row stays removed.
    """
    _following[label] = follow


@transaction.atomic
def put_rows_back(
    removed: dict[str, Any], *, by: User, organisation: UUID | None = None, document: str = ""
) -> None:
    """Write the rows as they were. Raises NotPutBack, and OverLimit where there are too many by now."""
    for row in serializers.deserialize("json", removed["rows"]):
        _without_those_who_left(row.object)
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as taken:
            raise NotPutBack(
                _("It can’t be put back: something else stands in its place now.")
            ) from taken
        if follow := _following.get(row.object._meta.label):
            follow(row.object, by)
    if organisation:
        about = {"document": document} if document else {}
        record_event(
            Action.BROUGHT_BACK,
            by=by,
            organisation=organisation,
            subject=removed["subject"][0],
            subject_id=removed["subject"][1],
            **about,
        )


def _without_those_who_left(row: Model) -> None:
    """Clear references to people who are no longer there. Raises NotPutBack where it can't do without."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if not field.is_relation or value is None:
            continue
        if field.related_model._base_manager.filter(pk=value).exists():
            continue
        if not field.null or field.related_model is type(row):  # a reply does not become a thread
            raise NotPutBack(_("It can’t be put back: what it belonged to is no longer there."))
        setattr(row, field.attname, None)
