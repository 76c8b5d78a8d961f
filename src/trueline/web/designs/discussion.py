"""Talking about a design: comments, replies, whom they name, and when a thread is settled."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.designs.mentioning import named_in
from trueline.web.designs.models import Comment, DesignRecord, Mention


@transaction.atomic
def comment(
    record: DesignRecord, *, by: User, address: str, text: str, naming: Iterable[User] = ()
) -> Comment:
    """Begin a thread on an element, or with address "" on the whole design."""
    made = Comment.objects.create(design=record, address=address, text=text, author=by)
    _name(made, naming)
    _audit("commented", made, by=by)
    return made


@transaction.atomic
def reply(thread: Comment, *, by: User, text: str, naming: Iterable[User] = ()) -> Comment:
    """Answer in a thread. One that was settled is open again: somebody has more to say."""
    made = Comment.objects.create(design=thread.design, parent=thread, text=text, author=by)
    Comment.objects.filter(pk=thread.pk).update(resolved=None, resolved_by=None)
    _name(made, naming)
    _audit("commented", made, by=by)
    return made


@transaction.atomic
def resolve(thread: Comment, *, by: User) -> None:
    """Settle a thread. It stays where it is, folded."""
    if thread.resolved is None:
        thread.resolved, thread.resolved_by = timezone.now(), by
        thread.save(update_fields=["resolved", "resolved_by"])
        _audit("resolved", thread, by=by)


@transaction.atomic
def reopen(thread: Comment, *, by: User) -> None:
    """Take up a settled thread again."""
    if thread.resolved is not None:
        thread.resolved = thread.resolved_by = None
        thread.save(update_fields=["resolved", "resolved_by"])
        _audit("reopened", thread, by=by)


@transaction.atomic
def reword(said: Comment, *, by: User, text: str, naming: Iterable[User] = ()) -> None:
    """Change a comment of one's own, soon after. Raises PermissionDenied."""
    require_rewordable(said, by)
    said.text, said.edited = text, timezone.now()
    said.save(update_fields=["text", "edited"])
    _name(said, naming)
    _audit("reworded", said, by=by)


@transaction.atomic
def remove(said: Comment, *, by: User, manages: bool) -> None:
    """Take back a comment of one's own; who manages the organisation may take back any.

    Where others have replied its place stays, without the text. Raises PermissionDenied.
    """
    if said.author_id != by.pk and not manages:
        raise PermissionDenied(_("A comment can be removed by whoever wrote it, or by an owner."))
    _audit("removed", said, by=by)
    if said.replies.exists():
        said.text, said.edited = "", timezone.now()
        said.save(update_fields=["text", "edited"])
        Mention.objects.filter(comment=said).delete()
    else:
        said.delete()


def require_rewordable(said: Comment, by: User) -> None:
    """Raise PermissionDenied unless somebody may still change this comment."""
    if said.author_id != by.pk or not said.is_fresh:
        raise PermissionDenied(
            _("A comment can be changed by whoever wrote it, within an hour. You can reply to it.")
        )


def _name(said: Comment, chosen: Iterable[User]) -> None:
    """Let those know who are named, by choice or in the text, but for the author."""
    people = {*chosen, *named_in(said.text, said.design.organisation)}
    Mention.objects.bulk_create(
        [Mention(comment=said, user=user) for user in sorted(people, key=lambda user: user.pk)
         if user.pk != said.author_id],
        ignore_conflicts=True,
    )  # fmt: skip


def _audit(action: str, said: Comment, *, by: User) -> None:
    record_event(action, by=by, organisation=said.design.organisation_id, subject="comment",
                 subject_id=said.pk, design=str(said.design_id))  # fmt: skip
