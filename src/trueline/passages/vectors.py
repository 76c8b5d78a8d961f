"""Sentences as dense vectors, in which sentences of the same meaning lie close to each other.

By themselves they rank less well than words do. But they err elsewhere, so that both together rank
better: they know words that were never marked by those that are used as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from trueline.passages.features import Document, Terms, TextFeatures, pairs_of_stems, shifted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

DIMENSIONS = 200
NEXT = ((-1, 0.2), (1, 0.2), (-2, 0.1), (2, 0.1))
"""The part that the vectors of each sentence next to one have."""
PLACES, FARTHEST = 0.06, 4.0
"""How much where a sentence stands counts beside its vector, and the bound of each such feature."""
WIDTH, PENALTY = 0.9, 0.4
"""How fast likeness falls with distance, and how much large weights cost (scikit-learn's gamma, alpha)."""
MOST = 6_000
"""So many sentences are learned from at most: memory grows by their square."""


class Encoder(Protocol):
    """Gives sentences their vectors, each of length one."""

    name: str
    part: float
    """How much of a learned ranking comes from the vectors."""

    def fit(self, documents: Sequence[Document]) -> Encoder:
        """Take from marked documents what it needs, if anything."""

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """A row for each sentence."""


class LatentSemanticAnalysis:
    """Vectors from which terms the documents use together (Deerwester and others 1990)."""

    name = "latent semantic analysis"
    part = 0.3

    def fit(self, documents: Sequence[Document]) -> LatentSemanticAnalysis:
        from sklearn.decomposition import TruncatedSVD

        self._terms = Terms(pairs_of_stems).fit(documents)
        rows = self._terms.transform([sentence for document in documents for sentence in document])
        dimensions = min(DIMENSIONS, *(size - 1 for size in rows.shape))
        self._svd = TruncatedSVD(max(dimensions, 1), random_state=0).fit(rows)
        return self

    def encode(self, sentences: Sequence[str]) -> Matrix:
        return _of_length_one(self._svd.transform(self._terms.transform(sentences)))


class VectorRegression:
    """Kernel ridge regression of marks on the vectors of a sentence and those next to it."""

    def __init__(self, encoder: Encoder, text: TextFeatures) -> None:
        self.encoder = encoder
        self._text = text

    def fit(self, documents: Sequence[Document], labels: Matrix) -> VectorRegression:
        import numpy
        from sklearn.kernel_ridge import KernelRidge

        self.encoder.fit(documents)
        vectors, places = self._vectors(documents), self._text.places(documents)
        self._mean = vectors.mean(axis=0)
        self._place_mean, self._place_spread = places.mean(axis=0), places.std(axis=0) + 1e-6
        chosen = numpy.random.default_rng(0).permutation(len(labels))[:MOST]
        regression = KernelRidge(kernel="rbf", gamma=WIDTH, alpha=PENALTY)
        self._regression = regression.fit(self._rows(vectors, places)[chosen], labels[chosen])
        return self

    def predict(self, documents: Sequence[Document]) -> Matrix:
        """A row for each sentence of all documents, a column for each question."""
        import numpy

        rows = self._rows(self._vectors(documents), self._text.places(documents))
        ends = numpy.cumsum([len(each) for each in documents])[:-1]
        return numpy.vstack([self._regression.predict(each) for each in numpy.split(rows, ends)])

    def _vectors(self, documents: Sequence[Document]) -> Matrix:
        vectors = self.encoder.encode([sentence for each in documents for sentence in each])
        sizes = [len(document) for document in documents]
        with_next: Matrix = vectors + sum(part * shifted(vectors, sizes, by) for by, part in NEXT)
        return with_next

    def _rows(self, vectors: Matrix, places: Matrix) -> Matrix:
        import numpy

        standard = (places - self._place_mean) / self._place_spread
        near = PLACES * numpy.clip(standard, -FARTHEST, FARTHEST)
        return numpy.hstack([_of_length_one(vectors - self._mean), near])


def _of_length_one(rows: Matrix) -> Matrix:
    from sklearn.preprocessing import normalize

    even: Matrix = normalize(rows)
    return even
