"""Adding to the audit."""

from __future__ import annotations

import uuid
from typing import Any, Protocol

from trueline.web.audit.models import Action, Event


class Actor(Protocol):
    """The person who does something. The audit knows only this of a person."""

    pseudonym: uuid.UUID


def record(
    action: Action,
    *,
    by: Actor | None,
    organisation: uuid.UUID | None,
    subject: str,
    subject_id: object = "",
    **detail: Any,
) -> Event:
    """Write an event, in the transaction of the change that it records.

    `subject` is the sort of thing that it was done to, such as `member`.
    `detail` holds no names, mail addresses or text that people wrote.
    """
    return Event.objects.create(
        action=action,
        actor=by.pseudonym if by else None,
        organisation=organisation,
        subject=subject,
        subject_id=str(subject_id),
        detail=detail,
    )
