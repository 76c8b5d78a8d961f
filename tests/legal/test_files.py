"""A legal review, from file to file without loss, and the places of the toolkit in it."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import jsonschema
import pytest

from trueline.document import (
    document_from_json,
    document_schema,
    document_to_json,
    document_to_yaml,
    legal_items,
    load_any,
    parse_any,
)
from trueline.document.field_spec import field_specs
from trueline.document.fields import models_below
from trueline.files import FileProblems
from trueline.legal import LEGAL, LegalReview
from trueline.legal.checklist import treaty_of
from trueline.reports.starting import starting_file
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import key_provisions, load_register

FOLDER = Path(__file__).parents[2] / "examples" / "legals"
TOOLKIT = load_toolkit()
OF_CATEGORY = {
    "5 E3": legal_items.ConductItem,
    "5 E4": legal_items.PowerItem,
    "5 E5": legal_items.RightItem,
    "5 E6": legal_items.RemedyItem,
    "5 E8": legal_items.FrameworkItem,
}


@pytest.mark.parametrize("name", ["oresia-law", "oresia-first-reading"])
def test_what_is_written_reads_back(name: str) -> None:
    law = load_any(FOLDER / f"{name}.yaml").document
    assert isinstance(law, LegalReview)
    assert parse_any(document_to_yaml(law)).document == law
    assert document_from_json(document_to_json(law), LEGAL) == law
    jsonschema.validate(json.loads(document_to_json(law)), json.loads(document_schema(LEGAL)))


@pytest.mark.parametrize("ref", OF_CATEGORY)
def test_the_items_of_a_list_are_those_of_its_category(ref: str) -> None:
    (category,) = (each for each in TOOLKIT.categories("legal") if each.ref == ref)
    items = [f"legal.{item}" for item in typing.get_args(OF_CATEGORY[ref])]
    assert items == [each.id for each in category.indicators]


def test_treaties_are_those_of_the_register_that_the_toolkit_names() -> None:
    named = [each.id for each in load_register().instruments if not each.is_ours]
    assert [treaty_of(id) for id in named] == list(typing.get_args(legal_items.TreatyItem))


def test_key_provisions_are_three_to_eight_of_each_treaty() -> None:
    of = [each.instrument for each in key_provisions()]
    assert {*of} == {each.id for each in load_register().instruments if not each.is_ours}
    assert all(3 <= of.count(instrument) <= 8 for instrument in of)
    assert len({each.id for each in key_provisions()}) == len(of)


@pytest.mark.parametrize("day", ["1990-11-05", "1990"])
def test_a_day_may_be_a_year(day: str) -> None:
    read = parse_any(f"kind: legal\ntreaties: [{{item: cedaw, day: '{day}'}}]\n").document
    assert read.treaties[0].day == day


@pytest.mark.parametrize("day", ["90", "11/05/1990", "1990-11"])
def test_a_day_that_is_neither_is_refused_in_words(day: str) -> None:
    with pytest.raises(FileProblems, match="a year may stand alone"):
        parse_any(f"kind: legal\ntreaties: [{{item: cedaw, day: '{day}'}}]\n")


def test_every_field_has_a_title_and_a_help() -> None:
    for model in models_below(LegalReview):
        for name, spec in field_specs(model).items():
            assert spec.title != name, (model, name)
            assert spec.help, (model, name)


def test_a_field_asks_each_question_of_the_section_on_law() -> None:
    models = models_below(LegalReview)
    asked = {spec.asks for model in models for spec in field_specs(model).values()}
    assert asked - {""} == {question.id for question in TOOLKIT.questions("legal")}


def test_every_list_stands_on_a_step() -> None:
    lists = {name for name, spec in field_specs(LegalReview).items() if spec.is_list}
    shown = {name for step in LEGAL.steps for name in step.lists}
    assert lists - shown == {"answers", "text_languages"}


def test_a_file_to_begin_with_has_the_checklists_and_what_the_register_knows() -> None:
    begun = parse_any(starting_file(LEGAL, TOOLKIT, items=["NP", "QA"])).document
    assert begun.countries == ("NP",)
    assert begun.route == ("QA",)
    status = {each.item: each.status for each in begun.treaties}
    assert (status["tip-protocol"], status["domestic-workers-189"]) == ("party", "unknown")
    assert (len(begun.conducts), len(begun.rights), len(begun.agreements)) == (9, 8, 7)
    assert isinstance(parse_any(starting_file(LEGAL, TOOLKIT)).document, LegalReview)


def test_an_article_counts_as_confirmed_only_where_the_toolkit_speaks_of_it() -> None:
    notes = {each.ref for each in load_toolkit().evidence}
    confirmed = {each.id: each.confirmed for each in key_provisions() if each.confirmed}
    assert confirmed == {"tip-7": "fn 50"}
    assert {*confirmed.values()} <= notes
