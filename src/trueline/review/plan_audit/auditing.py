"""Puts an audit together: what the plan answers, and what the review would have done next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.engine import review
from trueline.review.finding import Finding
from trueline.review.plan_audit.answers import Answer, in_words
from trueline.review.plan_audit.indicators import INDICATORS
from trueline.review.plan_audit.questions import QUESTIONS
from trueline.review.reading import read
from trueline.toolkit import Toolkit

SECTION = "plans"


@dataclass(frozen=True)
class Line:
    """A question or an indicator of the toolkit, what the plan says to it, and what to do next.

    `findings` are those of the review that rest on this place of the source and are in force.
    """

    id: str
    ref: str
    title: str
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Part:
    """The questions, or the indicators of one category. `limits` is what these can't show."""

    ref: str
    title: str
    lines: tuple[Line, ...]
    limits: str = ""


@dataclass(frozen=True)
class Audit:
    """What section 9 asks, in its order."""

    plan: Plan
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Those of every part."""
        return tuple(line for part in self.parts for line in part.lines)


def audit(
    plan: Plan,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    *,
    on: date | None = None,
) -> Audit:
    """Hold a plan against section 9. `findings` are those of its review, made now unless given.

    Texts that say nothing count as empty, as in the review. `on` is the day by which waivers are
    judged.
    """
    reviewed = review(plan, toolkit, on=on) if findings is None else findings
    standing = [finding for finding in reviewed if finding.waiver is None]
    return Audit(plan, tuple(_parts(read(plan, toolkit.reading).readable, toolkit, standing)))


def _parts(plan: Plan, toolkit: Toolkit, findings: list[Finding]) -> Iterator[Part]:
    questions = tuple(
        _line(
            question.id,
            question.ref,
            question.title,
            (*QUESTIONS[question.id](plan), *_own_answer(plan, question.id)),
            findings,
        )
        for question in toolkit.questions(SECTION)
        if question.id in QUESTIONS
    )
    yield Part("9", gettext("Questions"), questions)
    for category in toolkit.categories(SECTION):
        lines = tuple(
            _line(each.id, each.ref, each.statement, tuple(INDICATORS[each.id](plan)), findings)
            for each in category.indicators
            if each.id in INDICATORS
        )
        yield Part(category.ref, category.title, lines, category.does_not_show)


def _own_answer(plan: Plan, question: str) -> Iterator[Answer]:
    """What the team wrote in answer to the question itself."""
    answer = plan.answer(question)
    if answer and answer.text:
        yield in_words(gettext("Answer"), answer.text)


def _line(
    id: str, ref: str, title: str, answers: tuple[Answer, ...], findings: list[Finding]
) -> Line:
    """A line with the findings that rest on its place of the source.

    One that misses something stands only where the line shows that something is missing: a finding
    may rest on several places, of which the plan answers some.
    """
    is_short = any(answer.standing == "open" or answer.lacking for answer in answers)
    here = tuple(
        finding
        for finding in findings
        if any(each == ref or each.startswith(f"{ref}.") for each in finding.refs)
        and (is_short or finding.sort != "not-said")
    )
    return Line(id, ref, title, answers, here)
