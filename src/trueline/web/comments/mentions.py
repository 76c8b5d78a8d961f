"""The people that a comment mentions, and the comments that mention somebody."""

from __future__ import annotations

import re

from django.db.models import QuerySet
from django.utils import timezone

from trueline.web.accounts.access import reachable
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.roles import roles_that
from trueline.web.comments.models import Mention


def members_of(organisation: Organisation) -> QuerySet[User]:
    """People who can be named in a comment: members of the document's own organisation who read it."""
    reading = organisation.memberships.filter(role__in=roles_that("read"))
    return User.objects.filter(memberships__in=reading).order_by("name", "email")


def mentioned_members(text: str, organisation: Organisation) -> list[User]:
    """The members that a text mentions, as "@Amina Diallo". Others' names are just text."""
    if "@" not in text:
        return []
    return [user for user in members_of(organisation) if user.name and _mentions(user.name, text)]


def _mentions(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w)@{re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def mentions_of(user: User) -> QuerySet[Mention]:
    """Mentions of somebody, newest first, in the organisations that they still belong to."""
    mentions = reachable(Mention.objects, user, through="comment__document__organisation")
    return (
        mentions.filter(user=user)
        .select_related("comment__document", "comment__author", "comment__parent")
        .defer("comment__document__content")
        .order_by("-comment__at", "-pk")
    )


def mark_seen(user: User, mention_id: int | None = None) -> None:
    """Note that somebody has seen one mention of them, or all."""
    mine = Mention.objects.filter(user=user, seen=None)
    (mine if mention_id is None else mine.filter(pk=mention_id)).update(seen=timezone.now())
