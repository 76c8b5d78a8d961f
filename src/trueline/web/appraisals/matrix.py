"""The proposals of a round beside one another, by question and remedy. No sum and no rank but a funder's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from trueline.web.appraisals.models import Remedy, Round, RoundQuestion, Verdict
from trueline.web.appraisals.outcomes import NOTHING, Outcome, outcomes_of, quotes_of
from trueline.web.appraisals.score import Scored, formula, score
from trueline.web.appraisals.standing import Standing

AT_ONCE = 8
"""So many questions stand beside one another on a screen."""
SIGNS = {"addressed": "●", "partly": "◐", "absent": "○", "not-relevant": "–", "": "·"}
"""Signs of verdicts in a narrow cell; the word is there for who can't see it, and below the table."""
ORDER = ("absent", "partly", "addressed", "not-relevant", "")
"""Gaps come first when proposals are sorted by a question."""


@dataclass(frozen=True)
class Cell:
    """The outcome of one proposal for one question; `quote` is an accepted passage."""

    question: RoundQuestion
    outcome: Outcome
    quote: str

    @property
    def word(self) -> str:
        if self.outcome.verdict:
            return str(Verdict(self.outcome.verdict).label)
        return _("No agreement yet") if self.outcome.differs else _("No answer")

    @property
    def sign(self) -> str:
        return SIGNS[self.outcome.verdict]

    @property
    def remedy(self) -> str:
        return str(Remedy(self.outcome.remedy).label) if self.outcome.remedy else ""


@dataclass(frozen=True)
class ProposalRow:
    """A proposal with its cells, in the order of the questions."""

    standing: Standing
    cells: Sequence[Cell]
    scored: Scored | None = None

    @cached_property
    def remedy_counts(self) -> Counter[str]:
        """For how many questions each remedy is named."""
        return Counter(each.outcome.remedy for each in self.cells if each.outcome.remedy)

    @property
    def remedies(self) -> list[tuple[str, int]]:
        """All remedies in their order, each with its label and for how many questions it is named."""
        return [(str(each.label), self.remedy_counts[each.value]) for each in Remedy]


@dataclass(frozen=True)
class Matrix:
    """The proposals of a round by question: those whose panel the visitor sees, without calibration."""

    round: Round
    standings: Sequence[Standing]

    @cached_property
    def questions(self) -> list[RoundQuestion]:
        return list(self.round.questions.all())

    @cached_property
    def formula(self) -> list[str]:
        return formula(self.round, self.questions)

    @cached_property
    def rows(self) -> list[ProposalRow]:
        """By number. Three queries, however many proposals there are."""
        seen = [
            each for each in self.standings if each.sees_panel and not each.proposal.is_calibration
        ]
        proposals = [each.proposal for each in seen]
        outcomes, quotes = outcomes_of(proposals), quotes_of(proposals)
        return [
            self._row(
                each,
                [
                    Cell(
                        question,
                        outcomes.get((each.proposal.pk, question.pk), NOTHING),
                        quotes.get((each.proposal.pk, question.pk), ""),
                    )
                    for question in self.questions
                ],
            )
            for each in seen
        ]

    def _row(self, standing: Standing, cells: Sequence[Cell]) -> ProposalRow:
        if not self.formula:
            return ProposalRow(standing, cells)
        outcomes = {cell.question.pk: cell.outcome for cell in cells}
        return ProposalRow(standing, cells, score(self.round, self.questions, outcomes))

    def sorted_by(self, column: str) -> list[ProposalRow]:
        """By a question (its key) with gaps first, by how often a remedy is named, or by the funder's score.

        By number where there is no such column; what has no score comes last.
        """
        for place, question in enumerate(self.questions):
            if str(question.pk) == column:
                return self._sorted(_by_verdict(place))
        if column in Remedy.values:
            return self._sorted(lambda row: -row.remedy_counts[column])
        if column == "score" and self.formula:
            return self._sorted(_by_score)
        return self.rows

    def _sorted(self, key: Callable[[ProposalRow], object]) -> list[ProposalRow]:
        return sorted(self.rows, key=key)  # type: ignore[arg-type]


def _by_verdict(place: int) -> Callable[[ProposalRow], int]:
    return lambda row: ORDER.index(row.cells[place].outcome.verdict)


def _by_score(row: ProposalRow) -> tuple[bool, object]:
    value = row.scored.value if row.scored else None
    return value is None, -(value or 0)
