"""Documents are read as `words/read.yaml` says: what is a text, what says nothing, what is left."""

import pytest

from tests.review.reading_cases import ReadingCase, TwoPacks, reading_cases


@pytest.mark.parametrize("case", reading_cases(), ids=lambda case: case.name)
def test_a_document_is_read_as_expected(case: ReadingCase | TwoPacks) -> None:
    assert case.holds() if isinstance(case, TwoPacks) else case.differences() == []
