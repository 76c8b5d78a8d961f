"""Pages of appraisals ask the database as often for many rows as for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import ANSWER, APPLICANT, CALL, Appraisal
from trueline.web.accounts.models import Membership, User
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.models import Proposal, Reading

pytestmark = [pytest.mark.either_database, pytest.mark.slow]


def more_of(appraisal: Appraisal, number: int) -> None:
    """One more round, assessor and proposal, which its assessor and the owner have read."""
    owner = appraisal.cast.owner
    person = User.objects.create_user(f"a{number}@example.org", "x", name=f"Assessor {number}")
    Membership.objects.create(organisation=appraisal.cast.organisation, user=person, role="editor")
    values = {**CALL, "title": f"Round {number}", "deadline": timezone.now() + timedelta(days=9)}
    calling.begin(appraisal.cast.organisation, values, by=owner)
    everybody = [each.user for each in appraisal.round.assessors.select_related("user")]
    calling.name_assessors(appraisal.round, [*everybody, person], by=owner)
    made, _secret = applying.hand_in(
        appraisal.round,
        {**APPLICANT, "title": f"Work {number}"},
        by=None,
        file=("a.md", b"We ask."),
    )
    for user in (owner, person):
        assessor = appraisal.round.assessors.get(pseudonym=user.pseudonym)
        assigning.assign(made, assessor, by=owner)
        assigning.declare(made, conflict="", words="", suggested=[], by=user)
        reading = Reading.objects.get(proposal=made, assessor=assessor)
        for question in appraisal.round.questions.all():
            reading_actions.answer(reading, question, ANSWER, [])
        reading_actions.hand_in(reading, by=user)


@pytest.fixture
def pages(appraisal) -> list[str]:
    in_organisation = {"rounds", "portfolio"}
    in_round = {"round", "questions", "assessors", "calibration", "agreement", "matrix", "log"}
    whole = [appraisal.cast.organisation.pk], [appraisal.round.pk]
    return [
        *(reverse(f"appraisals:{name}", args=whole[0]) for name in sorted(in_organisation)),
        *(reverse(f"appraisals:{name}", args=whole[1]) for name in sorted(in_round)),
        *(appraisal.url(name) for name in ("proposal", "conflicts", "panel", "decide")),
        "/",
    ]


def queries_of(appraisal: Appraisal, address: str) -> list[str]:
    client = appraisal.client("owner")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    return [each["sql"] for each in asked]


def test_no_page_asks_more_often_for_more_rows(appraisal, pages):
    appraisal.read("expert")
    appraisal.declare("owner")
    more_of(appraisal, 1)
    for_one = {address: queries_of(appraisal, address) for address in pages}
    for number in range(2, 5):
        more_of(appraisal, number)
    assert Proposal.objects.count() == 5
    for_many = {address: queries_of(appraisal, address) for address in pages}
    grown = {
        address: sorted({sql[:160] for sql in for_many[address]} - {sql[:160] for sql in asked})
        for address, asked in for_one.items()
        if len(for_many[address]) > len(asked)
    }
    assert not grown
