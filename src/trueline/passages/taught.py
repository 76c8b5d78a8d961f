"""What readers' answers teach a ranking, in sums over words of several documents.

Nothing is kept that tells of one passage, nor of one document: a word counts where passages of three
documents hold it. Its weight is that of naive Bayes: how much more often it stands in passages that
were taken for a question than in those that were refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer
from trueline.passages.words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

FEWEST = 3
"""Documents in which a word has to be met."""
MOST = 200
"""Words that are kept of one question, those met in most documents first."""
PART = 0.1
"""How much the weight of a word moves a score: less than any sign that was written for a question."""
PRIOR = 0.5
"""What is added to each count, so that no word decides alone (Jeffreys)."""
EVERY = ""
"""Stands for a word that every passage holds: its sums are those of all passages."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A passage that a reader took for a question, or refused."""

    question: str
    passage: str
    document: str
    taken: bool


@dataclass(frozen=True, slots=True)
class TermSums:
    """How many passages with a word were taken and refused, and how many documents they are of."""

    taken: int
    refused: int
    documents: int


Sums = Mapping[str, Mapping[str, TermSums]]
"""By question and word."""


def sums_of(judgements: Iterable[Judgement]) -> Sums:
    """Sums up judgements, leaving out words of too few documents."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for judgement in judgements:
        for word in {EVERY, *words_of(judgement.passage)}:
            counts[judgement.question, word][not judgement.taken] += 1
            documents[judgement.question, word].add(judgement.document)
    by_question: dict[str, dict[str, TermSums]] = defaultdict(dict)
    for (question, word), (taken, refused) in counts.items():
        met = len(documents[question, word])
        if met >= FEWEST:
            by_question[question][word] = TermSums(taken, refused, met)
    return {
        question: dict(sorted(terms.items(), key=lambda term: (-term[1].documents, term[0]))[:MOST])
        for question, terms in by_question.items()
    }


class TaughtScorer(Scorer):
    """The ranking by what is known of the questions, moved by what readers' answers taught."""

    def __init__(self, questions: Sequence[Question], sums: Sums) -> None:
        super().__init__(questions)
        self._taught: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for column, question in enumerate(self.questions):
            for word, weight in _weights(sums.get(question.id, {})):
                self._taught[word].append((column, weight))

    def evidence(self, sentences: Sequence[str]) -> Matrix:
        """The same as without readers' answers, with the weights of its words added."""
        scores = super().evidence(sentences)
        for row, sentence in enumerate(sentences):
            for word in self._taught.keys() & set(words_of(sentence)):
                for column, weight in self._taught[word]:
                    scores[row, column] += PART * weight
        return scores


def _weights(terms: Mapping[str, TermSums]) -> Iterable[tuple[str, float]]:
    if EVERY not in terms:
        return
    of_all = terms[EVERY]
    base = log((of_all.taken + 2 * PRIOR) / (of_all.refused + 2 * PRIOR))
    for word, sums in terms.items():
        if word != EVERY:
            yield word, log((sums.taken + PRIOR) / (sums.refused + PRIOR)) - base
