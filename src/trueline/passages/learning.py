"""A ranking learned from what readers marked.

Two linear models for each question, both from scikit-learn. The first, a support vector machine, reads
a sentence (see `features`); what it says is blended with what it says of the sentences around. The
second, a logistic regression, reads what the first said of documents that it had not seen, for all
questions, and where in a document a sentence stands: it counts the less, the more was marked. What both
say is blended with a regression on vectors of the sentences (see `vectors`).

It holds vectors of marked sentences while it is used, and is not made to be kept: see `taught`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trueline.passages.features import Document, TextFeatures, shifted
from trueline.passages.scoring import Scorer, contrasted, with_neighbours
from trueline.passages.vectors import Encoder, LatentSemanticAnalysis, VectorRegression

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

FEWEST = 3
"""So many sentences at least must be marked for a question before anything is learned for it."""
SVM_C, REGRESSION_C = 0.1, 0.02
"""How freely each model fits (scikit-learn's C)."""
AROUND = 0.25
"""The part of a score that comes from the sentences around."""
SECOND_AT_MOST, HALVED_AT = 0.6, 50
"""The part of the second model where nothing is marked, and the marks that halve it."""
NONE_LEARNED = -2.0
FOLDS = 4
NEXT = (-3, -2, -1, 1, 2, 3)


@dataclass
class LearnedRanker:
    """Learns from marked documents, and ranks the sentences of others."""

    scorer: Scorer
    encoder: Encoder = field(default_factory=LatentSemanticAnalysis)

    def fit(self, documents: Sequence[Document], labels: Matrix) -> LearnedRanker:
        """Learn from documents and a row of 0 and 1 for each of their sentences, in order."""
        import numpy

        self._text = TextFeatures(self.scorer).fit(documents)
        features = self._text.transform(documents)
        number = numpy.repeat(numpy.arange(len(documents)), [len(each) for each in documents])
        out_of_fold = numpy.full(labels.shape, NONE_LEARNED)
        for fold in range(FOLDS):
            held = number % FOLDS == fold
            if held.any() and not held.all():
                out_of_fold[held] = _decision_function(
                    _fit_svms(features[~held], labels[~held]), features[held]
                )
        self._svms = _fit_svms(features, labels)
        self._calibrators = _fit_calibrators(out_of_fold, labels)
        context = self._context(documents, out_of_fold)
        self._mean, self._deviation = context.mean(axis=0), context.std(axis=0) + 1e-6
        self._regressions = _fit_regressions(self._standard(context), labels)
        self._by_vectors = VectorRegression(self.encoder, self._text).fit(documents, labels)
        self._part = SECOND_AT_MOST * HALVED_AT / (HALVED_AT + labels.sum(axis=0))
        return self

    def score(self, documents: Sequence[Document]) -> Matrix:
        """A row for each sentence of all documents, a column for each question."""
        first = self._decisions(documents)
        second = _decision_function(
            self._regressions, self._standard(self._context(documents, first))
        )
        around = _with_neighbours(documents, first)
        scores = (1 - self._part) * standardised(around) + self._part * standardised(second)
        by_vectors = _with_neighbours(documents, self._by_vectors.predict(documents))
        part = self.encoder.part
        ranked: Matrix = (1 - part) * standardised(scores) + part * standardised(by_vectors)
        return ranked

    def predict_proba(self, documents: Sequence[Document]) -> Matrix:
        """How likely each sentence by itself bears on each question; 0 where nothing was learned."""
        import numpy

        decisions = self._decisions(documents)
        return numpy.column_stack(
            [
                numpy.zeros(len(decisions))
                if model is None
                else model.predict_proba(decisions[:, [column]])[:, 1]
                for column, model in enumerate(self._calibrators)
            ]
        )

    def _decisions(self, documents: Sequence[Document]) -> Matrix:
        return _decision_function(self._svms, self._text.transform(documents))

    def _standard(self, context: Matrix) -> Matrix:
        standard: Matrix = (context - self._mean) / self._deviation
        return standard

    def _context(self, documents: Sequence[Document], decisions: Matrix) -> Matrix:
        """Decisions on each sentence and those around, what is known of it, and where it stands."""
        import numpy

        rows, start = [], 0
        for document in documents:
            size = len(document)
            own = decisions[start : start + size]
            start += size
            place = numpy.arange(size)
            where = [
                place / size,
                numpy.minimum(place, 20) / 20,
                numpy.minimum(size - 1 - place, 20) / 20,
            ]
            evidence = contrasted(self.scorer.evidence(document))
            rows.append(
                numpy.hstack(
                    [
                        own,
                        *(shifted(own, [size], by) for by in NEXT),
                        with_neighbours(own, 1.0),
                        numpy.repeat(own.max(axis=0, keepdims=True), size, axis=0),
                        evidence,
                        with_neighbours(evidence, 1.0),
                        numpy.column_stack(where),
                    ]
                )
            )
        return numpy.vstack(rows)


def standardised(scores: Matrix) -> Matrix:
    """Scores with the same mean and spread for each question."""
    even: Matrix = (scores - scores.mean(axis=0)) / (scores.std(axis=0) + 1e-9)
    return even


def _with_neighbours(documents: Sequence[Document], scores: Matrix) -> Matrix:
    import numpy

    ends = numpy.cumsum([len(each) for each in documents])[:-1]
    parts = numpy.split(standardised(scores), ends)
    return numpy.vstack([with_neighbours(each, AROUND) for each in parts])


def _fit_svms(features: Any, labels: Matrix) -> list[Any]:
    from sklearn.svm import LinearSVC

    return _fit_each(lambda: LinearSVC(C=SVM_C, random_state=0), features, labels)


def _fit_regressions(features: Any, labels: Matrix, strength: float = REGRESSION_C) -> list[Any]:
    from sklearn.linear_model import LogisticRegression

    return _fit_each(lambda: LogisticRegression(C=strength, solver="liblinear"), features, labels)


def _fit_calibrators(decisions: Matrix, labels: Matrix) -> list[Any]:
    """Turns decisions of the first model into probabilities (Platt 1999)."""
    return [
        _fit_regressions(decisions[:, [column]], labels[:, [column]], strength=100.0)[0]
        for column in range(labels.shape[1])
    ]


def _fit_each(kind: Callable[[], Any], features: Any, labels: Matrix) -> list[Any]:
    """A model for each question that was marked often enough, None for the others."""
    return [
        kind().fit(features, marked) if FEWEST <= marked.sum() < len(marked) else None
        for marked in labels.T
    ]


def _decision_function(models: Sequence[Any], features: Any) -> Matrix:
    import numpy

    return numpy.column_stack(
        [
            numpy.full(features.shape[0], NONE_LEARNED)
            if model is None
            else model.decision_function(features)
            for model in models
        ]
    )
