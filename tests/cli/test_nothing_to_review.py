"""Silence about an empty design is no praise: every form of the review says that it is empty."""

import json

import pytest

from trueline.design import Design, parse_design
from trueline.reports.review import Reviewed
from trueline.reports.review.page import review_html
from trueline.review import emptiness, nothing_to_review, review
from trueline.toolkit import load_toolkit

SENTENCE = "Nothing to review yet: no activities, results or behaviours."
SOME = "activities:\n  - {id: a, kind: other, title: Work}\n"


@pytest.fixture
def bare(tmp_path):
    path = tmp_path / "bare.yaml"
    path.write_text("title: Nearly nothing\nsummary: Soon.\n")
    return path


def test_text(run, bare):
    out = run("review", bare)
    assert SENTENCE.removesuffix(".") in out
    assert "remark" not in out
    assert "In all" not in out


def test_the_table(run, bare):
    assert "nothing to review yet" in run("review", bare, "--summary")


def test_json(run, bare):
    (told,) = json.loads(run("review", bare, "--format", "json"))["designs"]
    assert told["nothing_to_review"] is True
    assert told["empty"] == ["activities", "results", "behaviours"]


def test_sarif(run, bare):
    (run_,) = json.loads(run("review", bare, "--format", "sarif"))["runs"]
    (invocation,) = run_["invocations"]
    (noted,) = invocation["toolExecutionNotifications"]
    assert (noted["level"], noted["message"]["text"]) == ("note", SENTENCE)
    assert invocation["executionSuccessful"] is True


def test_the_page():
    design = parse_design("title: A").document
    page = review_html(Reviewed(design, (), load_toolkit()))
    assert SENTENCE in page
    assert "o remarks" not in page


def test_strict_has_an_exit_code_of_its_own(run, bare, shelter, tmp_path):
    run("review", bare)
    run("review", bare, "--strict", code=3)
    run("review", bare, shelter, "--strict", code=1)
    run("review", bare, tmp_path / "gone.yaml", "--strict", code=2)
    bare.write_text(SOME)
    run("review", bare, "--strict", "--fail-on", "never")


def test_a_part_that_is_empty_is_said_to_be(run, bare):
    bare.write_text(SOME)
    assert "Still empty: results and behaviours." in run("review", bare, "--fail-on", "never")
    (told,) = json.loads(run("review", bare, "-f", "json", "--fail-on", "never"))["designs"]
    assert (told["nothing_to_review"], told["empty"]) == (False, ["results", "behaviours"])


def test_advice_on_something_else_is_not_called_nothing():
    design = parse_design("indicators:\n  - {id: i, statement: Calls to the line}\n").document
    findings = review(design, load_toolkit())
    assert findings
    assert nothing_to_review(design)
    assert emptiness(design, findings) == "Still empty: activities, results and behaviours."


def test_nothing_is_said_of_a_design_that_has_all_of_them():
    whole = Design.model_validate(
        {
            "activities": [{"id": "a", "kind": "other"}],
            "results": [{"id": "r"}],
            "behaviours": [{"id": "b"}],
        }
    )
    assert emptiness(whole, ()) == ""


@pytest.mark.parametrize(
    ("level", "code"), [("never", 0), ("error", 0), ("warning", 0), ("note", 1)]
)
def test_a_note_fails_only_where_asked(run, tmp_path, level, code):
    path = tmp_path / "noted.yaml"
    path.write_text("next_steps:\n  - {id: n, step: Ask police}\n")
    told = json.loads(run("review", path, "-f", "json", "--fail-on", level, code=code))
    assert told["designs"][0]["summary"]["severities"] == {"error": 0, "warning": 0, "note": 1}
