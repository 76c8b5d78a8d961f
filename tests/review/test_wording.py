"""How messages quote, list and count."""

import pytest

from trueline.review.wording import LONGEST, counted, listed, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Fees end", "“Fees end”"),
        ("Fees end.", "“Fees end”"),
        ("Fees\n  end", "“Fees end”"),
        ("Do they pay?", "“Do they pay?”"),
        ("", "“”"),
    ],
)
def test_quoted(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_long_text_is_cut_at_a_word() -> None:
    shown = quoted("word, " * 60)
    assert shown.endswith("word …”")
    assert len(shown) <= LONGEST + 4


def test_listed() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_counted() -> None:
    assert [counted(n, "month") for n in (0, 1, 2)] == ["0 months", "1 month", "2 months"]
