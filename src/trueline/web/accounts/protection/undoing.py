"""Going back to how one signed in before a change: by a link in the mail about it, for 72 hours."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from trueline.web.accounts.link_secrets import digest, new_secret
from trueline.web.accounts.models import UndoLink, User
from trueline.web.accounts.protection import sessions, snapshots
from trueline.web.accounts.protection.snapshots import Snapshot
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action

FOR = timedelta(hours=72)


def trusted_address(user: User, before: Snapshot) -> str:
    """The address for links to undo: the main one from before the first change that can be undone.

    Somebody who has just put their own address in its place gets no link: it would let them come
    back after the owner has thrown them out.
    """
    first = _open(user).order_by("made", "pk").first()
    return str((first.before if first else before)["email"])


def offer(user: User, change: str, before: Snapshot) -> str:
    """The secret of a link that goes back to `before`."""
    secret, digest = new_secret()
    UndoLink.objects.create(
        user=user, change=change, before=before, digest=digest, expires=timezone.now() + FOR
    )
    return secret


def undo_link(secret: str) -> UndoLink | None:
    """The link of a secret, if it still works."""
    links = UndoLink.objects.select_related("user")
    return links.filter(digest=digest(secret), expires__gt=timezone.now()).first()


@transaction.atomic
def undo(link: UndoLink) -> User:
    """Go back to before the change, and to before all later ones; end every session.

    Raises Refused where that can't be done, and then nothing is changed.
    """
    user = User.objects.select_for_update().get(pk=link.user_id)
    snapshots.put_back(user, link.before)
    UndoLink.objects.filter(user=user, made__gte=link.made).delete()
    user.refresh_from_db()
    sessions.end_all(user)
    record(Action.UNDID_A_CHANGE, by=user, organisation=None, subject="account", change=link.change)
    return user


def is_held(email: str, *, by_others_than: User | None) -> bool:
    """Whether somebody may still go back to this address, so that nobody else can take it."""
    links = UndoLink.objects.filter(expires__gt=timezone.now())
    if by_others_than is not None and by_others_than.pk:
        links = links.exclude(user=by_others_than)
    plain = email.strip().lower()
    return any(
        plain in (address["email"].lower() for address in link.before["addresses"])
        or plain == link.before["email"].lower()
        for link in links.only("before")
    )


def purge() -> int:
    """Delete links that ended, and what they kept. Returns how many."""
    count, _ = UndoLink.objects.filter(expires__lte=timezone.now()).delete()
    return count


def _open(user: User) -> QuerySet[UndoLink]:
    return UndoLink.objects.filter(user=user, expires__gt=timezone.now())
