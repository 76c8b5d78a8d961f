"""For which stretches of time, and by which sites and partners, figures are reported."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language_bidi

from trueline.measures.periods import Period
from trueline.web.accounts.models import Membership, User
from trueline.web.documents.models import DocumentRecord


class ReportingPeriod(models.Model):
    """A stretch of time, or a day, for which figures are reported. While locked, none changes."""

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="reporting_periods"
    )
    label = models.CharField(max_length=20)
    start = models.DateField()
    end = models.DateField()
    locked = models.DateTimeField(null=True)
    locked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("end", "-start")
        constraints = [
            models.UniqueConstraint(fields=["document", "label"], name="period_named_once"),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="period_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def isolated_label(self) -> str:
        """Its label for a sentence, isolated: among Arabic words, 2026-05-31 would be turned round."""
        return f"\u2066{self.label}\u2069" if get_language_bidi() else self.label

    @property
    def span(self) -> Period:
        """The same as a value to reckon with."""
        return Period(self.end, self.start, self.label)


class ReportingSite(models.Model):
    """A place that reports figures of its own. What a programme comes to is made of all its sites.

    `indicators` are the keys of those that it reports on, all that can be divided where it is
    empty. It reports on periods that end from `begins` on, and before `closed`.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="reporting_sites"
    )
    name = models.CharField(max_length=80)
    indicators = models.JSONField(default=list)
    begins = models.DateField()
    closed = models.DateField(null=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(fields=["document", "name"], name="site_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="site_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FigureAssignment(models.Model):
    """A member's share of a programme's figures: those of a site, or of the programme as a whole.

    `indicators` are the keys of those that are meant, all where it is empty. It ends with the
    membership, and with the right to enter what one was assigned.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="figure_assignments"
    )
    member = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="figure_assignments"
    )
    site = models.ForeignKey(
        ReportingSite, null=True, on_delete=models.CASCADE, related_name="assignments"
    )
    indicators = models.JSONField(default=list)
    made = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("member__user__name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "member", "site"],
                condition=Q(site__isnull=False),
                name="assigned_a_site_once",
            ),
            models.UniqueConstraint(
                fields=["document", "member"],
                condition=Q(site=None),
                name="assigned_the_whole_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.document_id}"
