"""Open questions of a document: to be discussed in a meeting, with room for minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from trueline.document import NextStep
from trueline.language import day, gettext, joined, noting_untranslated
from trueline.language.terms import STANCE
from trueline.reports.labels import element_label
from trueline.reports.layout.blocks import Block, Document, Missing, Prose, Section, Table
from trueline.reports.layout.lines import languages_of
from trueline.reports.review.notes import MarginNotes, MarginTopic
from trueline.reports.review.reviewed import Reviewed
from trueline.reports.review.wording import sources_line

UNSETTLED = ("not-known", "not-addressed", "partly")
"""Answers that leave their question open."""


@dataclass(frozen=True)
class Unsettled:
    """A question of the toolkit that is answered, and not settled by that."""

    question: str
    stance: str
    text: str


@dataclass(frozen=True)
class OpenQuestions:
    """The three sorts of what is open, of one review."""

    review: Reviewed

    @cached_property
    def topics(self) -> tuple[MarginTopic, ...]:
        """Topics that the review asks about and calls no fault, the same question once with its places."""
        return MarginNotes(self.review).open

    @property
    def answers(self) -> Iterator[Unsettled]:
        """Answers by which a question is not settled."""
        document, toolkit = self.review.document, self.review.toolkit
        for answer in document.answers:
            if answer.stance in UNSETTLED:
                question = element_label(document, answer, toolkit)
                yield Unsettled(question, STANCE.label(answer.stance), answer.text)

    @property
    def steps(self) -> list[NextStep]:
        """Steps that were decided on and are not done, by day; those without a day come last."""
        undone = [step for step in self.review.document.next_steps if not step.done]
        return sorted(undone, key=lambda step: step.due or date.max)

    @property
    def any(self) -> bool:
        """Whether anything is open."""
        return bool(self.topics or self.steps or next(self.answers, None))


def open_questions_document(review: Reviewed) -> Document:
    """The same to print and to write on."""
    with noting_untranslated() as noted:
        sections = (Section(gettext("Open questions"), tuple(_blocks(OpenQuestions(review)))),)
    return Document(
        title=gettext("Open questions: {title}", title=review.title),
        running=review.title,
        kind=gettext("Open questions"),
        sections=sections,
        contents=False,
        on=review.on,
        languages=languages_of(review.document, noted),
    )


def _blocks(questions: OpenQuestions) -> Iterator[Block]:
    if not questions.any:
        yield Missing(gettext("Nothing is open."))
        return
    yield Prose(
        gettext(
            "None of these is a fault. Each is a question to settle, with room for what is said."
        ),
        "lead",
    )
    if rows := tuple(_row(topic) for topic in questions.topics):
        head = (gettext("What the review asks"), gettext("Where"), gettext("What was said"))
        yield Table(head, rows, (5, 3, 4))
    if rows := tuple(
        (each.question, " ".join(filter(None, (f"{each.stance}.", each.text))), "")
        for each in questions.answers
    ):
        head = (
            gettext("Questions of the toolkit"),
            gettext("Answer so far"),
            gettext("What was said"),
        )
        yield Table(head, rows, (5, 3, 4))
    if rows := tuple(
        (step.step, step.owner, day(step.due) if step.due else "") for step in questions.steps
    ):
        head = (gettext("Decided and not done"), gettext("Who"), gettext("By"))
        yield Table(head, rows, (6, 3, 3))


def _row(topic: MarginTopic) -> tuple[str, str, str]:
    finding = topic.finding
    sources = sources_line(finding.refs)
    return (
        "\n".join(filter(None, (finding.message, finding.next_step, sources))),
        joined(topic.places),
        "",
    )
