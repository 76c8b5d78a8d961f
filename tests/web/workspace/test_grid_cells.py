"""What stands in a cell is read again as what it was, in every list of every worked example."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import translation

from tests.web.workspace.small import SMALL, now
from tests.web.workspace.test_grid import cells, send
from trueline.document import Element, load_any, parts_of, set_fields
from trueline.document.field_spec import field_specs
from trueline.toolkit import load_toolkit
from trueline.web.examples import example_files
from trueline.web.workspace.grid.cells import Reader
from trueline.web.workspace.grid.columns import columns_of

EXAMPLES = sorted(example_files(), key=lambda path: path.stem)


def lists(document):
    """Every list of elements, by its address."""
    for address, part in parts_of(document):
        for name, spec in field_specs(type(part)).items():
            if spec.is_list and issubclass(spec.base, Element):
                yield f"{address}.{name}" if address else name, part, name


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_cell_is_read_again_as_what_it_was(path, language):
    document = load_any(path).document
    with translation.override(language):
        reader, read = Reader(document, load_toolkit("en")), 0
        for address, part, name in lists(document):
            elements = getattr(part, name)
            for column in columns_of(type(part), name, elements):
                for element in elements:
                    value = column.value_in(element)
                    text = reader.text_of(value, column.spec)
                    if not text:
                        continue
                    read += 1
                    again = reader.read(text, column)
                    assert again == value, (address, column.name, text)
                    typed = re.sub("[\u00a0\u202f]", " ", text)
                    if typed != text and text != value:
                        assert reader.read(typed, column) == value, (address, column.name, typed)
    assert read > 50


@pytest.mark.parametrize(
    "of",
    [address for address, part, _n in lists(load_any(EXAMPLES[0]).document) if "[" not in address],
)
def test_every_list_is_a_table_and_saving_it_as_it_stands_changes_nothing(cast, keep, of):
    document = load_any(EXAMPLES[0]).document
    record, client = keep(document), cast.client("editor")
    url = reverse("workspace:grid", args=[record.pk], query={"of": of})
    page = client.get(url)
    assert page.status_code == 200
    answer = send(client, url, record, **cells(page.content.decode()))
    assert answer.status_code == 302
    assert "Nothing was changed." in client.get(answer.url).content.decode()
    record.refresh_from_db()
    assert record.revision == 1


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("Survey; by phone\nRecords", ("Survey; by phone", "Records")),
        ("Survey, records", ("Survey, records",)),
        ("\n\nSurvey\n", ("Survey",)),
    ],
)
def test_free_texts_stand_one_to_a_line(cast, keep, text, methods):
    record = keep(SMALL)
    url = reverse(
        "workspace:grid", args=[record.pk], query={"of": "indicators", "column": "methods"}
    )
    send(cast.client("editor"), url, record, **{"i1|methods": text})
    assert now(record).indicators[0].methods == methods


@pytest.mark.parametrize(
    "text", ["Fear; No time, none", "no time, none؛ FEAR", "Fear\nNo time, none;"]
)
def test_names_that_hold_commas_are_told_apart(cast, keep, text):
    barriers = {
        "barriers": [
            {"id": "fear", "statement": "Fear"},
            {"id": "time", "statement": "No time, none"},
        ]
    }
    record = keep(set_fields(SMALL, "behaviours[b1]", barriers))
    query = {"of": "activities", "column": "barriers"}
    url = reverse("workspace:grid", args=[record.pk], query=query)
    send(cast.client("editor"), url, record, **{"t2|barriers": text})
    assert set(now(record).activities[1].barriers) == {"fear", "time"}
