"""A national plan in the browser: everything that a document has, by its registration alone.

What every kind has is walked through with a toy in `documents/any_kind`; here stands what a plan
adds: its steps, the forms of its fields, its review and its audit. The walk that sends every form
twice has the forms of designs and toys, which these are made like.
"""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from itertools import product
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.http import urlencode
from web_addresses import ADDRESSES, PRIVATE, WRITES, names_in, of_each_part, url_of

from tests.sampling import sample
from tests.web.plans.rounds import with_round
from trueline.design import Design
from trueline.document import document_to_yaml, elements_of, load_any
from trueline.document.field_spec import field_specs
from trueline.legal import LegalReview
from trueline.plan import PLAN, Plan
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import Narrative

FOLDER = Path(__file__).parents[3] / "examples" / "plans"
FINISHED = load_any(FOLDER / "oresia-plan.yaml").document
OF_DOCUMENTS = sorted(name for name, asks in PRIVATE.items() if "document_id" in asks)
STEPS = [step.slug for step in PLAN.steps if not step.page]
LISTS = sorted(name for name, spec in field_specs(Plan).items() if spec.is_list)


@pytest.fixture
def golden() -> Plan:
    """What stands in for a design in all that the cast is given."""
    return FINISHED


@pytest.fixture
def foreign(foreign, cast, canary):
    record = DocumentRecord.objects.get(pk=foreign["document_id"])
    made = with_round(record, by=cast.editor, note=canary)
    return {**foreign, **made, "kind": "plan", "slug": "plan"}


@pytest.fixture
def record(keep) -> DocumentRecord:
    return keep(FINISHED)


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def text_of(response) -> str:
    """What a page says, without its markup."""
    assert response.status_code == 200, response
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


def at(name: str, record: DocumentRecord, query: dict[str, str] | None = None, **more: str) -> str:
    url = reverse(name, kwargs={"document_id": record.pk, **more})
    return f"{url}?{urlencode(query)}" if query else url


def test_lists_and_menus_name_it(editor, record):
    page = text_of(editor.get(reverse("documents:list", args=["plan"])))
    assert "National plans" in page
    assert FINISHED.title in page
    assert FINISHED.title not in text_of(editor.get(reverse("documents:list", args=["design"])))


def test_it_is_begun_from_a_worked_example(cast, editor):
    page = editor.get(reverse("documents:new", args=["plan"])).content.decode()
    assert re.findall(r'name="example" value="([^"]+)"', page) == ["oresia-draft", "oresia-plan"]
    sent = {"organisation": cast.organisation.pk, "example": "oresia-draft"}
    assert editor.post(reverse("documents:new-example", args=["plan"]), sent).status_code == 302
    assert len(store.document_of(DocumentRecord.objects.get(kind="plan")).activities) == 57


def test_it_is_begun_from_a_file(cast, editor):
    file = SimpleUploadedFile("plan.yaml", document_to_yaml(FINISHED).encode())
    sent = {"organisation": cast.organisation.pk, "file": file}
    assert editor.post(reverse("documents:new-file", args=["plan"]), sent).status_code == 302
    assert store.document_of(DocumentRecord.objects.get(kind="plan")) == FINISHED


@pytest.mark.parametrize("slug", STEPS)
def test_each_step_shows_its_lists(editor, record, slug):
    page = text_of(editor.get(at("workspace:step", record, slug=slug)))
    for name in PLAN.step(slug).lists:
        for element in getattr(FINISHED, name)[:2]:
            assert element.name[:60] in page


def test_the_first_step_has_the_questions_of_section_nine_beside_it(editor, record):
    page = text_of(editor.get(at("workspace:step", record, slug="plan")))
    for question in ("9 Q1", "9 Q6", "9 Q7"):
        assert question in page


def test_an_empty_list_says_why_it_is_worth_filling(editor, keep):
    page = text_of(editor.get(at("workspace:step", keep(Plan(title="Plan")), slug="stakeholders")))
    assert "A plan that nobody oversees guides nobody." in page


@pytest.mark.parametrize("name", LISTS)
def test_a_form_adds_to_each_list(editor, record, name):
    assert editor.get(at("workspace:add", record, {"to": name})).status_code == 200


def test_a_form_of_one_of_each_sort_opens(editor, record):
    one_of_each = {type(element): address for address, element in elements_of(FINISHED)}
    for address in (*one_of_each.values(), "monitoring"):
        page = editor.get(at("workspace:element", record, {"at": address}))
        assert page.status_code == 200, address


def test_a_body_is_said_and_kept(editor, record):
    page = at("workspace:element", record, {"at": "activities[permits]"})
    form = editor.get(page).content.decode()
    seen = unescape(re.search(r'name="seen" value="([^"]*)"', form)[1])
    sent = {
        "seen": seen,
        "title": "Permits",
        "lead": "Immigration Office",
        "work": "action-item",
        "payer": "none-yet",
        "objective": "farms",
        "patterns": ["fees"],
    }
    assert editor.post(page, sent).status_code == 302
    record.refresh_from_db()
    (permits,) = (a for a in store.document_of(record).activities if a.id == "permits")
    assert (permits.lead, permits.payer, permits.patterns) == (
        "Immigration Office",
        "none-yet",
        ("fees",),
    )


def test_the_review_speaks_of_its_money_and_each_finding_leads_to_its_place(editor, record):
    page = text_of(editor.get(at("workspace:review", record)))
    assert "Nobody pays for" in page
    assert "The plan costs" in page


def test_a_question_is_answered(editor, record):
    page = text_of(editor.get(at("workspace:answer", record, {"question": "plans.structure"})))
    assert "How should the plan be structured?" in page


def test_its_audit_is_offered(editor, record):
    page = text_of(editor.get(at("documents:export", record)))
    assert "Audit (PDF)" in page
    assert "Audit (Word)" in page


@of_each_part(OF_DOCUMENTS)
def test_an_outsider_finds_nothing_of_it(part, cast, foreign, canary):
    client = cast.client("outsider")
    for name, method in product(sample(names_in(part, OF_DOCUMENTS)), ("get", "post")):
        response = getattr(client, method)(url_of(name, foreign))
        assert response.status_code in (404, 405), (name, method)
        assert canary not in response.content.decode("utf-8", "replace"), (name, method)


CHANGING = sorted({*OF_DOCUMENTS} & {*WRITES})


@of_each_part(CHANGING)
def test_a_reader_changes_nothing_of_it(part, cast, foreign):
    client = cast.client("reader")
    for name, method in product(sample(names_in(part, CHANGING)), ("get", "post")):
        status = getattr(client, method)(url_of(name, foreign)).status_code
        assert status in (403, 405), (name, method)


def test_it_is_searched_for_nowhere_that_others_look(cast, foreign, canary):
    client = cast.client("outsider")
    for address in ("/plans/", reverse("library:search")):
        assert canary not in client.get(address, {"q": "plan"}).content.decode()


def test_pages_that_only_designs_have_are_not_there_for_it(editor, record):
    for name, (_view, asks) in ADDRESSES.items():
        if name.startswith("designs:") and asks == {"document_id"}:
            assert editor.get(reverse(name, args=[record.pk])).status_code == 404, name


def test_the_matrix_leads_to_each_activity_and_shows_what_is_empty(editor, keep):
    record = keep(FINISHED)
    page = editor.get(reverse("plans:matrix", args=[record.pk])).content.decode()
    assert all(f"activities%5B{each.id}%5D" in page for each in FINISHED.activities)
    assert "Nothing yet" in page
    assert "Network of returned workers" in page


def test_what_fits_changes_with_the_money_that_counts(editor, keep):
    address = reverse("plans:money", args=[keep(FINISHED).pk])
    sure = text_of(editor.get(address, {"counted": "adopted"}))
    promised = text_of(editor.get(address, {"counted": "nonsense"}))
    assert "EUR 1,900,000 in all" in sure
    assert "EUR 2,680,000 in all" in promised
    assert sure.count("there is not enough left") > promised.count("there is not enough left") == 1
    assert "690,000" in promised


def test_other_kinds_have_no_such_pages(editor, keep):
    record = keep(LegalReview(title="Law"))
    for name in ("plans:matrix", "plans:money"):
        assert editor.get(reverse(name, args=[record.pk])).status_code == 404


def test_programmes_of_the_organisation_are_held_against_the_plan(editor, keep):
    keep(Design(title="Safe work on the coast"))
    keep(Design(title="Elsewhere"))
    first, *others = FINISHED.activities
    tied = first.model_copy(update={"carried_by": ("Safe work on the coast", "Long ended")})
    plan = FINISHED.model_copy(update={"activities": (tied, *others)})
    page = text_of(editor.get(reverse("plans:matrix", args=[keep(plan).pk])))
    said = page.partition("Programmes and the plan")[2]
    assert f"Safe work on the coast {first.title}" in said
    assert "Long ended (not among these programmes)" in said
    assert "Elsewhere None: it stands outside the plan" in said
    assert f"No programme is named {others[0].title}" in said


def test_reports_of_programmes_that_name_the_plan_stand_below_them(editor, keep):
    plan = keep(FINISHED)
    programme = keep(Design(title="Safe Shores"))
    names_it = f"We work under the {FINISHED.title}."
    for first, text in [(date(2027, 1, 1), "Calm."), (date(2027, 4, 1), f"Calm. {names_it}")]:
        Narrative.objects.create(
            document_id=programme.pk,
            first=first,
            last=first.replace(month=first.month + 2),
            texts={"happened": text},
        )
    page = text_of(editor.get(reverse("plans:matrix", args=[plan.pk])))
    said = page.partition("Reports that refer to the plan")[2]
    assert f"Safe Shores 1 April 2027 to 1 June 2027 {names_it}" in said
    assert "Calm" not in said
