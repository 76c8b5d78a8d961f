"""`trueline sample`: how many people to ask, in plain words."""

import pytest


def test_one_survey(run):
    """Cochran's 385: a half, five points either way."""
    printed = run("sample", "--expected", "50")
    assert "Ask 385 people." in printed
    assert "right to within 5 points" in printed
    assert "Cochran (1977)" in printed
    assert "Counted in" not in printed


def test_what_is_counted_in_is_said(run):
    options = ["--design-effect", "2", "--not-reached", "20", "--population", "100000"]
    printed = " ".join(run("sample", "--expected", "50", *options).split())
    assert "Ask 954 people." in printed
    for part in ("2 times as many", "20 % of those chosen", "only 100,000 people"):
        assert part in printed


def test_two_surveys(run):
    """(1.96 √(2 · .275 · .725) + .8416 √(.16 + .2275))² / .15² = 137.9."""
    printed = run("sample", "--before", "20", "--after", "35")
    assert "Ask 138 people before and as many others after." in printed
    assert "Fleiss, Levin and Paik (2003)" in printed


def test_what_so_many_would_notice(run):
    printed = " ".join(run("sample", "--before", "20", "--people", "138").split())
    assert "is from 20 % to 35 %" in printed
    assert "would go unnoticed" in " ".join(
        run("sample", "--before", "20", "--people", "3").split()
    )
    all_asked = ["--before", "20", "--people", "50", "--population", "50"]
    assert "Everybody is asked both times" in run("sample", *all_asked)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "neither one survey nor two"),
        (["--before", "20"], "neither one survey nor two"),
        (["--before", "20", "--after", "30", "--people", "9"], "neither one survey nor two"),
        (["--expected", "20", "--after", "30"], "neither one survey nor two"),
        (["--before", "20", "--after", "20"], "nothing changes"),
        (["--expected", "100"], "nothing to find out"),
        (["--expected", "20", "--margin", "0"], "--margin lies between"),
    ],
)
def test_what_can_not_be_done_says_why(run, arguments, said):
    assert said in run("sample", *arguments, code=2)
