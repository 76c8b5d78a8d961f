"""Puts an audit together: what the document answers, and what its review would have done next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from trueline.document import Document
from trueline.document.document import D
from trueline.language import gettext
from trueline.review.audits.answers import Answer, in_words
from trueline.review.engine import review
from trueline.review.finding import Finding
from trueline.review.reading import read
from trueline.toolkit import Toolkit

Answering = Callable[[Any], Iterator[Answer]]


@dataclass(frozen=True)
class Line:
    """A question or an indicator of the toolkit, what the document says to it, and what to do next.

    `findings` are those of the review that rest on this place of the source and are in force.
    """

    id: str
    ref: str
    title: str
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Part:
    """The questions, or the indicators of one category. `limits` is what these can't show."""

    ref: str
    title: str
    lines: tuple[Line, ...]
    limits: str = ""


@dataclass(frozen=True)
class Audit(Generic[D]):
    """The answers to a section's questions, in its order."""

    document: D
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of every part."""
        return tuple(line for part in self.parts for line in part.lines)


@dataclass(frozen=True)
class Answers:
    """A kind's answers to a section: functions by the ids of its questions and indicators."""

    section: str
    questions: Mapping[str, Answering]
    indicators: Mapping[str, Answering]


def held_against(
    document: D,
    toolkit: Toolkit,
    answers: Answers,
    findings: Iterable[Finding] | None = None,
    *,
    on: date | None = None,
) -> tuple[D, tuple[Part, ...]]:
    """The document as it is read, and a part for its questions and for each category.

    Texts that say nothing count as empty, as in the review, whose `findings` are made now unless
    given. `on` is the day by which waivers are judged.
    """
    reviewed = review(document, toolkit, on=on) if findings is None else findings
    standing = [finding for finding in reviewed if finding.waiver is None]
    readable = read(document, toolkit.reading).readable
    return readable, tuple(_parts(readable, toolkit, answers, standing))


def _parts(
    document: Document, toolkit: Toolkit, answers: Answers, findings: list[Finding]
) -> Iterator[Part]:
    section = answers.section
    questions = tuple(
        _line(
            question.id,
            question.ref,
            question.title,
            (*answers.questions[question.id](document), *_own_answer(document, question.id)),
            findings,
        )
        for question in toolkit.questions(section)
        if question.id in answers.questions
    )
    yield Part(toolkit.section(section).ref, gettext("Questions"), questions)
    for category in toolkit.categories(section):
        lines = tuple(
            _line(
                indicator.id,
                indicator.ref,
                indicator.statement,
                tuple(answers.indicators[indicator.id](document)),
                findings,
            )
            for indicator in category.indicators
            if indicator.id in answers.indicators
        )
        yield Part(category.ref, category.title, lines, category.does_not_show)


def _own_answer(document: Document, question: str) -> Iterator[Answer]:
    """The team's own answer to the question itself."""
    answer = document.answer(question)
    if answer and answer.text:
        yield in_words(gettext("Answer"), answer.text)


def _line(
    id: str, ref: str, title: str, answers: tuple[Answer, ...], findings: list[Finding]
) -> Line:
    """A line with the findings that rest on its place of the source.

    One that misses something stands only where the line shows that something is missing: a finding
    may rest on several places, of which the document answers some.
    """
    is_short = any(answer.standing == "open" or answer.lacking for answer in answers)
    findings_here = tuple(
        finding
        for finding in findings
        if any(place == ref or place.startswith(f"{ref}.") for place in finding.refs)
        and (is_short or finding.sort != "not-said")
    )
    return Line(id, ref, title, answers, findings_here)
