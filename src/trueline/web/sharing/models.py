"""Links to frozen versions, as they are kept."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.documents.models import Revision


class ShareLink(models.Model):
    """A link by which anybody reads one revision, until a day. Only a digest is kept.

    `guest` is the name of whoever may comment by it; "" where it is to be read alone. `threads` are
    those that its guest began. It opens under the right of whoever made it, or of whoever looks after it since (`kept_by`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="share_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    note = models.CharField(max_length=120, blank=True)
    guest = models.CharField(max_length=120, blank=True)
    threads = models.ManyToManyField("comments.Comment", related_name="+")
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
