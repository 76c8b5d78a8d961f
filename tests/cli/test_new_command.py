"""`trueline new`: what a team begins with."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from trueline.design import DESIGN, Design, load_design
from trueline.document import parse_any
from trueline.document.fields import extra
from trueline.reports.starting import starting_file
from trueline.review import review
from trueline.toolkit import load_toolkit

KINDS = ("awareness", "livelihoods", "legal", "justice", "identification", "support", "plans")
EVERY_KIND = [word for kind in KINDS for word in ("--kind", kind)]


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_it_loads_and_its_review_says_what_to_fill_in(run, tmp_path, kind):
    path = tmp_path / "design.yaml"
    run("new", path, *(["--kind", kind] if kind else []))
    design = load_design(path).document
    assert [activity.kind for activity in design.activities] == [kind or "other"]
    found = {finding.rule: finding.path for finding in review(design, load_toolkit())}
    assert found["mapping.pattern-with-gaps"].startswith("patterns[pattern-1]")
    assert found["foundations.behaviour-without-actor-group"].startswith("behaviours[behaviour-1]")


def test_every_field_and_every_question_stands_in_it(run, tmp_path):
    path = tmp_path / "design.yaml"
    run("new", path, *EVERY_KIND)
    text = path.read_text()
    for name in Design.model_fields:
        assert f"\n{name}:" in text
    toolkit = load_toolkit()
    for question in toolkit.questions():
        assert f"# {question.ref} " in text, question.id
    design = load_design(path).document
    for answer in design.answers:
        assert toolkit.get(answer.question)
        assert (answer.activity or "").removesuffix("-1") in (*KINDS, "")


def test_each_field_has_its_help_above_it():
    text = starting_file(DESIGN, load_toolkit(), items=["support"])
    help = " ".join(line.strip("# ") for line in text.splitlines() if "#" in line)
    (support,) = [m for m in _models(Design) if m.__name__ == "Support"]
    for name, info in support.model_fields.items():
        assert " ".join(info.description.split()) in help, name
        if (question := extra(info, "asks")) is not None:
            assert load_toolkit()[question].title in help
    assert max(map(len, text.splitlines())) <= 80


def _models(model):
    from trueline.files.annotations import models_in

    for info in model.model_fields.values():
        for inner in models_in(info.annotation):
            yield inner
            yield from _models(inner)


@pytest.mark.slow
def test_an_empty_answer_settles_nothing(run, tmp_path):
    path = tmp_path / "design.yaml"
    run("new", path, *EVERY_KIND)
    design = load_design(path).document
    assert design.answers
    without = design.model_copy(update={"answers": ()})
    assert review(design, load_toolkit()) == review(without, load_toolkit())


@pytest.mark.slow
def test_editors_are_told_of_a_schema_that_the_file_fits(run, tmp_path):
    path = tmp_path / "design.yaml"
    run("new", path, *EVERY_KIND)
    first = path.read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=trueline-design.schema.json"
    schema = json.loads((tmp_path / "trueline-design.schema.json").read_text())
    data = yaml.load(path.read_text(), yaml.BaseLoader)
    assert list(Draft202012Validator(schema).iter_errors(_as_read(data))) == []
    assert json.loads(run("schema")) == schema


def _as_read(value):
    """Data as an editor reads them: nothing after a name is null, numbers are numbers."""
    if isinstance(value, dict):
        return {name: _as_read(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_read(inner) for inner in value]
    return None if value == "" else int(value) if value == "1" else value


def test_a_schema_of_the_same_name_that_is_another_stays(run, tmp_path):
    (tmp_path / "trueline-design.schema.json").write_text("mine")
    run("new", tmp_path / "design.yaml")
    assert (tmp_path / "trueline-design.schema.json").read_text() == "mine"
    run("new", tmp_path / "alone.yaml", "--no-schema")
    assert "$schema" not in (tmp_path / "alone.yaml").read_text()


def test_a_file_that_is_there_stays_as_it_is(run, tmp_path):
    path = tmp_path / "design.yaml"
    path.write_text("title: Mine\n")
    assert "is there already" in run("new", path, code=2)
    assert path.read_text() == "title: Mine\n"


def test_only_yaml_can_hold_the_help(run, tmp_path):
    for name in ("design.json", ".yaml"):
        assert "ends in .yaml, such as" in run("new", tmp_path / name, code=2)
    assert "livelihoods" in run("new", tmp_path / "x.yaml", "--kind", "livelyhoods", code=2)


def test_filling_in_goes_where_the_help_says(run, tmp_path):
    path = tmp_path / "design.yaml"
    run("new", path, "--kind", "awareness")
    text = path.read_text()
    text = text.replace("title:\n", "title: Safe work\n", 1)
    text = text.replace(
        "summary: >-\n", "summary: >-\n  One: a text with a colon,\n  of two lines.\n"
    )
    text = text.replace("budget:\n", "budget: {amount: 120000, currency: EUR}\n", 1)
    path.write_text(text)
    design = load_design(path).document
    assert design.title == "Safe work"
    assert design.summary == "One: a text with a colon, of two lines."
    assert str(design.budget) == "EUR 120,000"


def test_the_command_that_comes_next_can_be_typed_as_it_is(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "then: trueline review 'our design.yaml'" in run("new", "our design.yaml")


REPORT = """Nepal ratified the Palermo Protocol in 2011.

Section 15 of the Human Trafficking Act criminalized human trafficking and prescribed penalties of ten to
15 years' imprisonment. A court sentenced a trafficker to 20 years in prison.
"""


def test_a_legal_review_begins_with_what_a_report_says(run, tmp_path):
    report, path = tmp_path / "report-2021.txt", tmp_path / "law.yaml"
    report.write_text(REPORT)
    said = run("new", path, "--legal", "--country", "Nepal", "--report", report, "--no-schema")
    assert "The register says otherwise" in said
    assert "sentence passed in a case" in said
    assert "1 statement differs from the register. 1 penalty in law was found." in said
    law = parse_any(path.read_text()).document
    trafficking = next(each for each in law.conducts if each.item == "crime-trafficking")
    assert (trafficking.minimum, trafficking.maximum) == (10, 15)
    assert "20 years in prison" in trafficking.practice
    protocol = next(each for each in law.treaties if each.item == "tip-protocol")
    assert (protocol.day, protocol.as_of, protocol.confirmed) == ("2011", "2021", False)
    assert {each.in_law for _holder, each in law.provisions()} == {"unclear"}


def test_a_report_that_cannot_be_read_for_law_says_why(run, tmp_path):
    path, report = tmp_path / "law.yaml", tmp_path / "rapport.txt"
    report.write_text(
        "La loi punit la traite des personnes de dix ans de prison, et les complices aussi."
    )
    begin = ("new", path, "--report", report)
    assert "--report is for legal reviews" in run(*begin, code=2)
    assert "Add --country" in run(*begin, "--legal", code=2)
    assert "in English" in run(*begin, "--legal", "--country", "NP", code=2)
    wrong = run(*begin, "--legal", "--country", "NP", "--as-of", "last year", code=2)
    assert "the year alone" in wrong
    assert not path.exists()
