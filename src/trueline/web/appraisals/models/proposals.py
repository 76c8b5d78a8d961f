"""A proposal: who sent it, its files, whether it is eligible, and who declared what towards it."""

from __future__ import annotations

import uuid
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.appraisals.models.rounds import Criterion, Round, name_of
from trueline.web.attachments.models import Attachment
from trueline.web.documents.models import DocumentRecord


class Proposal(models.Model):
    """A proposal that an applicant handed in, with an account or without.

    Without one they come back by a link, of which `digest` is kept. `version` counts what they
    changed, `language` is the one in which they handed it in, and are written to. A calibration case comes
    from the funder itself, is read by all, and does not count.

    `document` is the work in Trueline of which a frozen version came. It stays the applicant's own: the
    funder sees of its figures nothing but where its indicators stand, and that only since `figures_shared`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    applicant = models.CharField(max_length=200)
    contact = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64, null=True, unique=True, editable=False)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="proposals")
    from_organisation = models.UUIDField(null=True)
    document = models.ForeignKey(
        DocumentRecord, null=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    figures_shared = models.DateTimeField(null=True)
    is_calibration = models.BooleanField(default=False)
    received = models.DateTimeField(default=timezone.now, editable=False)
    late = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="proposal_numbered_once"),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(is_calibration=True),
                name="one_calibration_case_a_round",
            ),
            models.CheckConstraint(
                condition=Q(is_calibration=True) | Q(digest__isnull=False),
                name="applicant_can_come_back",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """The applicant's clocks."""
        try:
            return ZoneInfo(self.time_zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")

    @property
    def from_home(self) -> bool:
        """Whether it is a version of work of the organisation that calls."""
        return self.from_organisation == self.round.organisation_id

    @property
    def receipt(self) -> str:
        """The number that applicant and funder both name."""
        return f"{str(self.round_id)[:4].upper()}-{self.number:04d}"


class ProposalFile(models.Model):
    """A file of a proposal, its text once that is read, and the passages found in it.

    `countries` are the codes of those that it says it is about, or else names most often. A design
    that was made in Trueline is kept as its frozen text. `blocks` are [text, page, role]; `passages`
    are held by the key of their question. A file that the applicant took away later is `removed`, and
    kept where somebody may have read it. `replaces`: the file in whose place it came.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read by the program")
        READY = "ready", _("Read by the program")
        REFUSED = "refused", _("Can’t be read by the program")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="files")
    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="+")
    document_kind = models.CharField(max_length=40, blank=True)
    added = models.DateTimeField(default=timezone.now, editable=False)
    removed = models.DateTimeField(null=True)
    replaces = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="replaced_by"
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    problem = models.TextField(blank=True)
    pages = models.PositiveIntegerField(default=0)
    languages = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    blocks = models.JSONField(default=list)
    passages = models.JSONField(default=dict)

    class Meta:
        ordering = ("added", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "ready", "refused"]),
                name="proposal_file_state_is_known",
            )
        ]

    def __str__(self) -> str:
        return self.attachment.name


class Check(models.Model):
    """Whether a proposal meets a criterion, as somebody of the funder found."""

    class Met(models.TextChoices):
        YES = "yes", _("Met")
        NO = "no", _("Not met")
        UNCLEAR = "unclear", _("Unclear")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="checks")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="checks")
    met = models.CharField(max_length=7, choices=Met)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("criterion",)
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "criterion"], name="criterion_checked_once"
            ),
            models.CheckConstraint(
                condition=Q(met__in=["yes", "no", "unclear"]), name="check_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(met="no") | ~Q(note=""), name="not_met_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion_id}: {self.met}"


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    """Declarations as a history: those that hold are told apart here."""

    def conflicts(self) -> Self:
        """Conflicts that were declared, dismissed since or not."""
        return self.exclude(conflict="")

    def open_conflicts(self) -> Self:
        """Conflicts that nobody dismissed."""
        return self.conflicts().filter(dismissed=None)

    def in_force(self) -> dict[tuple[uuid.UUID, uuid.UUID], Declaration]:
        """By proposal and pseudonym, the declaration that holds: an open conflict, or else the last."""
        held: dict[tuple[uuid.UUID, uuid.UUID], Declaration] = {}
        for each in self.order_by("at", "pk"):
            key = (each.proposal_id, each.pseudonym)
            if key not in held or held[key].is_clear:
                held[key] = each
        return held


class Declaration(models.Model):
    """A declaration towards a proposal, before its author saw anything of it.

    `conflict` is "" for none. `suggested` are the matches that the program found then. Another owner
    may dismiss a conflict, with a reason. Whoever declares anew adds a row; earlier ones stay.
    """

    class Conflict(models.TextChoices):
        PERSONAL = "personal", _("Personal: family, friendship or enmity")
        PROFESSIONAL = "professional", _("Professional: we work together, or compete")
        INSTITUTIONAL = "institutional", _("Institutional: I belong to the applicant or a partner")
        FINANCIAL = "financial", _("Financial: I would gain or lose money")
        FORMER = "former", _("Former: one of these, in the last three years")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="declarations")
    user = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    pseudonym = models.UUIDField()
    conflict = models.CharField(max_length=13, choices=Conflict, blank=True)
    words = models.TextField(blank=True)
    suggested = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    dismissed = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    dismissal = models.TextField(blank=True)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "pseudonym"],
                condition=Q(dismissed=None) & ~Q(conflict=""),
                name="one_open_conflict",
            ),
            models.CheckConstraint(
                condition=Q(
                    conflict__in=[
                        "",
                        *("personal", "professional", "institutional", "financial", "former"),
                    ]
                ),
                name="conflict_is_known",
            ),
            models.CheckConstraint(
                condition=Q(dismissed=None) | (~Q(dismissal="") & ~Q(conflict="")),
                name="conflict_dismissed_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return name_of(self.user, self.pseudonym)

    @property
    def is_clear(self) -> bool:
        """Whether nothing stands between the person and the proposal."""
        return not self.conflict or self.dismissed is not None
