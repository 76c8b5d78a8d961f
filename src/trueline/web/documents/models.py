"""Documents as they are kept: each as it is now, its revisions, and what was submitted of it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.document import kind_named
from trueline.web.accounts.models import Organisation, User


class State(models.TextChoices):
    """How far a document has come."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")


class DocumentRecord(models.Model):
    """A document of any kind. Only `store` reads and writes `content` and `revision`.

    `title` and `language` repeat the document's, for lists; `state` what became of its latest submission. `owner`
    is who looks after it; of a template others are begun as copies.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="documents"
    )
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=35, blank=True)
    content = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    owner = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    changed = models.DateTimeField(default=timezone.now)
    archived = models.DateTimeField(null=True)
    is_template = models.BooleanField(default=False)

    class Meta:
        ordering = ("-changed",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="document_state_is_known"
            )
        ]
        indexes = [  # without it, a list reads past the content of each
            models.Index(
                fields=["organisation", "kind", "archived", "changed"], name="documents_in_lists"
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.id)

    @property
    def label(self) -> str:
        """Its name on pages, also where it has no title yet."""
        return self.title or gettext(kind_named(self.kind).labels.untitled)


class PortfolioEntry(models.Model):
    """Facts of a document for lists, without opening it; `portfolio.entries` keeps it up to date.

    `words` are those of its texts, for searches; `countries` are codes with a space around each. The
    counts are those of the review of `revision` by the version `counted_by`, and hold until the end
    of `counted_until`, where a finding is set aside so long. `rests_on` names what else that review was
    given, a line each: when one of these changes, the document is counted anew.
    """

    document = models.OneToOneField(
        DocumentRecord, primary_key=True, on_delete=models.CASCADE, related_name="entry"
    )
    revision = models.PositiveIntegerField()
    changed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    countries = models.CharField(max_length=1000, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    lead = models.CharField(max_length=200, blank=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    due = models.JSONField(default=list)
    due_of = models.TextField(blank=True)
    next_due = models.DateField(null=True, db_index=True)
    errors = models.PositiveIntegerField()
    warnings = models.PositiveIntegerField()
    open_questions = models.PositiveIntegerField()
    waived = models.PositiveIntegerField()
    counted_by = models.CharField(max_length=40, db_index=True)
    counted_until = models.DateField(null=True, db_index=True)
    words = models.TextField(blank=True)
    rests_on = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.document_id} at revision {self.revision}"


class Assignment(models.Model):
    """A finding that somebody was asked to see to, perhaps by a day.

    `rule` and `place` say which one, `message` what it said then. `settled`: since when the review
    no longer says it; None while it does.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="assignments"
    )
    rule = models.CharField(max_length=100)
    place = models.CharField(max_length=500, blank=True)
    message = models.TextField()
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    due = models.DateField(null=True)
    assigned_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    settled = models.DateTimeField(null=True)

    class Meta:
        ordering = (F("due").asc(nulls_last=True), "at")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "rule", "place"], name="finding_assigned_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} at {self.place}"


class SavedFilter(models.Model):
    """A filter that somebody likes: the query of the table's page, under a name of their own.

    `kind` is that of the page, "" for the page of all kinds.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_filters")
    kind = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "name"], name="filter_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class Action(models.TextChoices):
    """The action of a revision."""

    STARTED = "started", _("Started")
    CHANGED = "changed", _("Changed")
    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")
    MOVED = "moved", _("Moved")
    ANSWERED = "answered", _("Answered")
    WAIVED = "waived", _("Set a finding aside")
    RESTORED = "restored", _("Restored")
    OTHER = "other", _("Other")


class Revision(models.Model):
    """A document as it stood after one save. Only ever added; `revision_texts` reads what it says.

    `packed` is its text, against that of its `snapshot` if it has one; `digest` is the text's.
    """

    document = models.ForeignKey(DocumentRecord, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    packed = models.BinaryField()
    snapshot = models.ForeignKey("self", null=True, on_delete=models.RESTRICT, related_name="+")
    digest = models.BinaryField(max_length=32, null=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    author = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    action = models.CharField(max_length=12, choices=Action)
    detail = models.JSONField(default=dict)
    address = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="revision_numbered_once"),
            models.CheckConstraint(
                condition=Q(action__in=Action.values), name="revision_action_is_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["document", "number"],
                condition=Q(digest=None),
                name="revision_not_moved_yet",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} revision {self.number}"


class Submission(models.Model):
    """A revision that was handed in under a name, and what became of it. Never deleted alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="submissions")
    name = models.CharField(max_length=200)
    submitted = models.DateTimeField(default=timezone.now, editable=False)
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    approved = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-submitted", "-id")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="submission_has_a_name"),
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(approved__gte=F("submitted")),
                name="submission_approved_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return self.name
