"""Views of the table that somebody keeps under a name."""

from __future__ import annotations

from trueline.web.accounts.models import User
from trueline.web.documents.models import SavedFilter

MOST = 20
LONGEST_QUERY = 1000


def filters_of(user: User, kind: str) -> list[SavedFilter]:
    """The filters that somebody keeps for the page of a kind, "" for that of all, by name. One query."""
    return list(SavedFilter.objects.filter(user=user, kind=kind).order_by("name"))


def keep(user: User, *, name: str, kind: str, query: str) -> SavedFilter | None:
    """Keep a view; one of the same name is put in its place. None without a name.

    Of more than `MOST` the oldest goes.
    """
    name = " ".join(name.split())[:80]
    if not name:
        return None
    saved, _made = SavedFilter.objects.update_or_create(
        user=user, kind=kind, name=name, defaults={"query": query}
    )
    oldest = SavedFilter.objects.filter(user=user).order_by("-pk").values("pk")[MOST:]
    SavedFilter.objects.filter(pk__in=list(oldest.values_list("pk", flat=True))).delete()
    return saved
