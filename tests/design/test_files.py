"""Designs from text and back, files of earlier forms, and the schema that editors use."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from tests.design.strategies import TRICKY, designs
from trueline.design import Design, design_from_json, design_schema, load_design, parse_design
from trueline.document import Money, document_to_json, document_to_yaml, parts_of
from trueline.files import FileProblems

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = jsonschema.Draft202012Validator(json.loads(design_schema()))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(designs())
@pytest.mark.slow
def test_any_design_comes_back_from_yaml_and_json_and_fits_the_schema(design: Design) -> None:
    loaded = parse_design(document_to_yaml(design))
    assert loaded.document == design
    assert design_from_json(document_to_json(design)) == design
    assert parse_design(document_to_json(design), "x.json").document == design
    assert [error.message for error in SCHEMA.iter_errors(loaded.source.data)] == []


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_comes_back_from_yaml(text: str) -> None:
    design = Design.model_validate({"title": text[:500], "summary": text})
    assert parse_design(document_to_yaml(design)).document == design


def test_yaml_is_as_a_person_would_write_it() -> None:
    long = "Inspectors are trained, and then mentored: " * 5
    design = Design.model_validate(
        {
            "title": "Safe work",
            "summary": long,
            "lead": "Directorate",
            "other_efforts": "One.\nTwo.",
            "countries": ["NO", "NP"],
            "start": "2026-01-01",
            "toolkit": "2016",
            "budget": {"amount": "1200.50", "currency": "EUR"},
            "activities": [{"kind": "justice", "id": "a", "training": True}],
        }
    )
    assert (
        document_to_yaml(design)
        == """\
schema_version: 1
title: Safe work
summary: >-
  Inspectors are trained, and then mentored: Inspectors are trained, and then mentored:
  Inspectors are trained, and then mentored: Inspectors are trained, and then mentored:
  Inspectors are trained, and then mentored:
countries: ["NO", NP]
start: 2026-01-01
lead: Directorate
budget:
  amount: 1200.50
  currency: EUR
other_efforts: |-
  One.
  Two.
activities:
  - id: a
    kind: justice
    training: true
"""
    )


def test_an_amount_too_fine_for_a_float_is_kept_exactly() -> None:
    design = Design(budget=Money(amount=Decimal("1234567890123456.78"), currency="EUR"))
    assert 'amount: "1234567890123456.78"' in document_to_yaml(design)
    assert parse_design(document_to_yaml(design)).document == design


def test_names_left_empty_count_as_left_out() -> None:
    text = "title:\ncountries:\nevaluation:\nactivities:\n  - id: a\n    kind: other\n    lead:\n"
    assert parse_design(text).document == Design.model_validate(
        {"activities": [{"id": "a", "kind": "other"}]}
    )
    assert list(SCHEMA.iter_errors(parse_design(text).source.data)) == []


def test_the_country_no_is_text() -> None:
    assert parse_design("countries: [NO, SE]").document.countries == ("NO", "SE")


def test_files_of_form_1_load_as_they_always_did() -> None:
    expected = Design.model_validate_json((GOLDEN / "version-1.json").read_text("utf-8"))
    assert load_design(GOLDEN / "version-1.yaml").document == expected


def test_the_golden_file_fills_in_every_field_there_was() -> None:
    design = load_design(GOLDEN / "version-1.yaml").document
    empty = {
        f"{type(part).__name__}.{name}"
        for _, part in parts_of(design)
        for name, info in type(part).model_fields.items()
        if getattr(part, name) == info.default
    }
    added_since = {
        "Design.language",
        "Design.invented",
        "Design.budget_lines",
        "Design.text_languages",
    } | {
        f"Indicator.{name}"
        for name in ("over_periods", "over_places", "scale", "scale_from", "counts_people")
    }
    added_since |= {
        f"{type(activity).__name__}.{name}"
        for activity in design.activities
        for name in ("budget_lines",)
    }
    added_since |= {"Legal.legal_review", "Legal.legal_items"}
    new = sorted(empty - added_since - {"Design.schema_version"})
    assert not new, f"name in `added_since` what the golden file is too old to have: {new}"
    assert added_since <= empty


def test_a_file_from_the_future_says_so() -> None:
    for read in (parse_design, design_from_json):
        with pytest.raises(FileProblems, match="is of form 9; this version of Trueline reads up"):
            read('{"schema_version": 9, "unheard_of": 1}')


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "A"},
        {"countries": ["Nepal"]},
        {"activities": [{"id": "a", "kind": "justic"}]},
        {"activities": [{"id": "a"}]},
        {"activities": [{"id": "a", "kind": "legal", "mentoring": ""}]},
        {"start": "soon", "end": 7},
        {"links": [{"id": "l", "cause": None, "effect": "b"}]},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    assert list(SCHEMA.iter_errors(wrong))
    with pytest.raises(FileProblems):
        design_from_json(json.dumps(wrong))


@pytest.mark.slow
def test_the_schema_tells_an_editor_what_the_form_tells() -> None:
    schema = json.loads(design_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    mentoring = schema["$defs"]["Justice"]["properties"]["mentoring"]
    assert mentoring["title"] == "Mentoring"
    assert mentoring["description"].startswith("Who supports trainees")
    assert schema["$id"] == "urn:trueline:design:1"


def test_the_schema_knows_no_keyword_but_those_of_json_schema_and_ours() -> None:
    known = {
        *SCHEMA.VALIDATORS,
        *["$schema", "$id", "$defs", "title", "description", "default", "examples"],
    }
    waiting, strange = [json.loads(design_schema())], set()
    while waiting:
        schema = waiting.pop()
        strange |= {name for name in schema if name not in known and not name.startswith("x-")}
        named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
        inner = [schema.get("items"), schema.get("additionalProperties")]
        choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        waiting += [each for each in (*named, *inner, *choices) if isinstance(each, dict)]
    assert strange <= {"discriminator"}  # OpenAPI's, by which editors choose among kinds


def test_the_published_schema_is_the_present_one(root: Path) -> None:
    published = (root / "docs/generated/design.schema.json").read_text("utf-8")
    assert published == design_schema()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("12:30", 'lead: "12:30"'),
        ("2026-01-01", 'lead: "2026-01-01"'),
        ("Yes", 'lead: "Yes"'),
        ("12 villages", "lead: 12 villages"),
        ("it's so", "lead: it's so"),
        ("a #b", 'lead: "a #b"'),
        ("ends \nhere", 'lead: "ends \\nhere"'),
        ("a: b", 'lead: "a: b"'),
        ("C#", "lead: C#"),
    ],
)
def test_quotes_stand_only_where_some_reader_needs_them(text: str, line: str) -> None:
    assert line in document_to_yaml(Design(lead=text)).splitlines()
