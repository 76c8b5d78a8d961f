"""All assessors' answers on a proposal side by side, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.language import number
from trueline.measures.agreement import Agreement, agreement
from trueline.web.appraisals.models import (
    Answer,
    Consensus,
    Mark,
    Proposal,
    Reading,
    Remark,
    RoundQuestion,
    Verdict,
)
from trueline.web.appraisals.standing import Standing

SCALE: dict[str, int | None] = {
    Verdict.ABSENT: 0,
    Verdict.PARTLY: 1,
    Verdict.ADDRESSED: 2,
    Verdict.NOT_RELEVANT: None,
}
"""Not relevant has no place on the scale: it is left out, and is no zero."""


@dataclass(frozen=True)
class AssessorAnswer:
    """One assessor's answer to a question, with the passages that they accepted."""

    who: str
    answer: Answer
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Line:
    """A question with each assessor's answer and the panel's consensus."""

    question: RoundQuestion
    answers: Sequence[AssessorAnswer]
    consensus: Consensus | None
    remarks: Sequence[Remark]

    @property
    def differs(self) -> bool:
        """Whether assessors gave it different verdicts."""
        return len({each.answer.verdict for each in self.answers}) > 1

    @property
    def common(self) -> Answer | None:
        """The answer that all gave, if they agree."""
        return self.answers[0].answer if self.answers and not self.differs else None

    @property
    def outcome(self) -> Consensus | Answer | None:
        """The outcome: the consensus, else the answer that all gave."""
        return self.consensus or self.common


def panel_of(proposal: Proposal) -> list[Line]:
    """Each question of the round with what was handed in. Six queries."""
    readings = proposal.readings.filter(excused=None).exclude(submitted=None)
    by_reading = {each.pk: each for each in readings.select_related("assessor__user")}
    answers: dict[int, list[Answer]] = {}
    for each in Answer.objects.filter(reading__in=by_reading).order_by("reading"):
        answers.setdefault(each.question_id, []).append(each)
    marks: dict[tuple[int, int], list[Mark]] = {}
    taken = Mark.objects.filter(reading__in=by_reading).exclude(kind=Mark.Kind.REJECTED)
    for mark in taken.order_by("start"):
        marks.setdefault((mark.reading_id, mark.question_id), []).append(mark)
    agreed = {each.question_id: each for each in proposal.consensus.select_related("by")}
    remarks: dict[int | None, list[Remark]] = {}
    for remark in proposal.remarks.select_related("author"):
        remarks.setdefault(remark.question_id, []).append(remark)
    return [
        Line(
            question,
            [
                AssessorAnswer(
                    str(by_reading[each.reading_id].assessor),
                    each,
                    marks.get((each.reading_id, question.pk), []),
                )
                for each in answers.get(question.pk, [])
            ],
            agreed.get(question.pk),
            remarks.get(question.pk, []),
        )
        for question in proposal.round.questions.all()
    ]


@dataclass(frozen=True)
class QuestionAgreement:
    """How far the assessors of a round agree on one question."""

    question: RoundQuestion
    agreement: Agreement | None

    @property
    def per_cent(self) -> int | None:
        return None if self.agreement is None else round(100 * self.agreement.pairs)

    @property
    def alpha(self) -> str:
        """Alpha with its interval, or why there is none."""
        if self.agreement is None:
            return _("Read by fewer than two assessors")
        if self.agreement.alpha is None:
            return _("Everybody gave the same answer, so it can’t be calculated")
        alpha = _two(self.agreement.alpha.estimate)
        if not self.agreement.has_interval:
            return ngettext(
                "%(alpha)s, of %(count)s proposal; too few for an interval",
                "%(alpha)s, of %(count)s proposals; too few for an interval",
                self.agreement.units,
            ) % {"alpha": alpha, "count": self.agreement.units}
        return _("%(alpha)s (%(low)s to %(high)s)") % {
            "alpha": alpha,
            "low": _two(self.agreement.alpha.low),
            "high": _two(self.agreement.alpha.high),
        }


def _two(value: float) -> str:
    return number(Decimal(str(round(value, 2))))


def agreement_in(standings: Iterable[Standing], *, calibration: bool) -> list[QuestionAgreement]:
    """Agreement between readings by question, among proposals whose panel the visitor may see."""
    seen = [
        each.proposal
        for each in standings
        if each.sees_panel and each.proposal.is_calibration == calibration
    ]
    if not seen:
        return []
    questions = list(seen[0].round.questions.all())
    verdicts: dict[tuple[int, object], list[int | None]] = {}
    submitted_answers = Answer.objects.filter(
        reading__proposal__in=seen, reading__excused=None, reading__submitted__isnull=False
    )
    rows = submitted_answers.exclude(verdict="").values_list(
        "question", "reading__proposal", "verdict"
    )
    for question, proposal, verdict in rows:
        verdicts.setdefault((question, proposal), []).append(SCALE[verdict])
    return [
        QuestionAgreement(
            question, agreement([verdicts.get((question.pk, each.pk), []) for each in seen])
        )
        for question in questions
    ]


def own_answers(reading: Reading) -> dict[int, Answer]:
    """An assessor's own answers so far, by question."""
    return {each.question_id: each for each in reading.answers.all()}
