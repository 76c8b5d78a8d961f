"""Awkward and hostile documents: each is read, or refused for a reason, within bounds."""

from collections.abc import Iterator

from tests.passages.awkward.archives import archives
from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdfs import pdfs
from tests.passages.awkward.texts import texts


def every() -> Iterator[Awkward]:
    """All of them."""
    yield from pdfs()
    yield from archives()
    yield from texts()
