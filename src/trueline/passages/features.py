"""A sentence in numbers, from which a ranking is learned.

Terms of five kinds: words and pairs of them, letters in threes to fives, stems and pairs of them,
forms (function words, capitals, endings, figures), and how the sentence opens and closes. Beside them
the terms of the sentences around, where one stands, what it looks like, the signs of the questions,
and what it scores without labels. Each is a column of its own, so that a weight says what it gave.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from trueline.passages.scoring import Scorer, contrasted, with_neighbours
from trueline.passages.words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

Document = Sequence[str]
"""The sentences of a document, in order."""

FEWEST_DOCUMENTS = 2
"""A term counts where so many documents hold it, so that names of one of them are not learned."""
NEXT = ((-1, 0.5), (1, 0.5), (-2, 0.3), (2, 0.3))
"""The part that the words of each sentence next to one have."""
BEFORE, AFTER, FADING, REACH = 0.55, 0.39, 0.8, 8
"""The part of the stems before and after, how they fade with distance, and how far they reach."""
PLACES, SIGNS, SIGNS_NEXT = 0.25, 0.3, 0.15

_YEAR, _FIGURE = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\d[\d,.]*")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FUNCTION_WORDS = frozenset(
    [
        *("we", "our", "us", "it", "its", "they", "their", "this", "that", "these", "those"),
        *("the", "a", "an", "any", "all", "no", "not", "such", "which", "as", "if", "and", "or"),
        *("of", "to", "in", "for", "on", "by", "with", "at", "from", "through", "during", "into"),
        *("is", "are", "was", "were", "be", "been", "have", "has", "had"),
        *("will", "would", "can", "may", "must", "should"),
    ]
)


class TextFeatures:
    """The columns that documents gave, and the rows of sentences in them."""

    def __init__(self, scorer: Scorer) -> None:
        self.scorer = scorer

    def fit(self, documents: Sequence[Document]) -> TextFeatures:
        """Take the terms that several of the documents hold, and how rare each is."""
        self._words = Terms(_split(analyzer="word", ngram_range=(1, 2))).fit(documents)
        self._stems = Terms(words_of).fit(documents)
        self._others = [
            (1.0, Terms(_split(analyzer="char_wb", ngram_range=(3, 5))).fit(documents)),
            (1.0, Terms(pairs_of_stems).fit(documents)),
            (0.7, Terms(_forms, as_written=True).fit(documents)),
            (0.7, Terms(_ends).fit(documents)),
        ]
        return self

    def transform(self, documents: Sequence[Document]) -> Any:
        """A row for each sentence of all documents."""
        from scipy.sparse import csr_matrix, hstack

        sentences = [sentence for document in documents for sentence in document]
        sizes = [len(document) for document in documents]
        words, stems = self._words.transform(sentences), self._stems.transform(sentences)
        signs = csr_matrix(self.scorer.which_signs(sentences))
        return hstack(
            [
                words,
                *(part * terms.transform(sentences) for part, terms in self._others),
                *(part * shifted(words, sizes, by) for by, part in NEXT),
                BEFORE * _decayed(stems, sizes, -1),
                AFTER * _decayed(stems, sizes, 1),
                PLACES * csr_matrix(self.places(documents)),
                SIGNS * signs,
                *(SIGNS_NEXT * shifted(signs, sizes, by) for by in (-1, 1)),
            ]
        ).tocsr()

    def places(self, documents: Sequence[Document]) -> Matrix:
        """Where each sentence stands, what it looks like, and what it scores without labels."""
        import numpy

        return numpy.vstack([self._places(document) for document in documents])

    def _places(self, document: Document) -> Matrix:
        import numpy

        size = len(document)
        place = numpy.arange(size)
        shapes = numpy.array([_shape(sentence) for sentence in document], dtype=float)
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
                shapes,
                scores,
                with_neighbours(scores),
                *(shifted(scores, [size], by) for by in (-1, 1)),
            ]
        )


class Terms:
    """Terms of one kind, weighed by how rare they are."""

    def __init__(self, split: Callable[[str], list[str]], *, as_written: bool = False) -> None:
        self._split = split
        self._read = _unchanged if as_written else without_figures

    def fit(self, documents: Sequence[Document]) -> Terms:
        from sklearn.feature_extraction.text import TfidfVectorizer

        terms = [[self._split(self._read(each)) for each in document] for document in documents]
        met = Counter(term for document in terms for term in {t for each in document for t in each})
        vocabulary = sorted(term for term, count in met.items() if count >= FEWEST_DOCUMENTS)
        self._vectorizer = TfidfVectorizer(
            analyzer=_unchanged, lowercase=False, vocabulary=vocabulary or [""], sublinear_tf=True
        ).fit([each for document in terms for each in document])
        return self

    def transform(self, sentences: Sequence[str]) -> Any:
        return self._vectorizer.transform([self._split(self._read(each)) for each in sentences])


def without_figures(sentence: str) -> str:
    """A sentence with the same word for every year, and another for every other figure."""
    return _FIGURE.sub(" nn ", _YEAR.sub(" yyyy ", sentence))


def shifted(rows: Any, sizes: Sequence[int], by: int) -> Any:
    """Each row with what stands `by` rows further on in its place; nothing beyond a document's ends."""
    import numpy
    from scipy.sparse import diags_array

    size = numpy.repeat(sizes, sizes)
    place = numpy.concatenate([numpy.arange(each) for each in sizes])
    inside = (place + by >= 0) & (place + by < size)
    there = numpy.where(inside, numpy.arange(len(place)) + by, 0)
    return diags_array(inside.astype(float)) @ rows[there]


def _decayed(rows: Any, sizes: Sequence[int], step: int) -> Any:
    """The rows before or after each, weighed by distance, each sum of length one."""
    from sklearn.preprocessing import normalize

    around = shifted(rows, sizes, step)
    for distance in range(2, REACH + 1):
        around = around + FADING ** (distance - 1) * shifted(rows, sizes, step * distance)
    return normalize(around)


def _shape(sentence: str) -> list[float]:
    return [
        min(len(sentence.split()), 60) / 30,
        sentence.isupper(),
        sentence.endswith(":"),
        5 * sum(sign.isdigit() for sign in sentence) / max(1, len(sentence)),
        sentence.endswith("?"),
    ]


def _split(**options: Any) -> Callable[[str], list[str]]:
    from sklearn.feature_extraction.text import CountVectorizer

    split: Callable[[str], list[str]] = CountVectorizer(**options).build_analyzer()
    return split


def _unchanged(value: Any) -> Any:
    return value


def pairs_of_stems(sentence: str) -> list[str]:
    """Stems, those that follow each other, and those with one between."""
    stems = words_of(sentence)
    apart = zip(stems, stems[2:], strict=False)
    return [*stems, *map(" ".join, pairwise(stems)), *map(" _ ".join, apart)]


def _forms(sentence: str) -> list[str]:
    """How a sentence is built rather than what it names: one to three forms in a row."""
    forms = ["^", *map(_form, _TOKEN.findall(sentence)), "$"]
    return [
        " ".join(forms[start : start + size])
        for size in (1, 2, 3)
        for start in range(len(forms) - size + 1)
    ]


def _form(token: str) -> str:
    word = token.lower()
    if word in _FUNCTION_WORDS:
        return word
    if token.isdigit():
        return "yyyy" if len(token) == 4 else "nn"
    if not token[0].isalpha():
        return token
    if token[0].isupper():
        return "AA" if token.isupper() and len(token) > 1 else "Aa"
    return next((f"-{end}" for end in ("ed", "ing", "s") if word.endswith(end)), "a")


def _ends(sentence: str) -> list[str]:
    """How a sentence opens, in one to three words and in any of five, and its last two words."""
    words = re.findall(r"\w+", sentence.lower())
    opening = [f"^ {' '.join(words[:size])}" for size in (1, 2, 3)]
    return [*opening, *(f"^^ {each}" for each in words[:5]), *(f"$ {each}" for each in words[-2:])]
