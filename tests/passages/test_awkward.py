"""A sample of the awkward documents; what all of them cost is `make awkward`."""

import re

import pytest

from tests.passages.awkward import Awkward, every
from tests.sampling import sample
from trueline.files import FileProblems
from trueline.passages.uploads import read_document_text

DOCUMENTS = sample(every(), name=lambda each: each.file, rarer=2)


def test_there_are_enough():
    names = [each.file for each in every()]
    assert len(names) == len(set(names)) >= 200
    assert sum(name.endswith(".pdf") for name in names) >= 130


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("each", DOCUMENTS, ids=lambda each: each.file)
def test_it_is_read_or_refused_for_a_reason(each: Awkward):
    try:
        document = read_document_text(each.data(), each.file)
    except FileProblems as problems:
        (problem,) = problems.problems
        assert not each.holds
        assert problem.hint
        assert re.search(each.refused, problem.message)
        return
    assert not each.refused
    text = document.text
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
    text.encode()
    at = 0
    for words in each.holds:
        at = text.find(words, at) + 1
        assert at, words
    assert not [words for words in each.lacks if words in text]
