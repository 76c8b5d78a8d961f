"""`trueline review --data --narrative`: what is claimed, held against what was measured."""

import json

import pytest

RULE = "indicators.says-more-than-was-measured"
DESIGN = """\
title: Radio campaign
indicators:
  - {id: heard, statement: People who heard the spots, measures: reach, measure: count}
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "heard.csv").write_text("indicator,period,value\nheard,2027-Q1,4000\n")
    (tmp_path / "report.txt").write_text("Notre campagne a réduit la traite dans le nord.\n")
    return ("design.yaml", "--data", "heard.csv", "--narrative", "report.txt")


def found(printed):
    (review,) = json.loads(printed)["designs"]
    return [each for each in review["findings"] if each["rule"] == RULE]


def test_a_claim_is_quoted_with_what_can_be_written(run, files):
    (finding,) = found(run("review", *files, "--format", "json", "--fail-on", "never"))
    assert "Notre campagne a réduit la traite dans le nord" in finding["message"]
    assert "“People who heard the spots”: 4,000 to date." in finding["next_step"]


def test_without_data_the_rule_is_silent(run, files):
    assert found(run("review", files[0], "--format", "json", "--fail-on", "never")) == []


def test_it_can_be_set_aside(run, files, tmp_path):
    waiver = f"{{rule: {RULE}, who: Asha, why: The study is annexed., until: 2099-01-01}}"
    (tmp_path / "design.yaml").write_text(f"{DESIGN}waivers: [{waiver}]\n")
    (finding,) = found(run("review", *files, "--format", "json", "--fail-on", "never"))
    assert finding["waiver"]["why"] == "The study is annexed."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["design.yaml", "--narrative", "report.txt"], "Give them with --data"),
        (["design.yaml", "again.yaml", "--data", "heard.csv"], "those of one design"),
        (["design.yaml", "--data", "none.csv"], "It can’t be read: No such file"),
        (
            ["design.yaml", "--data", "heard.csv", "--narrative", "none.txt"],
            "none.txt: It can’t be read: No such file",
        ),
        (["design.yaml", "--data", "heard.csv", "--narrative", "heard.csv"], "are not read"),
    ],
)
def test_what_can_not_be_done_says_why(run, files, tmp_path, arguments, said):
    (tmp_path / "again.yaml").write_text(DESIGN)
    assert said in " ".join(run("review", *arguments, code=2).split())
