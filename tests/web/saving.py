"""A single change of a document, for tests that say what happens when it is saved."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.models import Action


def change(
    record_id: uuid.UUID,
    *,
    by: User,
    edit: Callable[[Any], Any],
    address: str = "",
    seen: str | None = None,
    whole: bool = False,
    action: Action = Action.CHANGED,
) -> store.Saved:
    """Save what `edit` makes of a document."""
    made = store.Change(address, lambda document: (edit(document), address), seen, whole)
    return store.save(record_id, [made], by=by, action=action)
