"""Adapts a ranking to the documents at hand, without a label (self-training).

The best few sentences for a question, among all documents of a round, share words that nobody
thought of beforehand. A regression that tells them from the rest finds others like them. It needs
several documents, and makes the ranking of one depend on the others: a round of proposals is
ranked so, a single document is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trueline.passages.learning import standardised
from trueline.passages.scoring import with_neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

BEST = 0.02
"""The part of all sentences that is taken to bear on a question, where nothing else is known."""
FEWEST = 20
PART, PART_WHERE_LEARNED = 0.45, 0.3
"""How much of the ranking comes from what was learned so, without labels and with them."""


def adapted(
    documents: Sequence[Sequence[str]], scores: Matrix, shares: Sequence[float] | None = None
) -> Matrix:
    """Scores, a row for each sentence of all documents, blended with what the best ones share.

    `shares`: how large a part of the sentences bears on each question, where that is known.
    Without at least 200 sentences, the scores as they are.
    """
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    sentences = [sentence for document in documents for sentence in document]
    if len(sentences) < 10 * FEWEST:
        return scores
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, max_features=40_000)
    features = words.fit_transform(sentences)
    learned = numpy.zeros_like(scores)
    for column in range(scores.shape[1]):
        share = shares[column] if shares else BEST
        best = numpy.argsort(-scores[:, column], kind="stable")[
            : max(FEWEST, int(share * len(sentences)))
        ]
        taken = numpy.zeros(len(sentences))
        taken[best] = 1
        regression = LogisticRegression(C=1, solver="liblinear", class_weight="balanced")
        learned[:, column] = regression.fit(features, taken).decision_function(features)
    start = 0
    for document in documents:
        end = start + len(document)
        learned[start:end] = with_neighbours(learned[start:end], 0.5)
        start = end
    part = PART_WHERE_LEARNED if shares else PART
    return (1 - part) * standardised(scores) + part * standardised(learned)
