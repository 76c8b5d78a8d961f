"""`trueline measure`: indicators of a design, computed from tables."""

import csv
import io
import json

import pytest

DESIGN = """\
title: Safe work
indicators:
  - id: knows
    statement: Women who know where to complain
    measure: proportion
    direction: up
    baseline: {value: 0}
    targets: [{due: 2027-12-31, value: 80}]
  - id: visits
    statement: "=Visits"
    measure: count
"""
TABLE = """\
indicator,period,place,numerator,denominator,value,sex
knows,2027-Q1,North,15,50,,female
knows,2027-Q1,South,15,50,,female
visits,2027-Q1,North,,,0,
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "table.csv").write_text(TABLE)
    return ("design.yaml", "table.csv")


def test_text(run, files):
    printed = run("measure", *files, "--by", "sex")
    assert "To date: 30 % (30 of 100)" in printed
    assert "Baseline 0" in printed
    assert "37.5 % of the way" in printed
    assert "Female: 30 % (30 of 100)" in printed
    assert "To date: 0\n" in printed


def test_json_tells_zero_from_nothing(run, files):
    knows, visits = json.loads(run("measure", *files, "--format", "json", "--place", "North"))
    assert (knows["baseline"], visits["baseline"]) == ("0", None)
    assert visits["to_date"]["value"] == "0"
    assert (
        "value"
        not in json.loads(run("measure", *files, "--format", "json", "--place", "East"))[1][
            "to_date"
        ]
    )
    assert knows["to_date"]["numerator"] == "15"


def test_csv_is_no_formula(run, files):
    rows = list(csv.DictReader(io.StringIO(run("measure", *files, "--format", "csv"))))
    assert {row["statement"] for row in rows} == {"Women who know where to complain", "'=Visits"}
    to_date = {row["indicator"]: row for row in rows if row["period"] == "to-date"}
    assert (to_date["visits"]["value"], to_date["visits"]["baseline"]) == ("0", "")


def test_two_tables_tell_together(run, files, tmp_path):
    (tmp_path / "more.csv").write_text("indicator,period,place,value\nvisits,2027-Q1,South,4\n")
    _, visits = json.loads(run("measure", *files, "more.csv", "--format", "json"))
    assert visits["to_date"]["value"] == "4"


def test_what_is_shared_tells_no_small_count(run, files, tmp_path):
    rows = ["indicator,period,value", "visits,2027-Q1,42", "visits,2027-Q2,4"]
    (tmp_path / "few.csv").write_text("\n".join(rows))
    few = ("design.yaml", "few.csv", "--indicator", "visits", "--to-share")
    printed = run("measure", *few)
    assert "2027-Q2: <11" in printed
    assert "42" not in printed
    (visits,) = json.loads(run("measure", *few, "--format", "json"))
    assert visits["by_period"]["2027-Q2"]["value"] == "<11"
    assert "value" not in visits["by_period"]["2027-Q1"]
    shared = run("measure", *few, "--format", "csv")
    rows = {row["period"]: row for row in csv.DictReader(io.StringIO(shared))}
    assert (rows["2027-Q1"]["value"], rows["2027-Q2"]["value"]) == ("", "<11")
    assert rows["2027-Q1"]["state"] == "suppressed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "soon"], "--from: that is no period"),
        (["--from", "2030"], "No table tells of a period between these"),
        (["--until", "2020"], "No table tells of a period between these"),
        (["--indicator", "none"], "no indicator “none”"),
        (["--by", "age-band"], "No table divides people by “age-band”"),
        (["none.csv"], "It can’t be read: No such file"),
    ],
)
def test_what_can_not_be_done_says_why(run, files, arguments, said):
    assert said in run("measure", *files, *arguments, code=2)


def test_a_design_without_indicators_says_so(run, files, tmp_path):
    (tmp_path / "empty.yaml").write_text("title: Nothing yet\n")
    assert "has no indicators to compute" in run("measure", "empty.yaml", "table.csv", code=2)


CLAIMS = """\
title: Safe work
results: [{id: less, statement: Less trafficking, level: impact}]
indicators:
  - {id: met, statement: People met, result: less, measures: reach, measure: count}
"""


def test_claims(run, files, tmp_path):
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    (tmp_path / "met.csv").write_text("indicator,period,value\nmet,2027-Q1,300\n")
    printed = run("measure", "claims.yaml", "met.csv", "--claims")
    assert "Reached      People met: 300" in printed
    assert "Claimed: Impact. The data reach as far as “Reached”." in printed
    assert "Impact       Not measured" in printed
    (claim,) = json.loads(run("measure", "claims.yaml", "met.csv", "--claims", "--format", "json"))
    assert (claim["is_supported"], claim["supported"], claim["displacement"]) == (
        False,
        "reach",
        "none",
    )
    assert claim["evidence"][0]["value"] == "300"


def test_claims_have_no_csv_and_need_results(run, files, tmp_path):
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    (tmp_path / "met.csv").write_text("indicator,period,value\nmet,2027-Q1,300\n")
    as_csv = ["measure", "claims.yaml", "met.csv", "--claims", "--format", "csv"]
    assert "told in words or as JSON" in run(*as_csv, code=2)
    assert "no results that could be claimed" in run("measure", *files, "--claims", code=2)


def test_what_an_own_pack_names_is_named_so(run, files, tmp_path):
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "pack.yaml").write_text(
        'pack: {id: acme, name: Acme, language: en, edition: "1"}\n'
        "vocabulary:\n  - id: shift\n    title: Shifts\n    about: When they work\n    terms:\n"
        "      - {id: night, label: Night shift}\n"
    )
    (tmp_path / "table.csv").write_text(
        "indicator,period,value,shift\nvisits,2027-Q1,40,night\nvisits,2027-Q1,60,\n"
    )
    assert "shift" in run("measure", *files, "--by", "shift", code=2)
    assert "Night shift" in run("measure", *files, "--by", "shift", "--with", "acme")
