"""How much each sentence of a document bears on each question, without any label.

Two readings are fused: words that a sentence shares with what is known of a question (BM25), and
signs, patterns that were written for it. From both, what the sentence says for the other questions
is taken off, since a sentence that bears on everything tells of nothing; then it takes a part of
what stands around it. All numbers come from the questions, so that a document scores the same
alone and among others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, Any

from trueline.passages.questions import Question, Sign
from trueline.passages.signs import Signs
from trueline.passages.words import stems_of, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[Any]
    """A row for each sentence, a column for each question."""

K1, LENGTH, USUAL_LENGTH = 1.2, 0.5, 20
WORDS, CONTRAST, AROUND = 0.35, 0.3, 0.65
"""The part of words beside signs; of the other questions that is taken off; of the neighbours."""
DECAY = (1.0, 0.6, 0.36, 0.2)
BEST_OTHERS, PART_OF_OTHERS = 3, 0.27
"""The questions that a sentence is held against: so many at least, or this part of all. Among many
questions some are near to each other, and a sentence speaks to several."""


@dataclass(frozen=True)
class Reason:
    """Why a sentence was chosen for a question: words and signs, with what each gave."""

    words: tuple[tuple[str, float], ...]
    signs: tuple[tuple[int, int, float], ...]
    """Start and end within the sentence, and the weight: below 0 tells against the question."""


class Scorer:
    """Reads sentences for a set of questions. Made once, it serves any number of documents."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(questions)
        self._weights = _word_weights(self.questions)
        signs = [
            (sign.find, column, weight)
            for column, question in enumerate(self.questions)
            for sign, weight in _weighted(question)
        ]
        self._signs = Signs([find for find, _, _ in signs])
        self._columns = [(column, weight) for _, column, weight in signs]

    def score(self, sentences: Sequence[str]) -> Scores:
        """The scores of the sentences of one document, in their order."""
        return with_neighbours(contrasted(self.evidence(sentences)))

    def evidence(self, sentences: Sequence[str]) -> Scores:
        """The scores of each sentence by itself, in one unit for all questions."""
        from_words = self.by_words(sentences) / self._word_unit
        from_signs = self.by_signs(sentences) / self._sign_unit
        return self._part_of_words * from_words + (1 - self._part_of_words) * from_signs

    @cached_property
    def _part_of_words(self) -> Scores:
        """How much words count beside signs: all, for a question without signs."""
        import numpy

        return numpy.array([[WORDS if each.signs else 1.0 for each in self.questions]])

    def by_words(self, sentences: Sequence[str]) -> Scores:
        """BM25 of each sentence against what is known of each question."""
        import numpy

        scores = numpy.zeros((len(sentences), len(self.questions)))
        for row, sentence in enumerate(sentences):
            words = words_of(sentence)
            bound = K1 * (1 - LENGTH + LENGTH * len(words) / USUAL_LENGTH)
            for word, count in Counter(words).items():
                if word in self._weights:
                    scores[row] += self._weights[word] * (count * (K1 + 1) / (count + bound))
        return scores

    def by_signs(self, sentences: Sequence[str]) -> Scores:
        """The weights of the signs that stand in each sentence, added up."""
        import numpy

        scores = numpy.zeros((len(sentences), len(self.questions)))
        for row, sentence in enumerate(sentences):
            for number in self._signs.in_sentence(sentence):
                column, weight = self._columns[number]
                scores[row, column] += weight
        return scores

    def which_signs(self, sentences: Sequence[str]) -> Scores:
        """1 for each sign that stands in a sentence: a row for each sentence, a column for each."""
        import numpy

        signs = numpy.zeros((len(sentences), len(self._columns)))
        for row, sentence in enumerate(sentences):
            signs[row, list(self._signs.in_sentence(sentence))] = 1
        return signs

    def reason(self, sentence: str, question: int) -> Reason:
        """The words and signs of a sentence for and against a question, the strongest first."""
        gains: dict[str, float] = {}
        words_for: dict[str, str] = {}
        for stem, word in stems_of(sentence):
            if stem in self._weights and (gain := float(self._weights[stem][question])):
                shown = words_for.setdefault(stem, word)
                gains[shown] = gains.get(shown, 0.0) + gain
        words = sorted(gains.items(), key=lambda each: -each[1])[:6]
        signs = []
        for number, (column, weight) in enumerate(self._columns):
            if column == question and (place := self._signs.place(number, sentence)):
                signs.append((*place, weight))
        return Reason(tuple(words), tuple(sorted(signs, key=lambda s: -abs(s[2]))))

    @cached_property
    def _word_unit(self) -> Scores:
        """What an example of a question scores for it: the unit in which words are counted."""
        return self._unit(self.by_words, 1.0)

    @cached_property
    def _sign_unit(self) -> Scores:
        return self._unit(self.by_signs, 1.0)

    def _unit(self, by: Any, least: float) -> Scores:
        import numpy

        units = numpy.full((1, len(self.questions)), least)
        for column, question in enumerate(self.questions):
            texts = question.examples or question.texts
            mean = float(by(texts)[:, column].mean())
            units[0, column] = max(mean, least)
        return units


def contrasted(scores: Scores) -> Scores:
    """Scores with a part of each sentence's best few taken off."""
    import numpy

    questions = scores.shape[1]
    if questions <= BEST_OTHERS:
        return scores
    others = max(BEST_OTHERS, round(PART_OF_OTHERS * questions))
    best = numpy.sort(scores, axis=1)[:, -others:].mean(axis=1, keepdims=True)
    contrasted_scores: Scores = scores - CONTRAST * best
    return contrasted_scores


def with_neighbours(scores: Scores, part: float = AROUND) -> Scores:
    """Scores blended with those of the sentences around, the nearer the more."""
    import numpy

    blended = scores.copy()
    weights = numpy.ones((len(scores), 1))
    for distance, weight in enumerate(DECAY[1:], 1):
        if len(scores) > distance:
            blended[distance:] += weight * scores[:-distance]
            blended[:-distance] += weight * scores[distance:]
            weights[distance:] += weight
            weights[:-distance] += weight
    around: Scores = (1 - part) * scores + part * blended / weights
    return around


def _word_weights(questions: Sequence[Question]) -> dict[str, Scores]:
    """For each word, what it tells of each question: rarer among all texts, more."""
    import numpy

    texts = [[words_of(text) for text in question.texts] for question in questions]
    total = sum(map(len, texts))
    seen = Counter(word for each in texts for words in each for word in set(words))
    weights: dict[str, Scores] = {}
    for column, of_question in enumerate(texts):
        times = Counter(word for words in of_question for word in set(words))
        for word, count in times.items():
            rarity = log(1 + (total - seen[word] + 0.5) / (seen[word] + 0.5))
            row = weights.setdefault(word, numpy.zeros(len(questions)))
            row[column] = min(count, 3) * rarity
    return weights


def _weighted(question: Question) -> list[tuple[Sign, float]]:
    for_it = [(sign, sign.weight) for sign in question.signs]
    return for_it + [(sign, -sign.weight) for sign in question.against]
