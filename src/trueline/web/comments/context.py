"""What the head of every page knows of mentions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from trueline.web.comments.mentions import mentions_of


def mentions(request: HttpRequest) -> dict[str, Any]:
    """How many mentions the visitor has not seen; counted where a page shows it. One query."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"unseen_mentions": 0}
    return {"unseen_mentions": SimpleLazyObject(lambda: _unseen(user))}


def _unseen(user: Any) -> int:
    return mentions_of(user).filter(seen=None).count()
