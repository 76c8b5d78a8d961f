"""What is measured of an approved design. Totals only: there is no row about a person.

An approved version makes monitored indicators, each with the meaning that it had then. A
measurement is due for an indicator in a period; its cells hold the figures, one for all people and
one for each group. Whatever is corrected stays in the history.
"""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _

from trueline.design import Indicator
from trueline.measures.periods import Period
from trueline.web.accounts.models import Membership, User
from trueline.web.documents.models import DocumentRecord, Submission


class MonitoredIndicator(models.Model):
    """An indicator as an approved version defined it. Its meaning never changes afterwards.

    `key` is its id in the design, `content` the indicator as JSON. Where a later version leaves it
    out, or gives it another meaning, it is retired, and what was measured stays.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="monitored_indicators"
    )
    key = models.CharField(max_length=100)
    position = models.PositiveIntegerField()
    content = models.TextField()
    since = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    retired = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"],
                condition=Q(retired=None),
                name="indicator_monitored_once",
            ),
            models.CheckConstraint(
                condition=Q(retired=None, retired_by=None)
                | Q(retired__isnull=False, retired_by__isnull=False),
                name="indicator_retired_by_a_version",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @cached_property
    def meaning(self) -> Indicator:
        """The indicator as it was approved."""
        return Indicator.model_validate_json(self.content)

    @property
    def label(self) -> str:
        """What pages call it."""
        return self.meaning.statement or self.key


class PlannedValue(models.Model):
    """A baseline or a target as an approved version gave it. `content` is that part as JSON.

    A later version replaces it; what it said stays, with the version that said so.
    """

    class Kind(models.TextChoices):
        BASELINE = "baseline", _("Baseline")
        TARGET = "target", _("Target")

    indicator = models.ForeignKey(
        MonitoredIndicator, on_delete=models.CASCADE, related_name="planned_values"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    content = models.TextField()
    said_by = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    replaced_by = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["baseline", "target"]), name="planned_value_is_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.indicator_id}"


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
    def shown(self) -> str:
        """Its label in a sentence: among Arabic words, 2026-05-31 would be turned round."""
        return f"\u2066{self.label}\u2069" if get_language_bidi() else self.label

    @property
    def span(self) -> Period:
        """The same as a value to reckon with."""
        return Period(self.end, self.start, self.label)


class ReportingSite(models.Model):
    """A place that tells figures of its own. What a programme comes to is made of all its sites.

    `indicators` are the keys of those that it tells of, all that can be divided where it is empty.
    It tells of periods that end from `begins` on, and before `closed`.
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
    """What a member enters of a programme: the figures of a site, or of the programme as a whole.

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


class Occasion(models.TextChoices):
    """Why something is measured just then."""

    BASELINE = "baseline", _("Baseline")
    PERIOD = "period", _("Reporting period")
    ENDLINE = "endline", _("Endline")
    FOLLOW_UP = "follow-up", _("Follow-up")


class MeasurementState(models.TextChoices):
    """How far a measurement has come."""

    DUE = "due", _("Not entered")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class Answer(models.TextChoices):
    """Why there is no figure, where there is none to come."""

    MISSING = "missing", _("Missing")
    NOT_APPLICABLE = "not-applicable", _("Not applicable")


class Measurement(models.Model):
    """An indicator in a period: due, entered, submitted, approved or returned with a reason.

    Without a `site` it is of the programme as a whole. Of a period it is told either way, not both.
    `files` and `evidence_url` are told by pages that show how many files lie beside it, and where.
    """

    files: int = 0
    evidence_url: str = ""

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
        """What pages call it: the indicator, and the site that it is of."""
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
    """What a measurement said before it was changed: who changed it, when and why. Only added."""

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


class Narrative(models.Model):
    """What a team writes about a range of periods, for the results report. `texts` are by field."""

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="narratives"
    )
    first = models.DateField()
    last = models.DateField()
    texts = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("last", "first")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "first", "last"], name="one_narrative_a_range"
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="narrative_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.first} to {self.last}"


class ColumnMapping(models.Model):
    """What somebody said of the columns of a workbook, for the next one with the same headings.

    `headings` is a digest of them, `content` a `ColumnMap` as data.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="column_mappings"
    )
    headings = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-saved",)
        constraints = [
            models.UniqueConstraint(fields=["document", "headings"], name="headings_mapped_once")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} at {self.saved:%Y-%m-%d}"


class TestResult(models.Model):
    """A test taken before and after by the same people: totals alone, no row about any of them.

    `pairs` holds how many passed both times, only after, only before, and neither; `sums` the sums of
    scores and of changes as text. What was not told is empty.
    """

    __test__ = False
    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="test_results"
    )
    indicator = models.ForeignKey(
        MonitoredIndicator, null=True, on_delete=models.SET_NULL, related_name="test_results"
    )
    title = models.CharField(max_length=200)
    before = models.DateField()
    after = models.DateField()
    passes_from = models.DecimalField(max_digits=15, decimal_places=4, null=True)
    n = models.PositiveIntegerField()
    only_before = models.PositiveIntegerField()
    only_after = models.PositiveIntegerField()
    pairs = models.JSONField(default=dict)
    sums = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-after", "title")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "title", "before", "after"], name="one_result_a_test"
            ),
            models.CheckConstraint(
                condition=Q(after__gt=F("before")), name="tested_after_tested_before"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.before} to {self.after}"


class CalendarFeed(models.Model):
    """An address at which somebody's calendar reads what is due. Only a digest of it is kept.

    One is open for a person at a time. It shows what that person may read at the moment at which it
    is read, and ends with their rights.
    """

    class Programmes(models.TextChoices):
        OWN = "own", _("Those that I own")
        ALL = "all", _("All that I may read")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    programmes = models.CharField(max_length=3, choices=Programmes, default=Programmes.OWN)
    created = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created",)
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(withdrawn=None), name="one_open_feed_a_person"
            ),
            models.CheckConstraint(
                condition=Q(programmes__in=["own", "all"]), name="feed_programmes_are_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.created:%Y-%m-%d %H:%M}"


class ContactTable(models.Model):
    """Where people were identified in a period, and where a chance to do so was missed: totals alone.

    `counts` holds, by channel and part of the route ("borders/transit"), how many people were
    identified and how many chances were missed, None where nobody counted. `conditions` says which
    conditions of a referral mechanism that works are met.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="contact_tables"
    )
    label = models.CharField(max_length=20)
    start = models.DateField()
    end = models.DateField()
    counts = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("end", "-start")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "label"], name="one_contact_table_a_period"
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="contact_table_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.label}"


class ServiceChange(models.Model):
    """What clients asked for, and what became of it. Of what they said there is a number alone.

    `raised` is by how many it was raised, None where nobody counted. What was decided has a day, and
    so has telling those who asked.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not decided yet")
        MADE = "made", _("Changed")
        PLANNED = "planned", _("To be changed")
        REFUSED = "refused", _("Not changed")

    class Way(models.TextChoices):
        BOX = "box", _("Without a name, in writing")
        FORM = "form", _("Feedback form")
        TALK = "talk", _("Talk with one person")
        GROUP = "group", _("Group discussion")
        SURVEY = "survey", _("Survey")
        OTHER = "other", _("Another way")

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="service_changes"
    )
    asked = models.CharField(max_length=300)
    ways = models.JSONField(default=list)
    raised = models.PositiveIntegerField(null=True)
    heard = models.DateField()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    what = models.TextField(blank=True)
    decided = models.DateField(null=True)
    told_back = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-heard", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["open", "made", "planned", "refused"]),
                name="outcome_of_feedback_is_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open") | Q(decided__isnull=False), name="decided_on_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["made", "refused"]) | ~Q(what=""),
                name="changed_or_refused_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.asked}"


class ProgrammeSummary(models.Model):
    """Where the indicators of a programme stand, so that no list has to reckon it again.

    `state` tells from which figures it was reckoned, `since` and `until` for which days it holds;
    `content` is a Summary as JSON. It can be deleted at any time.
    """

    document = models.OneToOneField(
        DocumentRecord, primary_key=True, on_delete=models.CASCADE, related_name="summary"
    )
    state = models.CharField(max_length=24, blank=True)
    since = models.DateField()
    until = models.DateField()
    content = models.TextField()

    def __str__(self) -> str:
        return f"{self.document_id}, {self.since} to {self.until}"
