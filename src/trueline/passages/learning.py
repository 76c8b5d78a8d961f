"""A ranking learned from what readers marked.

Two logistic regressions for each question. The first reads a sentence: its words and pairs of
words, its letters in threes to fives, the words of the sentences around, the signs of the questions
and what they score without labels. The second reads what the first says of the sentences around,
and where in the document one stands. Their mean ranks best; both are from scikit-learn.

What is learned are weights of words that stand in several documents, never a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trueline.passages.scoring import Scorer, contrasted, with_neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

Document = Sequence[str]
"""The sentences of a document, in order."""

FEWEST = 3
"""So many sentences at least must be marked for a question before anything is learned for it."""
FIRST_STRENGTH, SECOND_STRENGTH = 6.0, 0.02
"""How freely each regression fits (scikit-learn's C)."""
NONE_LEARNED = -6.0
FOLDS = 4
AROUND = (-3, -2, -1, 1, 2, 3)


@dataclass
class LearnedRanker:
    """Learns from marked documents, and ranks the sentences of others."""

    scorer: Scorer

    def fit(self, documents: Sequence[Document], labels: Matrix) -> LearnedRanker:
        """Learn from documents and a row of 0 and 1 for each of their sentences, in order."""
        import numpy

        self._text = _TextFeatures(self.scorer).fit(documents)
        self._labels = labels
        features = self._text.of(documents)
        number = numpy.repeat(numpy.arange(len(documents)), [len(each) for each in documents])
        unseen = numpy.full(labels.shape, NONE_LEARNED)
        for fold in range(FOLDS):
            held = number % FOLDS == fold
            if held.any() and not held.all():
                models = _models(features[~held], labels[~held], FIRST_STRENGTH)
                unseen[held] = _decisions(models, features[held])
        self._first = _models(features, labels, FIRST_STRENGTH)
        context = self._context(documents, unseen)
        self._mean, self._deviation = context.mean(axis=0), context.std(axis=0) + 1e-6
        self._second = _models(self._standard(context), labels, SECOND_STRENGTH)
        return self

    def score(self, documents: Sequence[Document]) -> Matrix:
        """A row for each sentence of all documents, a column for each question."""
        first = self.of_sentences(documents)
        second = _decisions(self._second, self._standard(self._context(documents, first)))
        return (standardised(first) + standardised(second)) / 2

    def of_sentences(self, documents: Sequence[Document]) -> Matrix:
        """What the first regression says: the logit of a sentence bearing on each question."""
        return _decisions(self._first, self._text.of(documents))

    def _standard(self, context: Matrix) -> Matrix:
        standard: Matrix = (context - self._mean) / self._deviation
        return standard

    def _context(self, documents: Sequence[Document], logits: Matrix) -> Matrix:
        """What the first regression says of each sentence and those around, and where it stands."""
        import numpy

        rows, start = [], 0
        for document in documents:
            size = len(document)
            own = numpy.clip(logits[start : start + size], -8, 8)
            start += size
            place = numpy.arange(size)
            where = numpy.column_stack(
                [
                    place / size,
                    numpy.minimum(place, 20) / 20,
                    numpy.minimum(size - 1 - place, 20) / 20,
                ]
            )
            evidence = contrasted(self.scorer.evidence(document))
            rows.append(
                numpy.hstack(
                    [
                        own,
                        *(_moved(own, by) for by in AROUND),
                        with_neighbours(own, 1.0),
                        numpy.repeat(own.max(axis=0, keepdims=True), size, axis=0) / 2,
                        evidence,
                        with_neighbours(evidence, 1.0),
                        3 * where,
                    ]
                )
            )
        return numpy.vstack(rows)


class _TextFeatures:
    """A sentence in numbers, with a part of those around it."""

    def __init__(self, scorer: Scorer) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.scorer = scorer
        self._words = TfidfVectorizer(
            ngram_range=(1, 2), min_df=2, sublinear_tf=True, max_features=60_000
        )
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=80_000
        )

    def fit(self, documents: Sequence[Document]) -> _TextFeatures:
        sentences = [sentence for document in documents for sentence in document]
        self._words.fit(sentences)
        self._letters.fit(sentences)
        return self

    def of(self, documents: Sequence[Document]) -> Any:
        import numpy
        from scipy.sparse import csr_matrix, hstack

        sentences = [sentence for document in documents for sentence in document]
        sizes = [len(document) for document in documents]
        words, letters = self._words.transform(sentences), self._letters.transform(sentences)
        dense = numpy.vstack([self._dense(document) for document in documents])
        signs = csr_matrix(self.scorer.which_signs(sentences))
        around = [(-1, 0.5), (1, 0.5), (-2, 0.3), (2, 0.3)]
        return hstack(
            [
                words,
                letters,
                *(weight * _moved_in(words, sizes, by) for by, weight in around),
                0.25 * csr_matrix(dense),
                0.3 * signs,
                *(0.15 * _moved_in(signs, sizes, by) for by in (-1, 1)),
            ]
        ).tocsr()

    def _dense(self, document: Document) -> Matrix:
        """Where a sentence stands, what it looks like, and what it scores without labels."""
        import numpy

        size = len(document)
        place = numpy.arange(size)
        looks = numpy.array(
            [
                [
                    min(len(sentence.split()), 60) / 30,
                    sentence.isupper(),
                    sentence.endswith(":"),
                    5 * sum(sign.isdigit() for sign in sentence) / max(1, len(sentence)),
                    sentence.endswith("?"),
                ]
                for sentence in document
            ],
            dtype=float,
        )
        scores = contrasted(self.scorer.evidence(document))
        return numpy.hstack(
            [
                numpy.column_stack(
                    [
                        place / size,
                        numpy.minimum(place, 30) / 30,
                        numpy.minimum(size - 1 - place, 30) / 30,
                    ]
                ),
                looks,
                scores,
                with_neighbours(scores),
                _moved(scores, -1),
                _moved(scores, 1),
            ]
        )


def standardised(scores: Matrix) -> Matrix:
    """Scores with the same mean and spread for each question."""
    even: Matrix = (scores - scores.mean(axis=0)) / (scores.std(axis=0) + 1e-9)
    return even


def _models(features: Any, labels: Matrix, strength: float) -> list[Any]:
    """A regression for each question that was marked often enough, None for the others."""
    from sklearn.linear_model import LogisticRegression

    models = []
    for column in range(labels.shape[1]):
        marked = labels[:, column]
        is_enough = FEWEST <= marked.sum() < len(marked)
        regression = LogisticRegression(C=strength, solver="liblinear")
        models.append(regression.fit(features, marked) if is_enough else None)
    return models


def _decisions(models: Sequence[Any], features: Any) -> Matrix:
    import numpy

    return numpy.column_stack(
        [
            numpy.full(features.shape[0], NONE_LEARNED)
            if model is None
            else model.decision_function(features)
            for model in models
        ]
    )


def _moved(rows: Matrix, by: int) -> Matrix:
    """Each row with what stands `by` rows further on in its place; nothing beyond the ends."""
    import numpy

    moved = numpy.full_like(rows, 0.0)
    if by < 0 and len(rows) > -by:
        moved[-by:] = rows[:by]
    elif 0 < by < len(rows):
        moved[:-by] = rows[by:]
    return moved


def _moved_in(rows: Any, sizes: Sequence[int], by: int) -> Any:
    """The same within each document, of a sparse matrix."""
    import numpy
    from scipy.sparse import csr_matrix, vstack

    beyond, start, places = rows.shape[0], 0, []
    for size in sizes:
        own = numpy.arange(size) + by
        places.append(numpy.where((own >= 0) & (own < size), own + start, beyond))
        start += size
    padded = vstack([rows, csr_matrix((1, rows.shape[1]))]).tocsr()
    return padded[numpy.concatenate(places)]
