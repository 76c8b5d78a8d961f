"""An assessor's opinion of the review of a design that was handed in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from trueline.web.appraisals.models.proposals import ProposalFile
from trueline.web.appraisals.models.readings import Reading


class Opinion(models.Model):
    """Whether an assessor goes along with a finding, or with its being set aside by the designers.

    A finding is known by its `rule` and `path` in a file. What it said then is kept with it, and why
    it was set aside: rules change, and the record has to say what was judged. `refs` are its places
    in the toolkit, by which it stands beside questions.
    """

    class Kind(models.TextChoices):
        HOLDS = "holds", pgettext_lazy("finding", "Holds")
        FAILS = "fails", pgettext_lazy("finding", "Does not hold")
        ACCEPTED = "accepted", pgettext_lazy("reason to set aside", "Accepted")
        REFUSED = "refused", pgettext_lazy("reason to set aside", "Refused")

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="opinions")
    file = models.ForeignKey(ProposalFile, on_delete=models.CASCADE, related_name="opinions")
    rule = models.CharField(max_length=120)
    path = models.CharField(max_length=500, blank=True)
    refs = models.JSONField(default=list)
    message = models.TextField()
    waiver_reason = models.TextField(blank=True)
    kind = models.CharField(max_length=8, choices=Kind)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("file", "rule", "path", "reading")
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "file", "rule", "path"], name="one_opinion_on_a_finding"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["holds", "fails"], waiver_reason="")
                | (Q(kind__in=["accepted", "refused"]) & ~Q(waiver_reason="")),
                name="opinion_fits_what_it_is_of",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["holds", "accepted"]) | ~Q(reason=""),
                name="objection_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} at {self.path}: {self.kind}"
