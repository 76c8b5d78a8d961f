"""Designs as they are kept: the document, its revisions, links to frozen versions, comments."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from trueline.web.accounts.models import Organisation, User


class DesignRecord(models.Model):
    """A programme design. Only `store` reads and writes `document` and `revision`.

    `title` repeats the document's, for lists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="design_records"
    )
    title = models.CharField(max_length=500, blank=True)
    document = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    changed = models.DateTimeField(default=timezone.now)
    archived = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-changed",)

    def __str__(self) -> str:
        return self.title or str(self.id)


class Revision(models.Model):
    """A design as it stood after one save. Only ever added."""

    design = models.ForeignKey(DesignRecord, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    packed = models.BinaryField()
    at = models.DateTimeField(default=timezone.now, editable=False)
    author = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=200)
    address = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["design", "number"], name="one_of_each_revision")
        ]

    def __str__(self) -> str:
        return f"{self.design_id} revision {self.number}"


class ShareLink(models.Model):
    """A link by which anybody reads one revision, until a day. Only a digest is kept.

    It opens under the right of whoever made it, or of whoever looks after it since (`kept_by`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="share_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    note = models.CharField(max_length=120, blank=True)
    with_review = models.BooleanField(default=False)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    kept_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    expires = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created",)

    def is_open(self) -> bool:
        """Whether it can still be read by."""
        return self.withdrawn is None and timezone.now() < self.expires

    @property
    def last_day(self) -> date:
        """The last day on which it can be read; it ends as that day does."""
        return timezone.localdate(self.expires - timedelta(microseconds=1))


REWORDED_WITHIN = timedelta(hours=1)
"""How long somebody may change a comment of theirs. Later, others rely on what it said."""


class Comment(models.Model):
    """Something said about an element of a design, or in reply.

    `address` is that of the element, "" for the whole design. A reply has no address of its own.
    A comment that was removed while others had replied keeps its place, without its text.
    """

    design = models.ForeignKey(DesignRecord, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    address = models.CharField(max_length=500, blank=True)
    text = models.TextField(max_length=5000)
    author = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    edited = models.DateTimeField(null=True, editable=False)
    resolved = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    mentions = models.ManyToManyField(User, through="Mention", related_name="+")

    class Meta:
        ordering = ("at", "id")
        indexes = [models.Index(fields=["design", "address"], name="comment_by_place")]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(address=""), name="reply_has_no_address"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(resolved__isnull=True),
                name="threads_are_resolved_as_a_whole",
            ),
        ]

    @property
    def is_fresh(self) -> bool:
        """Whether whoever wrote it may still change it."""
        return bool(self.text) and timezone.now() < self.at + REWORDED_WITHIN


class Mention(models.Model):
    """A person named in a comment, until they have seen it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="mentions")
    seen = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "user"], name="named_once_in_a_comment")
        ]
