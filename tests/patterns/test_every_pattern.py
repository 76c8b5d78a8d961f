"""No text can stall a pattern: each is tried with the texts that are hardest for it.

A pattern joins by being written: in the source, in what a module holds, in the toolkit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

import pytest

from tests.patterns.collected import Looked, patterns
from tests.patterns.growth import LONG, SHORT, TRIES, grows_too_fast
from tests.patterns.worst import worst_texts
from tests.sampling import sample
from trueline.lexicon import Expression

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def every() -> list[Looked]:
    return patterns()


def stalls(
    looked: Looked, lengths: tuple[int, int] = (SHORT, LONG), tries: int = TRIES
) -> Iterator[str]:
    """The texts, by how they begin, that cost more than they should."""
    pairs = zip(*(worst_texts(looked.source, length) for length in lengths), strict=True)
    for short, long in pairs:
        for read in looked.ways():
            if said := grows_too_fast(read, short, long, tries):
                yield f"{looked.where}: {looked.source[:60]!r} on {short[:40]!r} …: {said}"


ENOUGH = (2_500, 10_000)
"""Letters by which a bad pattern is known, in a quarter of the time that more would take."""


def test_time_grows_with_the_text_and_no_faster(every: list[Looked]) -> None:
    found = [next(stalls(looked), "") for looked in sample(every, name=attrgetter("source"))]
    assert not list(filter(None, found))


def test_each_pattern_of_the_package_is_among_them(every: list[Looked]) -> None:
    met = {looked.source: looked.methods for looked in every}
    assert met[r"\w+"] >= {"findall"}
    assert {r"[^\W\d]", r"(?<!\w)@Amina(?!\w)", r"\A(?:Missing command\.)\Z"} <= met.keys()
    assert any("traffick(?:ers|ing)" in source for source in met)


@pytest.mark.walk
@pytest.mark.parametrize(
    "bad",
    [
        r"\b(?:know|aware)\b[^.;]*\b(?:refuse|avoid)\b",
        r"[\d.]+\s*$",
        r" +x",
        r'"(?:\\.|[^"\\])*"',
        r"(\w+\s?)*!",
    ],
)
def test_a_bad_pattern_is_caught(bad: str) -> None:
    assert next(stalls(Looked(re.compile(bad), "here"), ENOUGH, tries=2), "")


def test_an_expression_that_looks_far_ahead_at_each_place_is_caught() -> None:
    assert next(stalls(Looked(Expression("know[^.]*!|know"), "here")), "")
