"""Partners put right what they submitted: before approval themselves, afterwards by proposing it."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.figures import decide, enter, hand_in
from tests.web.monitoring.conftest import named, seen_on
from tests.web.monitoring.test_reading import words
from trueline.measures.readings import Count
from trueline.web.accounts.models import Membership, User
from trueline.web.audit.models import Event
from trueline.web.monitoring.actions import deciding, entering
from trueline.web.monitoring.models import FigureAssignment, Measurement, ProposedCorrection
from trueline.web.monitoring.row_checker import MonitoringRowChecker
from trueline.web.monitoring.snapshots import fingerprint, snapshot

pytestmark = pytest.mark.either_database


@pytest.fixture
def submitted(site, assign, told_by, cast) -> Measurement:
    """A figure of 30 that the partner handed in."""
    kisumu = site("Kisumu")
    assign(kisumu)
    one = told_by(kisumu, "2026-Q1")
    enter(one, Count(Decimal(30)), by=cast.partner, note="")
    hand_in(one, by=cast.partner)
    one.refresh_from_db()
    return one


@pytest.fixture
def approved(submitted, cast) -> Measurement:
    decide(submitted, by=cast.owner)
    submitted.refresh_from_db()
    return submitted


@pytest.fixture
def act(cast, monitored):
    """What the partner does with a figure: `correct`, `take-back` or `withdraw`."""

    def done(deed: str, one: Measurement, *, reason: str = "Counted again", **parts: str):
        address = reverse(f"monitoring:report-{deed}", args=[monitored.pk, one.pk])
        client = cast.client("partner")
        if deed != "correct":
            return client.post(address, follow=True)
        data = seen_on(client.get(address)) | {"reason": reason}
        data |= {named(one, part): text for part, text in parts.items()}
        return client.post(address, data)

    return done


@pytest.fixture
def reported(cast, monitored):
    """What the partner's page of a figure's period says."""

    def shown(one: Measurement) -> str:
        address = reverse("monitoring:report", args=[monitored.pk, one.period_id])
        return words(cast.client("partner").get(address))

    return shown


def now(one: Measurement) -> tuple[str, int | None]:
    one = Measurement.objects.get(pk=one.pk)
    cell = one.cells.filter(group="").first()
    return one.state, None if cell is None else int(cell.value)


def test_before_approval_a_correction_keeps_the_value_before(submitted, act, cast, reported):
    assert "Correct" in reported(submitted)
    answer = act("correct", submitted, value="28")
    address = reverse(
        "monitoring:report", args=[submitted.indicator.document_id, submitted.period_id]
    )
    assert answer["Location"] == address
    assert now(submitted) == ("submitted", 28)
    (kept,) = submitted.corrections.all()
    assert (kept.before["cells"][""], kept.by) == ({"value": "30"}, cast.partner)
    assert kept.reason == "Counted again"


def test_a_correction_says_why(submitted, act):
    answer = act("correct", submitted, reason=" ", value="28")
    assert answer.status_code == 422
    assert "Say why it is corrected." in answer.content.decode()
    assert now(submitted) == ("submitted", 30)


def test_what_is_taken_back_is_typed_over_with_its_history(submitted, act, cast, reported):
    assert "Take back" in reported(submitted)
    act("take-back", submitted)
    assert now(submitted) == ("draft", 30)
    enter(submitted, Count(Decimal(31)), by=cast.partner, note="")
    assert now(submitted) == ("draft", 31)
    assert submitted.corrections.get().before["cells"][""] == {"value": "30"}
    assert Event.objects.filter(action="withdrawn", subject="measurement").count() == 1


def test_what_was_decided_on_meanwhile_is_not_taken_back(approved, act, reported):
    assert "Take back" not in reported(approved)
    answer = act("take-back", approved)
    assert "It was decided on meanwhile." in words(answer)
    assert now(approved) == ("approved", 30)


def test_what_others_handed_in_is_not_taken_back(submitted, act, cast, reported):
    Measurement.objects.filter(pk=submitted.pk).update(submitted_by=cast.editor)
    assert "Take back" not in reported(submitted)
    act("take-back", submitted)
    assert now(submitted) == ("submitted", 30)


def test_an_approved_figure_counts_as_it_is_until_a_proposal_is_accepted(
    approved, act, cast, page, reported, monkeypatch
):
    assert "Propose a correction" in reported(approved)
    act("correct", approved, value="28", note="Two came twice.")
    assert now(approved) == ("approved", 30)
    assert not approved.corrections.exists()
    assert "Proposed correction Waits for a decision All : 28 people" in reported(approved)
    assert "2026-Q1: 1 correction proposed" in words(page("reader", "dashboard"))
    assert "Decide on it" not in words(page("reader", "indicator", approved.indicator_id))
    shown = words(page("owner", "proposal", approved.pk))
    assert "30 people" in shown
    assert "28 people" in shown
    assert "Two came twice." in shown
    assert "Counted again" in shown
    page("owner", "proposal", approved.pk, data={"choice": "accept"})
    assert now(approved) == ("approved", 28)
    (kept,) = approved.corrections.all()
    assert (kept.before["cells"][""], kept.reason) == ({"value": "30"}, "Counted again")
    assert "Accepted" in reported(approved)
    assert "correction proposed" not in words(page("reader", "dashboard"))


def test_accepted_by_an_editor_it_waits_for_approval(approved, act, page):
    act("correct", approved, value="28")
    page("editor", "proposal", approved.pk, data={"choice": "accept"})
    assert now(approved) == ("submitted", 28)


def test_what_is_declined_says_why_to_who_proposed_it(approved, act, page, reported):
    act("correct", approved, value="28")
    refused = page("editor", "proposal", approved.pk, data={"choice": "decline"})
    assert refused.status_code == 422
    page("editor", "proposal", approved.pk, data={"choice": "decline", "because": "See the list."})
    assert now(approved) == ("approved", 30)
    assert "Why it is left as it is: See the list." in reported(approved)
    assert page("editor", "proposal", approved.pk).status_code == 404


def test_a_proposal_for_a_figure_that_changed_since_is_not_taken_over(approved, act, page, cast):
    act("correct", approved, value="28")
    data = seen_on(page("editor", "correct", approved.pk))
    page(
        "editor",
        "correct",
        approved.pk,
        data=data | {named(approved, "value"): "29", "reason": "By the list"},
    )
    assert "was changed since this was proposed" in words(page("owner", "proposal", approved.pk))
    page("owner", "proposal", approved.pk, data={"choice": "accept"})
    assert now(approved) == ("submitted", 29)
    assert ProposedCorrection.objects.get().outcome == ""


def test_a_new_proposal_takes_the_place_of_the_one_before_and_can_be_withdrawn(
    approved, act, reported
):
    act("correct", approved, value="28")
    act("correct", approved, value="27")
    outcomes = ProposedCorrection.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["withdrawn", ""]
    act("withdraw", approved)
    assert list(outcomes.all()) == ["withdrawn", "withdrawn"]
    assert "Withdraw the proposal" not in reported(approved)


@pytest.fixture
def colleague(cast, assign, submitted):
    """A second partner of the same site."""
    other = User.objects.create_user("colleague@example.org", "x", name="Colleague Person")
    member = Membership.objects.create(
        organisation=cast.organisation, user=other, role=cast.partner.memberships.get().role
    )
    FigureAssignment.objects.create(
        document=submitted.indicator.document, site=submitted.site, member=member
    )
    client = Client()
    client.force_login(other, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_nobody_withdraws_or_replaces_what_a_colleague_proposed(
    approved, act, colleague, monitored, cast
):
    act("correct", approved, value="28")
    period = reverse("monitoring:report", args=[monitored.pk, approved.period_id])
    assert "Withdraw the proposal" not in words(colleague.get(period))
    for deed in ("withdraw", "correct"):
        address = reverse(f"monitoring:report-{deed}", args=[monitored.pk, approved.pk])
        answer = colleague.post(address, {"reason": "Mine", named(approved, "value"): "1"})
        assert answer.status_code == 302
    assert "It has to be decided on first." in words(colleague.get(period))
    waiting = ProposedCorrection.objects.get()
    assert (waiting.outcome, waiting.made_by) == ("", cast.partner)


def test_of_two_who_replace_a_proposal_at_once_the_second_is_told(approved, act, monitored, cast):
    """Both found the first proposal; what stands is what the one who was told so proposed."""
    act("correct", approved, value="28")
    address = reverse("monitoring:report-correct", args=[monitored.pk, approved.pk])
    client = cast.client("partner")
    found = seen_on(client.get(address)) | {"reason": "Counted again"}
    first = client.post(address, found | {named(approved, "value"): "27"}, follow=True)
    second = client.post(address, found | {named(approved, "value"): "26"}, follow=True)
    assert "Proposed." in words(first)
    assert "Nothing was saved; look at it anew." in words(second)
    (waiting,) = ProposedCorrection.objects.filter(outcome="")
    assert waiting.proposed["cells"][""]["value"] == "27"


def test_a_reason_has_a_limit(submitted, act):
    answer = act("correct", submitted, reason="x" * 2001, value="28")
    assert answer.status_code == 422
    assert "The limit is 2,000." in answer.content.decode()
    assert now(submitted) == ("submitted", 30)


def test_proposing_what_it_says_already_changes_nothing(approved, act):
    act("correct", approved, value="30")
    assert not ProposedCorrection.objects.exists()


def test_in_a_locked_period_nothing_is_corrected_or_taken_back(submitted, act, cast, reported):
    deciding.lock(submitted.period, by=cast.owner, locked=True)
    assert "Take back" not in reported(submitted)
    act("take-back", submitted)
    assert act("correct", submitted, value="28").status_code == 302
    assert now(submitted) == ("submitted", 30)


def test_nothing_of_another_site_is_corrected_or_seen(submitted, site, told_by, act, cast):
    far = told_by(site("Mombasa"), "2026-Q1")
    enter(far, Count(Decimal(73419)), by=cast.editor, note="")
    hand_in(far, by=cast.editor)
    Measurement.objects.filter(pk=far.pk).update(submitted_by=cast.partner)
    for deed in ("correct", "take-back", "withdraw"):
        answer = act(deed, far, value="1")
        assert answer.status_code == 404
        assert b"73419" not in answer.content
    assert now(far) == ("submitted", 73419)


def test_what_is_approved_at_the_same_moment_is_not_changed(submitted, cast):
    """The partner may change what they found submitted, and only propose to change what is approved."""
    decide(Measurement.objects.get(pk=submitted.pk), by=cast.owner)
    seen = fingerprint(snapshot(submitted))
    entry = entering.Entry(submitted.pk, seen, {"": Count(Decimal(28))}, "", "")
    with pytest.raises(entering.EditConflict):
        entering.correct(submitted, entry, reason="Counted again", by=cast.partner)
    assert now(submitted) == ("approved", 30)


def test_partners_decide_on_no_proposal(approved, act, page):
    act("correct", approved, value="28")
    for data in (None, {"choice": "accept"}):
        assert page("partner", "proposal", approved.pk, data=data).status_code == 404
    assert now(approved) == ("approved", 30)


@pytest.mark.parametrize(
    "values",
    [
        {"reason": ""},
        {"outcome": "lost", "decided": timezone.now()},
        {"outcome": "accepted"},
        {"decided": timezone.now()},
        {"outcome": "declined", "decided": timezone.now()},
    ],
)
def test_a_proposal_that_cannot_be_is_not_kept(submitted, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposedCorrection.objects.create(measurement=submitted, **{"reason": "Why", **values})


def test_two_proposals_do_not_wait_for_one_figure(submitted):
    ProposedCorrection.objects.create(measurement=submitted, reason="Why")
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposedCorrection.objects.create(measurement=submitted, reason="Why")


def test_proposals_are_taken_along(approved, act, cast):
    act("correct", approved, value="28")
    answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
    archive = ZipFile(io.BytesIO(b"".join(answer)))
    (row,) = json.loads(archive.read("monitoring/proposed-corrections.json"))
    assert (row["site"], row["made_by"], row["outcome"]) == ("Kisumu", "Partner Person", "")
    assert "'28'" in row["proposed"]
    told = json.loads(b"".join(cast.client("partner").post("/account/export/")))
    (own,) = told["proposed_corrections"]
    assert own["indicator"] == "trained"
    (kept,) = ProposedCorrection.objects.all()
    checker = MonitoringRowChecker()
    assert checker.problem("monitoring.proposedcorrection", kept) == ""
    kept.proposed = {"cells": 3}
    assert "could say" in checker.problem("monitoring.proposedcorrection", kept)
