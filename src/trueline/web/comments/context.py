"""What the head of every page knows of mentions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from trueline.web.comments.mentions import mentions_of


def mentions(request: HttpRequest) -> dict[str, Any]:
    """How many mentions the visitor has not seen; asked where a page shows it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"unseen_mentions": 0}
    return {"unseen_mentions": SimpleLazyObject(lambda: _unseen(user))}


def _unseen(user: Any) -> int:
    """One short query where there are none, as on most pages: those that count are asked for after it."""
    if not user.mentions.filter(seen=None).exists():
        return 0
    return mentions_of(user).filter(seen=None).count()
