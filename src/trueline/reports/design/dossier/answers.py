"""Answers to the toolkit's questions, in its order, with each question in full."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Answer, Design
from trueline.language import gettext, gettext_noop
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.layout.blocks import Block, Facts, Heading, Missing, Prose, Section
from trueline.reports.values import Wording
from trueline.toolkit import Question, Toolkit

UNKNOWN = gettext_noop("Questions that this edition of the toolkit doesn’t have")


def answers(design: Design, wording: Wording) -> Section:
    """Question, stance, text, points covered and sources."""
    if not design.answers:
        return Section(
            gettext("Answers to the toolkit’s questions"),
            (nothing_yet(gettext("the questions that the toolkit asks")),),
            new_page=True,
        )
    blocks = tuple(_by_section(design, wording, wording.toolkit))
    return Section(gettext("Answers to the toolkit’s questions"), blocks, new_page=True)


def _by_section(design: Design, wording: Wording, toolkit: Toolkit) -> Iterator[Block]:
    for section in toolkit.sections:
        ids = [question.id for question in toolkit.questions(section.id)]
        here = [answer for answer in design.answers if answer.question in ids]
        if here:
            yield Heading(f"{section.number}  {section.title}")
            for key in dict.fromkeys(sorted((a.question for a in here), key=ids.index)):
                yield from _answers_to(key, [a for a in here if a.question == key], wording)
    unknown = [a for a in design.answers if not isinstance(toolkit.get(a.question), Question)]
    if unknown:
        yield Heading(gettext(UNKNOWN))
        for key in dict.fromkeys(answer.question for answer in unknown):
            yield from _answers_to(key, [a for a in unknown if a.question == key], wording)


def _answers_to(key: str, own_answers: list[Answer], wording: Wording) -> Iterator[Block]:
    """The question once, then each answer to it."""
    question = wording.toolkit.get(key)
    if isinstance(question, Question):
        yield Heading(question.title, 3, question.ref)
        yield Prose(question.text, "faint")
    else:
        yield Heading(key, 3)
    for answer in own_answers:
        yield _answer(answer, wording, question)


def _answer(answer: Answer, wording: Wording, question: object) -> Block:
    rows = [*wording.filled(answer, without=("question", "points", "text"))]
    if answer.text:
        rows.append((Answer.field_title("text"), answer.text))
    if points := _points(answer, question):
        rows.append((Answer.field_title("points"), points))
    return Facts(tuple(rows)) if rows else Missing(gettext("No answer yet."))


def _points(answer: Answer, question: object) -> str:
    texts = {p.id: p.text for p in question.points} if isinstance(question, Question) else {}
    return "\n".join(texts.get(point, point) for point in answer.points)
