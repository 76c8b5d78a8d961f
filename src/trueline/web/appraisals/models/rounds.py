"""A round: its call, its questions and its assessors."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from trueline.web.accounts.models import Organisation, User

LATEST = timedelta(hours=72)


class Round(models.Model):
    """A call for proposals of an organisation, and their appraisal.

    `deadline` is one moment; `time_zone` is by whose clocks it was set, "" for universal time. What
    comes up to `late_hours` later is taken, and marked late; 0 refuses it. Once `opened`, its
    questions no longer change. `finished`: nothing more is decided.

    `points_…` are what a verdict is worth in a score of the funder's own; without them there is none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="rounds")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    deadline = models.DateTimeField()
    time_zone = models.CharField(max_length=60, blank=True)
    late_hours = models.PositiveSmallIntegerField(default=0)
    assessors_each = models.PositiveSmallIntegerField(default=2)
    points_addressed = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    points_partly = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    points_absent = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    opened = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created", "id")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="round_has_a_title"),
            models.CheckConstraint(
                condition=Q(finished=None) | Q(opened__isnull=False, finished__gte=F("opened")),
                name="round_finished_after_it_opened",
            ),
            models.CheckConstraint(
                condition=Q(budget=None) | (Q(budget__gt=0) & ~Q(currency="")),
                name="round_budget_has_a_currency",
            ),
            models.CheckConstraint(
                condition=Q(points_addressed=None, points_partly=None, points_absent=None)
                | Q(
                    points_addressed__isnull=False,
                    points_partly__isnull=False,
                    points_absent__isnull=False,
                ),
                name="round_points_for_every_verdict_or_none",
            ),
            models.CheckConstraint(
                condition=Q(assessors_each__gte=1), name="round_is_read_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """The clocks by which its deadline was set."""
        try:
            return ZoneInfo(self.time_zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")

    @property
    def ends(self) -> datetime:
        """Until when anything is taken, late or not."""
        return self.deadline + timedelta(hours=self.late_hours)

    @property
    def takes_proposals(self) -> bool:
        return bool(self.opened) and not self.finished and timezone.now() <= self.ends

    @property
    def is_late(self) -> bool:
        """Whether what comes now comes after the deadline."""
        return timezone.now() > self.deadline

    @property
    def state(self) -> str:
        """Its state, in a word or two."""
        if not self.opened:
            return gettext("In preparation")
        if self.finished:
            return gettext("Finished")
        if self.takes_proposals:
            return pgettext("call for proposals", "Open")
        return gettext("Being appraised")


class RoundQuestion(models.Model):
    """A question that counts: one of the toolkit (`key` is its id there) or one of the funder's own.

    `weight`: how much it counts in a score of the funder's own; None where it doesn't.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=100)
    text = models.CharField(max_length=500)
    weight = models.DecimalField(max_digits=6, decimal_places=2, null=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(weight=None) | Q(weight__gt=0), name="question_weighs_something"
            ),
            models.UniqueConstraint(fields=["round", "key"], name="question_asked_once"),
            models.CheckConstraint(condition=~Q(text=""), name="round_question_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.text


class Criterion(models.Model):
    """A criterion of eligibility."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="criterion_has_a_text")]

    def __str__(self) -> str:
        return self.text


class AssessorQuerySet(models.QuerySet["Assessor"]):
    def available(self) -> AssessorQuerySet:
        """Assessors who may be given something to read."""
        return self.filter(until=None).exclude(user=None)


class Assessor(models.Model):
    """Somebody who reads proposals of a round. `pseudonym` stays when the person's account is gone.

    `until`: when they were taken from the list; what they handed in before stays.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="assessors")
    user = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    pseudonym = models.UUIDField()
    since = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateTimeField(null=True)

    objects = AssessorQuerySet.as_manager()

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.UniqueConstraint(fields=["round", "pseudonym"], name="assessor_once_a_round")
        ]

    def __str__(self) -> str:
        return name_of(self.user, self.pseudonym)


def name_of(user: User | None, pseudonym: uuid.UUID) -> str:
    """The name of an assessor on pages, also after their account is deleted."""
    if user is not None:
        return str(user)
    return gettext("Former member %(mark)s") % {"mark": str(pseudonym)[:4].upper()}
