"""Comments of guests through their link, and what they can read: their own threads."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from trueline.document import Document, elements_of
from trueline.limits import GUEST_COMMENTS
from trueline.reports.labels import place_label
from trueline.toolkit import Toolkit
from trueline.web.accounts.models import User
from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment, Reason
from trueline.web.comments.queries import Thread, threads
from trueline.web.sharing.models import ShareLink


def threads_of(link: ShareLink) -> list[Thread]:
    """The threads that a guest began, with their replies, and no others."""
    theirs = set(link.threads.values_list("pk", flat=True))
    return [each for each in threads(link.revision.document) if each.first.pk in theirs]


def places_in(document: Document, toolkit: Toolkit) -> list[tuple[str, str]]:
    """The places that a guest can speak of: the whole, and each element that has a name."""
    elements = (
        (address, place_label(document, address, toolkit).text)
        for address, element in elements_of(document)
        if not element.joins and address.partition("[")[0] not in document.closing
    )
    return [("", ""), *elements]


@transaction.atomic
def comment(link: ShareLink, *, address: str, quote: str, text: str) -> Comment:
    """Start a thread as the guest of a link. Those who look after the link are notified. Raises OverLimit."""
    _check(link)
    new_comment = discussion.begin(
        link.revision.document, by=None, guest=link.guest, address=address, quote=quote, text=text
    )
    link.threads.add(new_comment)
    _tell(link, new_comment)
    return new_comment


@transaction.atomic
def reply(link: ShareLink, thread: Comment, *, text: str) -> Comment:
    """Answer in a thread of one's own. Raises OverLimit."""
    _check(link)
    new_comment = discussion.reply(thread, by=None, guest=link.guest, text=text)
    _tell(link, new_comment)
    return new_comment


def _check(link: ShareLink) -> None:
    theirs = Comment.objects.filter(Q(pk__in=link.threads.all()) | Q(parent__in=link.threads.all()))
    GUEST_COMMENTS.check(theirs.filter(guest=link.guest).count() + 1)


def _tell(link: ShareLink, new_comment: Comment) -> None:
    holders = [link.kept_by_id or link.created_by_id, link.revision.document.owner_id]
    discussion.tell(new_comment, User.objects.filter(pk__in=holders), Reason.GUEST)
