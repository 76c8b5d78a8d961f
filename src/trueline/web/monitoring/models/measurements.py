"""Figures with their groups, what lies beside them, and what they were before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.monitoring.models.indicators import MonitoredIndicator
from trueline.web.monitoring.models.periods import ReportingPeriod, ReportingSite


class Occasion(models.TextChoices):
    """The occasion of a measurement."""

    BASELINE = "baseline", _("Baseline")
    PERIOD = "period", _("Reporting period")
    ENDLINE = "endline", _("Endline")
    FOLLOW_UP = "follow-up", _("Follow-up")


class MeasurementState(models.TextChoices):
    """The state of a measurement."""

    DUE = "due", _("Not entered")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class Answer(models.TextChoices):
    """The reason for which there is no figure, where there is none to come."""

    MISSING = "missing", _("Missing")
    NOT_APPLICABLE = "not-applicable", _("Not applicable")


class Measurement(models.Model):
    """An indicator in a period: due, entered, submitted, approved or returned with a reason.

    Without a `site` it is of the programme as a whole. A period has one or the other, not both.
    `files` and `evidence_url` are filled by pages that show how many files lie beside it, and where;
    `proposals` by those that show which corrections were proposed.
    """

    files: int = 0
    evidence_url: str = ""
    proposals: Sequence[Any] = ()

    indicator = models.ForeignKey(
        MonitoredIndicator, on_delete=models.CASCADE, related_name="measurements"
    )
    period = models.ForeignKey(
        ReportingPeriod, on_delete=models.CASCADE, related_name="measurements"
    )
    site = models.ForeignKey(
        ReportingSite, null=True, on_delete=models.CASCADE, related_name="measurements"
    )
    occasion = models.CharField(max_length=10, choices=Occasion)
    state = models.CharField(max_length=10, choices=MeasurementState, default=MeasurementState.DUE)
    answer = models.CharField(max_length=16, choices=Answer, blank=True)
    note = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)
    changed = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    submitted = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    decided = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("period__end", "indicator__position")
        indexes = [models.Index(fields=["indicator", "state", "period"], name="what_is_to_come")]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period"],
                condition=Q(site=None),
                name="measured_once_a_period",
            ),
            models.UniqueConstraint(
                fields=["indicator", "period", "site"],
                condition=Q(site__isnull=False),
                name="measured_once_a_site",
            ),
            models.CheckConstraint(
                condition=Q(state__in=MeasurementState.values), name="measurement_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(occasion__in=Occasion.values), name="measurement_occasion_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", *Answer.values]), name="measurement_answer_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="") | ~Q(note=""), name="no_figure_without_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(returned_because=""),
                name="returned_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} in {self.period_id}"

    @property
    def label(self) -> str:
        """Its name on pages: the indicator, and the site that it is of."""
        name = self.indicator.label
        return f"{name} – {self.site}" if self.site_id else name

    @property
    def can_be_entered(self) -> bool:
        """Whether its figures can be typed over without a word: nobody has relied on them yet."""
        return self.state in (
            MeasurementState.DUE,
            MeasurementState.DRAFT,
            MeasurementState.RETURNED,
        )


class MeasuredCell(models.Model):
    """The figure of one group of people in a measurement; `group` is "" for all of them.

    A count stands in `value`; a share or ratio in `numerator` and `denominator`; a mean in `value`
    with how many were measured in `denominator`; the answers at each point of a scale in `points`,
    lowest first; what is told in words in `text`.
    """

    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="cells")
    group = models.CharField(max_length=200, blank=True)
    value = models.DecimalField(max_digits=15, decimal_places=4, null=True)
    numerator = models.DecimalField(max_digits=15, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=15, decimal_places=4, null=True)
    points = models.JSONField(default=list)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["measurement", "group"], name="group_measured_once"),
            models.CheckConstraint(
                condition=Q(numerator=None) | Q(denominator__isnull=False),
                name="numerator_out_of_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group or 'all'} in {self.measurement_id}"


class EvidenceFile(models.Model):
    """A file that lies beside a figure. Its bytes lie by its digest (`attachments.storage`), once."""

    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="evidence")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    added = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("added", "pk")
        constraints = [
            models.UniqueConstraint(fields=["measurement", "digest"], name="evidence_kept_once")
        ]

    def __str__(self) -> str:
        return self.name


class Correction(models.Model):
    """An earlier state of a measurement: who changed it, when and why. Only added."""

    measurement = models.ForeignKey(
        Measurement, on_delete=models.CASCADE, related_name="corrections"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(blank=True)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.measurement_id} at {self.at:%Y-%m-%d %H:%M}"
