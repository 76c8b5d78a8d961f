"""The passages of a document that bear on each question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trueline.passages.languages import COVERED, language_of
from trueline.passages.questions import Question
from trueline.passages.scoring import Reason, Scorer
from trueline.passages.stance import Stance, stance
from trueline.passages.text import DocumentText, Role, Sentence

TOP = 3
ENOUGH = 0.35
"""From this score on a passage is shown: about a third of what an example of the question scores."""
_SOURCE = re.compile(r"https?://|www\.|\b(?:accessed|consulté le|consultado el)\b", re.IGNORECASE)
SHORTEST = 4
"""Fewer words than these are a heading or a label, and no passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as it stands in the document, for one question."""

    sentence: Sentence
    score: float
    stance: Stance
    language: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What a document holds for a question. No passage does not mean that it is not addressed."""

    question: Question
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A document, read for questions."""

    document: DocumentText
    answers: tuple[Answer, ...]
    languages: tuple[str, ...]
    """The languages it is written in, the commonest first."""

    @property
    def not_covered(self) -> tuple[str, ...]:
        """Languages of it in which passages can't be looked for by what is known."""
        return tuple(each for each in self.languages if each not in COVERED)


def find_passages(
    document: DocumentText, scorer: Scorer, *, top: int = TOP, least: float = ENOUGH
) -> Read:
    """The best few sentences for each question, in the order of their scores.

    The same document and questions give the same passages, alone or among others.
    """
    sentences = document.sentences
    scores = scorer.score([each.text for each in sentences])
    candidates = [row for row, each in enumerate(sentences) if can_be_quoted(each)]
    answers = []
    for column, question in enumerate(scorer.questions):
        best = sorted(candidates, key=lambda row: (-scores[row, column], row))[:top]
        answers.append(
            Answer(
                question,
                tuple(
                    _passage(sentences[row], float(scores[row, column]), scorer, column)
                    for row in best
                    if scores[row, column] >= least
                ),
            )
        )
    return Read(document, tuple(answers), _languages(sentences))


def can_be_quoted(sentence: Sentence) -> bool:
    """Not headings, labels, and entries of a list of sources, which speak of other documents."""
    is_short = len(sentence.text.split()) < SHORTEST
    return not (sentence.role is Role.HEADING or is_short or _SOURCE.search(sentence.text))


def _passage(sentence: Sentence, score: float, scorer: Scorer, column: int) -> Passage:
    return Passage(
        sentence,
        score,
        stance(sentence.text),
        language_of(sentence.text),
        scorer.reason(sentence.text, column),
    )


def _languages(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Languages of at least a tenth of the sentences whose language can be told."""
    counts: dict[str, int] = {}
    for each in sentences:
        if language := language_of(each.text):
            counts[language] = counts.get(language, 0) + 1
    counted = sum(counts.values())
    often = [language for language, count in counts.items() if count * 10 >= counted]
    return tuple(sorted(often, key=lambda language: -counts[language]))
