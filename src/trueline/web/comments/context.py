"""Mentions for the head of every page."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from trueline.web.comments.mentions import mentions_of
from trueline.web.comments.models import Mention


def mentions(request: HttpRequest) -> dict[str, Any]:
    """How many mentions the visitor has not seen; asked where a page shows it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"unseen_mentions": 0}
    return {"unseen_mentions": SimpleLazyObject(lambda: _unseen(user))}


def _unseen(user: Any) -> int:
    """One short query where there are none, as on most pages: those that count are asked for after it."""
    return mentions_of(user).filter(seen=None).count() if _has_unseen(user) else 0


def _has_unseen(user: Any) -> bool:
    """Written out, since each page asks it: to compose it anew takes longer than to answer it."""
    quoted = connection.ops.quote_name(Mention._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM {quoted} WHERE user_id = %s AND seen IS NULL LIMIT 1", [user.pk]
        )
        return cursor.fetchone() is not None
