"""What a sentence becomes before a ranking is learned from it."""

import numpy
import pytest

from trueline.passages.features import TextFeatures, shifted, without_figures
from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer

SCORER = Scorer([Question(id="training", text="Who is trained?")])
DOCUMENTS = [
    ["Nurses were trained in 2021.", "Rain fell.", "It costs 300 euros."],
    ["Nurses were trained in 2023.", "The road is long.", "It costs 45.50 euros."],
]


@pytest.fixture(scope="module")
def features():
    return TextFeatures(SCORER).fit(DOCUMENTS)


def same(one, other) -> bool:
    return bool(numpy.allclose(one.toarray(), other.toarray()))


class TestTerms:
    def test_what_one_document_alone_holds_is_no_term(self, features):
        """Neither its letters nor its stems: a name in a single document teaches nothing."""
        before = features.transform([["Nurses were trained.", "Zqxvkj"]])
        assert same(before, features.transform([["Nurses were trained.", "Wkjqzx"]]))

    def test_what_several_documents_hold_is_one(self, features):
        assert not same(features.transform([["Nurses"]]), features.transform([["Zqxvkj"]]))

    def test_figures_are_alike_and_years_are_none_of_them(self):
        assert without_figures("300 of 1,200") == without_figures("45.5 of 7")
        assert without_figures("in 2021") == without_figures("in 1999") != without_figures("in 300")


class TestPlaces:
    def test_a_document_reads_the_same_alone_and_among_others(self, features):
        together = features.transform(DOCUMENTS)[3:]
        assert same(together, features.transform(DOCUMENTS[1:]))

    def test_sentences_around_count(self, features):
        first = features.transform([["It costs euros.", "Nurses were trained."]])[:1]
        assert not same(first, features.transform([["It costs euros.", "Zqxvkj wkjqzx zzz."]])[:1])

    def test_nothing_moves_beyond_the_ends_of_a_document(self):
        rows = numpy.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
        assert shifted(rows, [2, 3], -1)[:, 0].tolist() == [0, 1, 0, 3, 4]
        assert shifted(rows, [2, 3], 2)[:, 0].tolist() == [0, 0, 5, 0, 0]
        assert not shifted(rows, [2, 3], 4).any()
