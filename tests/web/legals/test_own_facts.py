"""An organisation's own facts on ratifications in the browser: taken in whole, and never more than it says."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.legals.test_legals import text_of
from trueline.legal import LegalReview
from trueline.toolkit.ratifications import Status, load_register
from trueline.web.audit.models import Event
from trueline.web.documents import recounting, store
from trueline.web.documents.models import PortfolioEntry
from trueline.web.legals.models import OwnFacts
from trueline.web.legals.own_facts import register_of
from trueline.web.legals.row_checker import OwnFactsRowChecker

pytestmark = pytest.mark.either_database
HEAD = "state,instrument,status,day,action,as_of,source\n"
UNKNOWN = load_register().of("NP", "legal.domestic-workers-189")
PARTY = "Nepal,C189,party,2025-03-04,ratification,2026-01-05,depositary: normlex\n"


@pytest.fixture
def send(cast):
    def sent(text: str, who: str = "editor", name: str = "facts.csv"):
        file = SimpleUploadedFile(name, (HEAD + text).encode())
        url = reverse("legals:take-in-facts", args=[cast.organisation.pk])
        return cast.client(who).post(url, {"file": file}, follow=True)

    return sent


def test_own_facts_go_before_the_register_and_only_where_they_speak(cast, send, keep):
    assert UNKNOWN.status is Status.UNKNOWN
    page = text_of(send(PARTY))
    assert "1 fact goes before the register now" in page
    assert "Nepal ILO Convention No. 189" in page
    assert "Unknown: neither yes nor no: 157 → 156" in page
    register = register_of(cast.organisation.pk)
    assert register.of("NP", "legal.domestic-workers-189").status is Status.PARTY
    assert register.of("QA", "legal.domestic-workers-189").status is Status.UNKNOWN
    assert register_of(cast.elsewhere.pk) is load_register()
    assert list(Event.objects.filter(subject="own facts").values_list("action", flat=True)) == [
        "took in a file"
    ]
    record = keep(LegalReview(title="Law", countries=("NP",)))
    cast.client("editor").post(reverse("legals:checklist", args=[record.pk]))
    record.refresh_from_db()
    treaties = {each.item: each for each in store.document_of(record).treaties}
    assert treaties["domestic-workers-189"].status == "party"
    assert treaties["domestic-workers-189"].confirmed


def test_the_review_holds_treaties_against_the_own_facts(cast, send, keep):
    treaty = {"item": "domestic-workers-189", "status": "not-party", "as_of": "2026-02-01"}
    law = {"title": "Law", "countries": ["NP"], "treaties": [treaty]}
    record = keep(LegalReview.model_validate(law))
    address = reverse("workspace:review", args=[record.pk])
    before = text_of(cast.client("editor").get(address))
    send(PARTY)
    after = text_of(cast.client("editor").get(address))
    assert "as of 2026-01-05" not in before
    assert "as of 2026-01-05" in after


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Nepal,C189,perhaps,,,2026-01-05,ours\n", "`status` can't be “perhaps”"),
        ("Atlantis,C189,party,,,2026-01-05,ours\n", "no state that is known"),
        (PARTY + PARTY, "already"),
        ("Nepal,C189,party,,,2999-01-05,ours\n", "yet to come"),
    ],
)
def test_a_file_with_a_fault_is_taken_in_not_at_all(send, text, says):
    response = send(text)
    assert response.status_code == 422
    assert says in response.content.decode().replace("&#x27;", "'")
    assert not OwnFacts.objects.exists()


def test_what_is_no_table_is_refused_and_readers_take_nothing_in(cast, send):
    assert send(PARTY, name="facts.txt").status_code == 422
    assert send(PARTY, who="reader").status_code == 403


def test_facts_are_taken_out_again(cast, send):
    send(PARTY)
    kept, editor = OwnFacts.objects.get(), cast.client("editor")
    remove = reverse("legals:remove-facts", args=[cast.organisation.pk])
    gone = editor.post(remove, follow=True)
    assert reverse("documents:put-back") in gone.content.decode()
    editor.post(reverse("documents:put-back"))
    back = OwnFacts.objects.get()
    assert (back.name, back.rows, back.taken_in_by) == (kept.name, kept.rows, cast.editor)
    assert (
        register_of(cast.organisation.pk).of("NP", "legal.domestic-workers-189").status == "party"
    )
    editor.post(remove)
    membership = cast.editor.memberships.filter(organisation=cast.organisation)
    membership.update(role="reader")
    assert editor.post(reverse("documents:put-back")).status_code == 403
    assert register_of(cast.organisation.pk) is load_register()
    page = cast.client("reader").get(reverse("legals:own-facts", args=[cast.organisation.pk]))
    assert "the register alone counts" in text_of(page)


def test_a_backup_with_other_rows_is_refused():
    row = OwnFacts(pk=7, name="x.csv", rows=[["Nowhere", "C189", "party", "", "", "2026", "x"]])
    assert "no facts" in OwnFactsRowChecker().problem("legals.ownfacts", row)
    assert (
        OwnFactsRowChecker().problem("legals.ownfacts", OwnFacts(pk=8, name="x.csv", rows=[])) == ""
    )


def test_lists_count_legal_reviews_anew_with_the_facts_that_they_are_given(cast, send, keep):
    keep(
        LegalReview.model_validate(
            {
                "title": "Law of Nepal",
                "countries": ["NP"],
                "treaties": [
                    {"item": "domestic-workers-189", "status": "not-party", "as_of": "2026-01-05"}
                ],
            }
        )
    )
    entry = PortfolioEntry.objects.get()
    before = entry.errors, entry.warnings, entry.open_questions
    send(PARTY)
    assert recounting.recount() == 1
    entry.refresh_from_db()
    assert (entry.errors, entry.warnings, entry.open_questions) != before
    cast.client("editor").post(reverse("legals:remove-facts", args=[cast.organisation.pk]))
    assert recounting.recount() == 1
    entry.refresh_from_db()
    assert (entry.errors, entry.warnings, entry.open_questions) == before
