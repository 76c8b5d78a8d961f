"""A score of the funder's own: only where they defined one, and never without its formula.

There is no default. It is fixed with the questions, when the call opens, so that nobody fits it to the
proposals that came in; applicants read it in the call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.language import number
from trueline.web.appraisals.models import Round, RoundQuestion, Verdict
from trueline.web.appraisals.outcomes import NOTHING, Outcome


@dataclass(frozen=True)
class Scored:
    """The score of a proposal. Without a `value`, `open` questions that count have no answer of the panel
    yet; or, if none is open, none of them is relevant.
    """

    value: Decimal | None
    open: int = 0

    @property
    def text(self) -> str:
        if self.value is not None:
            return number(round(self.value, 2))
        if self.open:
            return ngettext(
                "none yet: %(count)s question is open",
                "none yet: %(count)s questions are open",
                self.open,
            ) % {"count": self.open}
        return _("none: no question that counts is relevant")


def points_of(round: Round) -> Mapping[str, Decimal]:
    """The points of each verdict; empty if the funder defined no score."""
    points = {
        Verdict.ADDRESSED.value: round.points_addressed,
        Verdict.PARTLY.value: round.points_partly,
        Verdict.ABSENT.value: round.points_absent,
    }
    return {name: each for name, each in points.items() if each is not None}


def score(
    round: Round, questions: Sequence[RoundQuestion], outcomes: Mapping[int, Outcome]
) -> Scored:
    """The weighted mean of the points of the questions that count; not relevant is left out, and no zero."""
    points = points_of(round)
    total, weights, is_open = Decimal(0), Decimal(0), 0
    for question in questions:
        if not question.weight:
            continue
        verdict = outcomes.get(question.pk, NOTHING).verdict
        if verdict in points:
            total += question.weight * points[verdict]
            weights += question.weight
        elif not verdict:
            is_open += 1
    if is_open or not weights:
        return Scored(None, is_open)
    return Scored(total / weights)


def formula(round: Round, questions: Sequence[RoundQuestion]) -> list[str]:
    """The formula in sentences; none where the funder defined no score."""
    points = points_of(round)
    counted = [each for each in questions if each.weight]
    if not points or not counted:
        return []
    worth = ", ".join(f"{Verdict(name).label} {_plain(value)}" for name, value in points.items())
    weighted = "; ".join(f"{each.text} × {_plain(each.weight)}" for each in counted)
    return [
        _("Score = sum of weight × points of each question ÷ sum of the weights."),
        _("Points: %(points)s.") % {"points": worth},
        _("Weights: %(weights)s.") % {"weights": weighted},
        _("A question that is not relevant is left out of both sums."),
    ]


def _plain(value: Decimal) -> str:
    """Without zeros that say nothing."""
    return number(value.normalize() + 0)
