"""The ranking for the toolkit's own questions, against what two readers marked in real reports."""

import pytest

from benchmarks.marked import DOCUMENTS, READERS, mark, marks_of, report_of
from benchmarks.passages_by_readers import either, evaluated, kappa
from trueline.passages.evaluation import means, quality
from trueline.passages.uploads import read_document_text

pytestmark = pytest.mark.skipif(not DOCUMENTS.exists(), reason="../shared/data is not here")
PRECISION, HIT = 0.34, 0.80
"""A ranking below these has lost something."""


@pytest.mark.parametrize("name", sorted(marks_of("one")))
def test_every_mark_stands_on_a_sentence(name):
    path = report_of(name)
    sentences = {mark(s) for s in read_document_text(path.read_bytes(), path.name).sentences}
    for reader in READERS:
        marked = set().union(*marks_of(reader)[name].values())
        assert len(marked - sentences) <= 0.02 * len(marked)


@pytest.mark.slow
def test_passages_are_found_where_readers_would_look():
    questions, labelled, scores = evaluated()
    assert len(questions) == 20
    assert kappa(*(labelled[reader].labels for reader in READERS)) > 0.6
    found = means(quality(either(labelled), scores, questions))
    assert found["average_precision"] >= PRECISION
    assert found["hit_in_3"] >= HIT
