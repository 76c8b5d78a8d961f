"""Comments on a document, as they are kept."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord

EDITABLE_FOR = timedelta(hours=1)
"""How long somebody may change a comment of theirs. Later, others rely on what it said."""


class Comment(models.Model):
    """A comment on an element of a document, or a reply.

    `address` is that of the element or field, "" for the whole document; `quote` is the passage that
    is meant, as it was then. A reply has neither. `guest` is the name of somebody who wrote by a link,
    without an account. A comment that was removed while others had replied keeps its place, without
    its text.
    """

    document = models.ForeignKey(DocumentRecord, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    address = models.CharField(max_length=500, blank=True)
    quote = models.CharField(max_length=500, blank=True)
    text = models.TextField(max_length=5000)
    guest = models.CharField(max_length=120, blank=True)
    author = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    edited = models.DateTimeField(null=True, editable=False)
    resolved = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    mentions = models.ManyToManyField(User, through="Mention", related_name="+")

    class Meta:
        ordering = ("at", "id")
        indexes = [models.Index(fields=["document", "address"], name="comment_by_address")]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(address=""), name="comment_reply_no_address"
            ),
            models.CheckConstraint(
                condition=Q(guest="") | Q(author__isnull=True), name="comment_of_one_author"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(resolved__isnull=True),
                name="comment_thread_resolved_whole",
            ),
        ]

    @property
    def who(self) -> str:
        """The author, in words."""
        if self.guest:
            return _("%(name)s, a guest") % {"name": self.guest}
        return str(self.author or _("Somebody who has left"))

    @property
    def mentioned(self) -> list[User]:
        """The people that it mentions, in order."""
        return [each.user for each in self.mention_set.all() if each.reason == Reason.NAMED]

    @property
    def is_fresh(self) -> bool:
        """Whether whoever wrote it may still change it."""
        return bool(self.text) and timezone.now() < self.at + EDITABLE_FOR


class Reason(models.TextChoices):
    """The reason for which somebody is notified of a comment."""

    NAMED = "named", gettext_lazy("You are named")
    REPLY = "reply", gettext_lazy("A reply in a thread of yours")
    GUEST = "guest", gettext_lazy("From a guest of yours")


class Mention(models.Model):
    """A person who is notified of a comment, until they have seen it."""

    reason = models.CharField(max_length=10, choices=Reason, default=Reason.NAMED)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="mentions")
    seen = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "user"], name="mentioned_once_in_comment")
        ]
