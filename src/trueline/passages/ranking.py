"""The ways to rank the sentences of several documents, with and without labels.

Each gives a row for each sentence of all documents and a column for each question.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trueline.passages.adapting import adapted
from trueline.passages.evaluation import Labelled, folds
from trueline.passages.learning import LearnedRanker, standardised
from trueline.passages.scoring import Scorer, with_neighbours
from trueline.passages.taught import Judgement, TaughtScorer, sums_of
from trueline.passages.vectors import Encoder, LatentSemanticAnalysis

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

Documents = Sequence[Sequence[str]]
OF_OTHERS = 0.6
"""How much is taken off where learned rankings of the other questions claim a sentence."""


def without_labels(scorer: Scorer, documents: Documents) -> Matrix:
    """By what is known of the questions, and what the documents at hand teach of themselves."""
    return adapted(documents, _scored(scorer, documents))


def learned(
    scorer: Scorer, training: Labelled, documents: Documents, encoder: Encoder | None = None
) -> Matrix:
    """By what was marked in other documents."""
    import numpy

    ranker = LearnedRanker(scorer, encoder or LatentSemanticAnalysis()).fit(
        training.documents, training.labels
    )
    scores = ranker.score(documents)
    shares = ranker.predict_proba(documents).mean(axis=0)
    blended = adapted(documents, scores, shares.tolist())
    is_learned = training.labels.sum(axis=0) > 0
    return numpy.where(is_learned, blended, standardised(without_labels(scorer, documents)))


def without_own_labels(scorer: Scorer, training: Labelled, documents: Documents) -> Matrix:
    """Each question as if nobody had marked it: what others claim with good reason is not its own."""
    import numpy

    ranker = LearnedRanker(scorer).fit(training.documents, training.labels)
    claims = ranker.predict_proba(documents)
    scores = standardised(_scored(scorer, documents))
    for column in range(scores.shape[1]):
        others = numpy.delete(claims, column, axis=1).max(axis=1, keepdims=True)
        scores[:, column] -= OF_OTHERS * _around(documents, others)[:, 0]
    return adapted(documents, scores)


def in_folds(
    scorer: Scorer, marked: Labelled, count: int, encoder: Encoder | None = None
) -> Matrix:
    """Each part of the documents by what was marked in the others."""
    import numpy

    scores = numpy.zeros(marked.labels.shape)
    ends = numpy.cumsum([len(each) for each in marked.documents]).tolist()
    rows = [range(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    for part in folds(len(marked.documents), count):
        others = [number for number in range(len(rows)) if number not in part]
        held = [row for number in part for row in rows[number]]
        documents = [marked.documents[number] for number in part]
        scores[held] = (
            LearnedRanker(scorer, encoder or LatentSemanticAnalysis())
            .fit(marked.only(others).documents, marked.only(others).labels)
            .score(documents)
        )
    return scores


def by_clicks(scorer: Scorer, marked: Labelled, count: int) -> Matrix:
    """As in an organisation whose readers judged so many passages of each question, from the top down."""
    import numpy

    scores = _scored(scorer, marked.documents)
    passages = [
        (name, sentence)
        for name, document in zip(marked.names, marked.documents, strict=True)
        for sentence in document
    ]
    judgements = [
        Judgement(question.id, passage, name, bool(marked.labels[row, column]))
        for column, question in enumerate(scorer.questions)
        for row in numpy.argsort(-scores[:, column], kind="stable")[:count]
        for name, passage in [passages[row]]
    ]
    return _scored(TaughtScorer(scorer.questions, sums_of(judgements)), marked.documents)


def _scored(scorer: Scorer, documents: Documents) -> Matrix:
    import numpy

    return numpy.vstack([scorer.score(document) for document in documents])


def _around(documents: Documents, scores: Matrix, part: float = 0.3) -> Matrix:
    """Scores blended with those around, within each document."""
    import numpy

    ends = numpy.cumsum([len(each) for each in documents])[:-1]
    return numpy.vstack([with_neighbours(each, part) for each in numpy.split(scores, ends)])
