"""Holds a national plan against section 9 of the toolkit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trueline.plan import Plan
from trueline.review.audits import Audit, held_against
from trueline.review.audits.auditing import Answers
from trueline.review.finding import Finding
from trueline.review.plan_audit.indicators import INDICATORS
from trueline.review.plan_audit.questions import QUESTIONS
from trueline.toolkit import Toolkit

ANSWERS = Answers("plans", QUESTIONS, INDICATORS)


def audit(
    plan: Plan,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    *,
    on: date | None = None,
) -> Audit[Plan]:
    """Hold a plan against section 9. `findings` are those of its review, made now unless given.

    `on` is the day by which waivers are judged.
    """
    _, parts = held_against(plan, toolkit, ANSWERS, findings, on=on)
    return Audit(plan, parts)
