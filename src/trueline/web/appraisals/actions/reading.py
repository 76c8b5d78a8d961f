"""Answering question by question, marking passages, and handing a reading in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.limits import OWN_MARKS
from trueline.web.accounts.models import User
from trueline.web.appraisals.findings import Reviewed
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import Answer, Mark, Opinion, Reading, RoundQuestion
from trueline.web.appraisals.passages import PassageMark

FIELDS = ("verdict", "remedy", "reason", "to_panel", "to_applicant")


@dataclass(frozen=True)
class FindingOpinion:
    """Somebody's opinion on a finding: `kind` is "" if they have none."""

    on: Reviewed
    kind: str = ""
    reason: str = ""


class HandedIn(Exception):
    """The reading was handed in meanwhile. Nothing was saved."""


class Unanswered(Exception):
    """Questions without an answer are left."""

    def __init__(self, questions: Sequence[RoundQuestion]) -> None:
        super().__init__(len(questions))
        self.questions = questions


@transaction.atomic
def answer(
    reading: Reading,
    question: RoundQuestion,
    values: dict[str, Any],
    marks: Sequence[PassageMark],
    opinions: Sequence[FindingOpinion] = (),
) -> Answer:
    """Save an assessor's answer to a question, and opinions on the findings listed with it.

    Raises HandedIn and OverLimit.
    """
    _require_open(reading)
    OWN_MARKS.check(sum(each.kind == Mark.Kind.OWN for each in marks))
    fields = {name: values[name] for name in FIELDS}
    answer, _new = Answer.objects.update_or_create(
        reading=reading, question=question, defaults={**fields, "saved": timezone.now()}
    )
    reading.marks.filter(question=question).delete()
    Mark.objects.bulk_create(
        Mark(reading=reading, question=question, **vars(each)) for each in marks
    )
    _opine(reading, opinions)
    return answer


@transaction.atomic
def opine(reading: Reading, opinions: Sequence[FindingOpinion]) -> None:
    """Keep what an assessor makes of findings that bear on no question. Raises HandedIn."""
    _require_open(reading)
    _opine(reading, opinions)


def _opine(reading: Reading, opinions: Sequence[FindingOpinion]) -> None:
    for each in opinions:
        _keep_opinion(reading, each)


def _keep_opinion(reading: Reading, opined: FindingOpinion) -> None:
    finding = opined.on
    at = {"file": finding.file, "rule": finding.rule, "path": finding.path}
    if not opined.kind:
        reading.opinions.filter(**at).delete()
        return
    fields = {
        "refs": list(finding.refs),
        "message": finding.message,
        "waiver_reason": finding.waiver_reason,
        "kind": opined.kind,
        "reason": opined.reason,
    }
    Opinion.objects.update_or_create(reading=reading, **at, defaults=fields)


def unanswered(reading: Reading) -> list[RoundQuestion]:
    """The questions that have no answer yet, in their order."""
    answered = reading.answers.exclude(verdict="").values("question")
    return list(reading.proposal.round.questions.exclude(pk__in=answered))


@transaction.atomic
def hand_in(reading: Reading, *, by: User) -> None:
    """Hand a reading in: it no longer changes, and others see it once all have. Raises Unanswered."""
    _require_open(reading)
    if left := unanswered(reading):
        raise Unanswered(left)
    Reading.objects.filter(pk=reading.pk, submitted=None).update(submitted=timezone.now())
    add_line("read", round=reading.proposal.round, by=by, proposal=reading.proposal)


def _require_open(reading: Reading) -> None:
    """Two windows of one assessor wait for each other at the reading's row."""
    row = Reading.objects.select_for_update().filter(pk=reading.pk, submitted=None, excused=None)
    if row.first() is None:
        raise HandedIn
