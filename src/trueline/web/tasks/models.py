"""Files that workers make, who asked for them, and which workers are alive."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Failure(models.TextChoices):
    """The reason why a file could not be made, in words for whoever waits for it."""

    ERROR = "error", _("Something went wrong while it was being made.")
    STOPPED = "stopped", _("The process that made it was stopped, more than once.")
    TOO_LONG = "too-long", _("It took too long, and was given up.")
    TOO_LARGE = "too-large", _("It took more memory than making a file may.")


class MadeFile(models.Model):
    """A file that is being made, was made, or could not be. Backups leave it out.

    `maker` and `arguments` say what it is made of, by ids and options alone; `key` is a digest of
    both, so that the same file is made once, whoever asks. `task` is the row of the queue.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=64, db_index=True)
    maker = models.CharField(max_length=200)
    arguments = models.JSONField()
    language = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=150)
    task = models.UUIDField(null=True, db_index=True)
    content = models.BinaryField(null=True)
    made = models.DateTimeField(null=True)
    failure = models.CharField(max_length=12, choices=Failure, blank=True)
    expires = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(failure__in=["", *Failure.values]), name="file_failure_is_known"
            ),
            models.CheckConstraint(
                condition=Q(made__isnull=True) | Q(content__isnull=False, failure=""),
                name="file_made_has_content",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.maker} {self.id}"

    @property
    def is_over(self) -> bool:
        return self.made is not None or bool(self.failure)

    @property
    def problem(self) -> str | Promise:
        """The reason why it could not be made, as a sentence; "" where it was or will be."""
        return Failure(self.failure).label if self.failure else ""


class FileRequest(models.Model):
    """A request for a file. Only who made it finds it: `owner` names them and what it is of.

    `person`, `organisation` and `network` are those for whom it is made, by which turns are taken and
    limits counted. Only somebody without an account has a network.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(MadeFile, on_delete=models.CASCADE, related_name="requests")
    owner = models.CharField(max_length=120)
    person = models.CharField(max_length=64, blank=True)
    organisation = models.UUIDField(null=True)
    network = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=[name], name=f"file_by_{name}")
            for name in ("owner", "person", "organisation", "network")
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.file_id}"


class Heartbeat(models.Model):
    """The last sign of life of a worker."""

    worker = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.worker
