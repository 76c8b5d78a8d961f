"""Commenting on a document: comments, replies, mentions, and settling a thread."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from trueline.limits import COMMENTS
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.comments.mentions import mentioned_members
from trueline.web.comments.models import Comment, Mention, Reason
from trueline.web.documents.models import DocumentRecord


@transaction.atomic
def begin(
    record: DocumentRecord,
    *,
    by: User | None,
    address: str,
    text: str,
    quote: str = "",
    guest: str = "",
    mentioned: Iterable[User] = (),
) -> Comment:
    """Begin a thread on an element or field, or with address "" on the whole document.

    `guest` is the name of somebody without an account. Raises OverLimit.
    """
    _check(record)
    comment = Comment.objects.create(
        document=record, address=address, quote=quote, text=text, author=by, guest=guest
    )
    _name(comment, mentioned)
    _audit(Action.COMMENTED, comment, by=by)
    return comment


@transaction.atomic
def reply(
    thread: Comment, *, by: User | None, text: str, guest: str = "", mentioned: Iterable[User] = ()
) -> Comment:
    """Answer in a thread. One that was settled is open again: somebody has more to say.

    Those who wrote in it before are notified. Raises OverLimit.
    """
    _check(thread.document)
    comment = Comment.objects.create(
        document=thread.document, parent=thread, text=text, author=by, guest=guest
    )
    Comment.objects.filter(pk=thread.pk).update(resolved=None, resolved_by=None)
    _name(comment, mentioned)
    others = User.objects.filter(
        pk__in=[thread.author_id, *thread.replies.values_list("author", flat=True)]
    )
    tell(comment, others, Reason.REPLY)
    _audit(Action.COMMENTED, comment, by=by)
    return comment


def _check(record: DocumentRecord) -> None:
    COMMENTS.check(Comment.objects.filter(document=record).count() + 1)


@transaction.atomic
def resolve(thread: Comment, *, by: User) -> None:
    """Settle a thread. It stays where it is, folded."""
    if thread.resolved is None:
        thread.resolved, thread.resolved_by = timezone.now(), by
        thread.save(update_fields=["resolved", "resolved_by"])
        _audit(Action.RESOLVED, thread, by=by)


@transaction.atomic
def reopen(thread: Comment, *, by: User) -> None:
    """Take up a settled thread again."""
    if thread.resolved is not None:
        thread.resolved = thread.resolved_by = None
        thread.save(update_fields=["resolved", "resolved_by"])
        _audit(Action.REOPENED, thread, by=by)


@transaction.atomic
def edit(comment: Comment, *, by: User, text: str, mentioned: Iterable[User] = ()) -> None:
    """Change a comment of one's own, soon after. Raises PermissionDenied."""
    require_editable(comment, by)
    comment.text, comment.edited = text, timezone.now()
    comment.save(update_fields=["text", "edited"])
    _name(comment, mentioned)
    _audit(Action.REWORDED, comment, by=by)


@transaction.atomic
def remove(comment: Comment, *, by: User, manages: bool) -> None:
    """Take back a comment of one's own; who manages the organisation may take back any.

    Where others have replied its place stays, without the text. Raises PermissionDenied.
    """
    if comment.author_id != by.pk and not manages:
        raise PermissionDenied(_("A comment can be removed by whoever wrote it, or by an owner."))
    _audit(Action.REMOVED, comment, by=by)
    if comment.replies.exists():
        comment.text, comment.edited = "", timezone.now()
        comment.save(update_fields=["text", "edited"])
        Mention.objects.filter(comment=comment).delete()
    else:
        comment.delete()


def require_editable(comment: Comment, by: User) -> None:
    """Raise PermissionDenied unless somebody may still change this comment."""
    if comment.author_id != by.pk or not comment.is_fresh:
        raise PermissionDenied(
            _("A comment can be changed by whoever wrote it, within an hour. You can reply to it.")
        )


def _name(comment: Comment, chosen: Iterable[User]) -> None:
    """Notify those who are mentioned, by choice or in the text, except the author.

    A guest names nobody: they do not know who is there.
    """
    if not comment.guest:
        mentioned = mentioned_members(comment.text, comment.document.organisation)
        tell(comment, [*chosen, *mentioned], Reason.NAMED)


def tell(comment: Comment, people: Iterable[User], reason: Reason) -> None:
    """Notify people of a comment, except its author and those who were notified of it before."""
    Mention.objects.bulk_create(
        [
            Mention(comment=comment, user=user, reason=reason)
            for user in sorted({*people}, key=lambda user: user.pk)
            if user.pk != comment.author_id
        ],
        ignore_conflicts=True,
    )


def _audit(action: Action, comment: Comment, *, by: User | None) -> None:
    record_event(
        action,
        by=by,
        organisation=comment.document.organisation_id,
        subject="comment",
        subject_id=comment.pk,
        document=str(comment.document_id),
    )
