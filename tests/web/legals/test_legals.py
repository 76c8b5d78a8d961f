"""A legal review in the browser: its steps, its forms, and the checklist that one button fills in."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from trueline.document import elements_of, load_any
from trueline.document.field_spec import field_specs
from trueline.legal import LEGAL, LegalReview
from trueline.web.documents import store
from trueline.web.documents.actions import archiving

FOLDER = Path(__file__).parents[3] / "examples" / "legals"
FINISHED = load_any(FOLDER / "oresia-law.yaml").document


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def text_of(response) -> str:
    assert response.status_code == 200, response
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


def at(name, record, query=None, **more):
    url = reverse(name, kwargs={"document_id": record.pk, **more})
    return f"{url}?{urlencode(query)}" if query else url


def test_lists_name_it_and_it_is_begun_from_a_worked_example(editor, keep):
    keep(FINISHED)
    page = text_of(editor.get(reverse("documents:list", args=["legal"])))
    assert "Legal reviews" in page
    assert FINISHED.title in page
    page = editor.get(reverse("documents:new", args=["legal"])).content.decode()
    found = re.findall(r'name="example" value="([^"]+)"', page)
    assert found == ["oresia-first-reading", "oresia-law"]


def test_the_list_shows_what_a_legal_review_has(editor, keep):
    keep(FINISHED.model_copy(update={"invented": False, "countries": ("NP",)}))
    page = text_of(editor.get(reverse("documents:list", args=["legal"])))
    assert "Nepal" in page
    assert "Reviewer" in page
    assert FINISHED.reviewer in page
    assert "Phase" not in page


def test_steps_show_lines_by_what_they_are_called(editor, keep):
    record = keep(FINISHED)
    for step in LEGAL.steps:
        if step.page:
            continue
        page = text_of(editor.get(at("workspace:step", record, slug=step.slug)))
        for name in step.lists:
            for element in getattr(FINISHED, name)[:1]:
                assert element.name[:60] in page, (step.slug, name)


def test_a_form_of_each_sort_opens_and_adds(editor, keep):
    record = keep(FINISHED)
    one_of_each = {type(element): address for address, element in elements_of(FINISHED)}
    for address in (*one_of_each.values(), "agencies", "questions"):
        page = editor.get(at("workspace:element", record, {"at": address}))
        assert page.status_code == 200, address
    for name, spec in field_specs(LegalReview).items():
        if spec.is_list and spec.base is not str and name not in ("countries", "route"):
            assert editor.get(at("workspace:add", record, {"to": name})).status_code == 200, name


def test_the_checklist_is_filled_in_and_leaves_what_is_there(editor, keep):
    begun = LegalReview.model_validate(
        {
            "title": "Law",
            "countries": ["NP"],
            "route": ["QA"],
            "conducts": [{"item": "crime-slavery", "in_law": "partly"}],
        }
    )
    record = keep(begun)
    page = text_of(editor.get(at("legals:checklist", record)))
    assert "what the register knows of Nepal" in page
    assert "Conducts: 8 lines" in page
    assert editor.post(at("legals:checklist", record)).status_code == 302
    record.refresh_from_db()
    filled = store.document_of(record)
    assert filled.conducts[0].in_law == "partly"
    assert (len(filled.conducts), len(filled.treaties), len(filled.agreements)) == (9, 16, 7)
    status = {each.item: each.status for each in filled.treaties}
    assert status["domestic-workers-189"] == "unknown"
    assert "Every line is there." in text_of(editor.get(at("legals:checklist", record)))


def test_the_checklist_of_an_archived_review_is_left_alone(cast, keep):
    record = keep(FINISHED)
    archiving.archive(record, by=cast.editor)
    record.refresh_from_db()
    answer = cast.client("editor").post(at("legals:checklist", record))
    assert answer.status_code == 409
    assert reverse("documents:unarchive", args=[record.pk]) in answer.content.decode()
    assert store.document_of(record) == FINISHED


def test_a_reader_fills_in_nothing_and_an_outsider_finds_nothing(cast, keep):
    record = keep(FINISHED)
    for method in ("get", "post"):
        assert getattr(cast.client("reader"), method)(
            at("legals:checklist", record)
        ).status_code in (403, 405)
        assert getattr(cast.client("outsider"), method)(
            at("legals:checklist", record)
        ).status_code in (404, 405)


def test_the_gap_report_is_offered(editor, keep):
    assert "Gap report (PDF)" in text_of(editor.get(at("documents:export", keep(FINISHED))))
