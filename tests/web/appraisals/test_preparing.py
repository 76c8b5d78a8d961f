"""Documents are read in the background, and the round says how far that is."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.web.appraisals import preparing
from trueline.web.appraisals.actions import applying
from trueline.web.appraisals.models import ProposalFile

pytestmark = pytest.mark.either_database


@pytest.fixture
def shown(appraisal):
    """What the page of the round says to somebody."""
    address = reverse("appraisals:round", args=[appraisal.round.pk])

    def page(name):
        return " ".join(appraisal.client(name).get(address).content.decode().split())

    return page


def _hand_in(appraisal, name):
    applicant = {"title": name, "applicant": "B", "contact": "C", "email": "", "time_zone": ""}
    made, _secret = applying.hand_in(
        appraisal.round, applicant, by=None, file=(f"{name}.md", b"We ask employers.")
    )
    return made


def test_the_round_tells_how_many_documents_are_read_until_all_are(appraisal, shown, work):
    assert "looks for passages" not in shown("owner")  # the one that came in is read
    _hand_in(appraisal, "second")
    _hand_in(appraisal, "third")
    page = shown("owner")
    assert (
        "The program has read 1 of 3 documents and is looking for passages in the others." in page
    )
    assert '<progress max="3" value="1"' in page
    assert "htmx" in page
    assert "looks for passages" not in shown("appraiser")
    for file in ProposalFile.objects.filter(state="waiting"):
        work(lambda file=file: _again(file))
    page = shown("owner")
    assert "looks for passages" not in page
    assert "htmx" not in page


def _again(file):
    from trueline.web.appraisals.tasks import prepare_later

    prepare_later(file)


def test_what_can_not_be_read_and_what_was_taken_back_are_told_apart(appraisal, shown, work):
    refused, gone = _hand_in(appraisal, "second"), _hand_in(appraisal, "third")
    refused.files.update(state="refused", problem="It has a password.")
    applying.withdraw(gone, by=None)
    page = shown("owner")
    assert "looks for passages" not in page
    assert "1 document can’t be read by the program; see its proposal for the reason." in page
    ProposalFile.objects.filter(proposal=refused).update(removed=timezone.now())
    assert "can’t be read" not in shown("owner")


def test_where_no_worker_runs_it_is_said(appraisal, shown, monkeypatch):
    _hand_in(appraisal, "second")
    assert "no worker runs on this instance" not in shown("owner")
    monkeypatch.setattr(preparing, "is_anybody_working", lambda: False)
    assert "no worker runs on this instance" in shown("owner")
