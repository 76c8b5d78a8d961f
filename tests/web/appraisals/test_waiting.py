"""The start page lists the proposals that somebody has to read, and tells nothing before they declared."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.web.appraisals.actions import applying
from trueline.web.appraisals.models import Proposal, Round
from trueline.web.appraisals.waiting import proposals_for

pytestmark = pytest.mark.either_database
HEADING = "Proposals for you to read"


def _start(appraisal, name):
    return appraisal.client(name).get(reverse("home")).content.decode()


def test_from_being_given_to_handing_in(appraisal):
    assert HEADING not in _start(appraisal, "expert")
    appraisal.assign("expert")
    page = _start(appraisal, "expert")
    assert HEADING in page
    assert appraisal.url("declare") in page
    assert appraisal.proposal.receipt in page
    assert "Villages that ask" not in page  # nothing of it before they declared
    assert appraisal.url("overview") not in page
    appraisal.declare("expert")
    page = _start(appraisal, "expert")
    assert appraisal.url("overview") in page
    assert "Villages that ask" in page
    appraisal.read("expert")
    assert HEADING not in _start(appraisal, "expert")


def test_what_others_read_is_nobody_elses(appraisal):
    appraisal.assign("expert")
    for name in ("owner", "editor", "appraiser"):
        assert HEADING not in _start(appraisal, name)


@pytest.mark.parametrize("ends", ["conflict", "withdrawn", "finished", "left", "demoted"])
def test_what_is_over_no_longer_waits(appraisal, ends):
    appraisal.assign("expert")
    assert HEADING in _start(appraisal, "expert")
    if ends == "conflict":
        appraisal.declare("expert", conflict="former")
    elif ends == "withdrawn":
        applying.withdraw(Proposal.objects.get(), by=None)
    elif ends == "finished":
        Round.objects.update(finished=timezone.now())
    elif ends == "demoted":
        appraisal.expert.memberships.update(role="reader")
    else:
        appraisal.expert.memberships.all().delete()
    assert HEADING not in _start(appraisal, "expert")


def test_many_are_shown_in_part_with_as_few_queries(appraisal, django_assert_num_queries):
    for number in range(7):
        values = {"title": f"P{number}", "applicant": "A", "contact": "B", "email": ""}
        made, _secret = applying.hand_in(
            appraisal.round,
            {**values, "time_zone": ""},
            by=None,
            file=("a.txt", f"Words {number}".encode()),
        )
        appraisal.proposal = made
        appraisal.assign("expert")
    page = " ".join(_start(appraisal, "expert").split())
    assert page.count("Declare first whether") == 5
    assert "2 more are on the pages of their rounds." in page
    with django_assert_num_queries(3):
        assert len(proposals_for(appraisal.expert)) == 7
