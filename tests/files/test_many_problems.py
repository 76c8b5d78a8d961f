"""A file with more wrong in it than anybody reads at once."""

import pytest

from tests.patterns.growth import grows_too_fast
from trueline.design import parse_design
from trueline.files import FileProblems, Problem

UNKNOWN = "title: A\n" + "".join(f"unknown_{n}: 1\n" for n in range(300))
TWICE = "title: A\n" * 200
REPEATED = "activities:\n" + "  - {id: a, kind: other}\n" * 120
WRONG = "countries:\n" + "  - Nepal\n" * 90


def problems_of(text: str) -> FileProblems:
    with pytest.raises(FileProblems) as caught:
        parse_design(text, "a.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("text", "count"), [(UNKNOWN, 300), (TWICE, 199), (REPEATED, 119), (WRONG, 90)]
)
def test_fifty_are_told_and_the_rest_counted(text: str, count: int) -> None:
    found = problems_of(text)
    *told, last = found.problems
    assert len(told) == 50
    assert [each.line for each in told] == sorted(each.line or 0 for each in told)
    assert last.message == f"There are {count - 50} more problems in it."
    assert last.hint == "Mend these first."
    assert found.count == count


def test_fifty_problems_are_all_told() -> None:
    text = "title: A\n" + "".join(f"unknown_{n}: 1\n" for n in range(50))
    assert [each.more for each in problems_of(text).problems] == [0] * 50
    assert "is 1 more problem " in str(problems_of(text + "another: 1\n"))


def test_each_file_has_its_own_fifty() -> None:
    many = [Problem(file, "No.", line) for file in ("a", "b") for line in range(60)]
    found = FileProblems([*many, Problem("c", "No.")])
    assert [(each.file, each.more) for each in found.problems if each.more] == [
        ("a", 10),
        ("b", 10),
    ]
    assert sum(each.more == 0 for each in found.problems) == 101
    assert FileProblems(found.problems).problems == found.problems
    assert found.count == 121


def test_a_name_without_end_is_shortened() -> None:
    for text in (f"{'x' * 900}: 1", f"{'x' * 900}: 1\n" * 2):
        assert len(problems_of(text).problems[0].message) < 120


@pytest.mark.slow
def test_words_are_found_for_what_is_told_alone() -> None:
    def read(text: str) -> None:
        problems_of(text)

    short, long = ("".join(f"unknown_{n}: 1\n" for n in range(c)) for c in (2_000, 8_000))
    read(short)
    assert not grows_too_fast(read, short, long)
