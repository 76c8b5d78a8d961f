"""A kind of document that nothing but its registration knows of: read, reviewed, changed, exported."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from tests.toy import TOY, Block, Toy
from trueline.design.kind import DESIGN
from trueline.document import (
    compare,
    document_from_json,
    document_schema,
    document_to_json,
    document_to_yaml,
    kinds,
    parse_any,
    register,
)
from trueline.files import FileProblems
from trueline.kinds import KINDS
from trueline.reports import ExportRequest, exports_of
from trueline.reports.changes import ChangeWording
from trueline.reports.review import reviewed
from trueline.review import all_rules, groups_of, review, rules_of
from trueline.toolkit import load_toolkit

TEXT = """\
kind: toy
title: Tower
maker: Adjoa
blocks:
- {id: cube, title: Cube, edges: sharp}
- {id: ball, title: Ball, edges: round}
waivers:
- {rule: safety.sharp-edges, element: "blocks[cube].edges", why: For a museum, until: 2030-01-01}
answers:
- {question: foundations.expertise, stance: not-known}
"""


@pytest.fixture
def tower(toy) -> Toy:
    return parse_any(TEXT).document


def test_it_is_known_once_it_is_registered(toy):
    assert [kind.name for kind in kinds()] == sorted([*(kind.name for kind in KINDS), "toy"])


def test_a_kind_whose_model_is_of_another_name_is_refused():
    with pytest.raises(ValueError, match="design"):
        register(replace(TOY, name="plan", model=DESIGN.model))


@pytest.mark.usefixtures("toy")
def test_what_is_written_reads_back(tower):
    assert parse_any(document_to_yaml(tower)).document == tower
    assert document_from_json(document_to_json(tower), TOY) == tower
    assert document_to_yaml(tower).startswith("kind: toy\n")


@pytest.mark.usefixtures("toy")
def test_a_file_of_another_kind_is_refused_in_words():
    with pytest.raises(FileProblems, match=r"Known kinds: .*, toy"):
        parse_any("kind: castle\n")
    with pytest.raises(FileProblems, match="actors"):
        parse_any("kind: toy\nactors: []\n")


@pytest.mark.usefixtures("toy")
def test_its_schema_takes_its_file(tower):
    schema = json.loads(document_schema(TOY))
    plain = json.loads(document_to_json(tower))
    jsonschema.validate(plain, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**plain, "kind": "design"}, schema)


def test_its_review_holds_its_own_rules_and_those_of_all(toy, tower):
    assert "safety.sharp-edges" in rules_of("toy")
    assert "safety.sharp-edges" not in rules_of("design")
    assert "indicators.no-target" not in rules_of("toy")
    assert groups_of("toy")[0] == "safety"
    assert all_rules()["safety.sharp-edges"].title == "A block has sharp edges"
    found = {finding.rule: finding for finding in review(tower, load_toolkit())}
    assert found["safety.sharp-edges"].path == "blocks[cube].edges"
    assert found["safety.sharp-edges"].waiver.why == "For a museum"
    assert "answers.not-known-without-step" in found


def test_what_changed_is_said_in_its_words(tower):
    newer = tower.model_copy(update={"blocks": (Block(id="ball", title="Ball", edges="sharp"),)})
    wording = ChangeWording(tower, newer, load_toolkit())
    assert [wording.sentence(change) for change in compare(tower, newer)] == [
        "Block “Ball”: edges was “Round” and is now “Sharp”.",
        "Block “Cube” was removed.",
    ]


def test_everything_that_can_be_made_of_it_is_made(toy, tower):
    assert next(iter(exports_of("toy"))) == "parts.csv"
    assert {"review.pdf", "review.html", "toy.yaml", "toy.json"} <= {*exports_of("toy")}
    assert "dossier.pdf" not in exports_of("toy")
    request = ExportRequest(tower, load_toolkit())
    made = {name: export.make(request) for name, export in exports_of("toy").items()}
    assert made["parts.csv"] == b"id,name\ncube,Cube\nball,Ball"
    assert all(made.values())
    assert b"Block \xe2\x80\x9cCube\xe2\x80\x9d" in made["review.html"]


def test_its_report_names_it_as_what_it_is(toy):
    loaded = parse_any("kind: toy\n")
    assert reviewed(loaded, load_toolkit()).title == "Untitled toy"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_note_on_the_whole_names_no_part_of_it(kind):
    """Else the same heading would stand over two places, and lead to one of them."""
    fields = {kind.model.field_title(name) for name in kind.model.model_fields}
    steps = {step.title for step in kind.steps}
    assert kind.labels.whole not in fields | steps


def test_no_two_kinds_are_called_alike():
    for name in ("singular", "plural", "untitled", "whole", "begin", "the_document", "none_yet"):
        labels = [getattr(kind.labels, name) for kind in KINDS]
        assert len({*labels}) == len(labels), name
