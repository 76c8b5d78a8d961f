"""Sentences as vectors, by the words that documents use together."""

from tests.passages.test_evaluation import QUESTIONS, marked
from trueline.passages import vectors
from trueline.passages.features import TextFeatures
from trueline.passages.scoring import Scorer
from trueline.passages.vectors import LatentSemanticAnalysis, VectorRegression


class TestLatentSemanticAnalysis:
    def test_words_that_documents_use_together_lie_close(self, monkeypatch):
        monkeypatch.setattr(vectors, "DIMENSIONS", 2)
        documents = [["a forger sells passports", "passports of a smuggler"]] * 3
        documents = [*documents, *[["rain fell today", "rain fell again"]] * 3]
        encoder = LatentSemanticAnalysis().fit(documents)
        forger, smuggler, rain = encoder.encode(["forger", "smuggler", "rain"])
        assert forger @ smuggler > 0.5 > abs(forger @ rain)

    def test_words_of_one_document_have_no_place(self):
        encoder = LatentSemanticAnalysis().fit([["rain fell", "zqxvkj"], ["rain fell", "sun"]])
        assert not encoder.encode(["zqxvkj"]).any()


class TestVectorRegression:
    def test_it_finds_what_was_marked_elsewhere(self):
        known, held = marked(20), marked(6)
        text = TextFeatures(Scorer(QUESTIONS)).fit(known.documents)
        regression = VectorRegression(LatentSemanticAnalysis(), text)
        found = regression.fit(known.documents, known.labels).predict(held.documents)
        assert found[held.labels == 1].min() > found[held.labels == 0].max()
