"""A calendar reads what its owner may read, at an address that they end or make anew."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.monitoring.conftest import DEBT, TRAINED
from trueline.web.accounts.models import Membership
from trueline.web.accounts.protection import sessions
from trueline.web.accounts.roles import Role
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import CalendarFeed, ReportingPeriod

pytestmark = pytest.mark.either_database
PAGE = "/account/calendar/"


@pytest.fixture(autouse=True)
def spring(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2026, 4, 10))


def address(cast, who: str = "editor", programmes: str = "all", **button: str) -> str:
    """The address that somebody makes, as the page shows it once."""
    client = cast.client(who)
    shown = client.post(
        PAGE, {"programmes": programmes, **(button or {"renew": "yes"})}, follow=True
    )
    return shown.context["made"].removeprefix("http://testserver")


def read(path: str):
    return Client().get(path)


def said(path: str) -> str:
    return read(path).content.decode().replace("\r\n ", "")


def events(path: str) -> list[dict[str, str]]:
    """Each event by the names of its lines."""
    found = []
    for part in said(path).split("BEGIN:VEVENT\r\n")[1:]:
        lines = part.split("END:VEVENT")[0].splitlines()
        found.append(
            {name: value for name, _sign, value in (line.partition(":") for line in lines)}
        )
    return found


def test_it_holds_what_is_due_without_signing_in(cast, monitored):
    answer = read(address(cast))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    first, *_others, last = events(address(cast))
    assert first["DTSTART;VALUE=DATE"] == "20260101"
    assert "Safe work" in first["SUMMARY"]
    assert "Share of signs acted on" in first["DESCRIPTION"]
    assert last["DTSTART;VALUE=DATE"] == "20271231"
    assert "Follow-up" in last["DESCRIPTION"]
    assert f"/documents/{monitored.pk}/monitoring/periods/" in last["URL"]


def test_what_is_entered_goes_from_it_and_what_is_returned_comes_back(cast, accepted, entered):
    path = address(cast)
    before = {each["UID"]: each["SUMMARY"] for each in events(path)}
    entered("trained", "2026-Q1", value="40", submit=True)
    accepted("acted", "2026-Q1", numerator="1", denominator="2")
    after = {each["UID"]: each["SUMMARY"] for each in events(path)}
    (gone,) = before.keys() - after.keys()
    assert "2026-Q1" in before[gone]
    assert {uid: before[uid] for uid in after} == after


def test_an_event_keeps_its_id_when_its_indicators_change(cast, monitored, revise):
    path = address(cast)
    before = {each["UID"] for each in events(path)}
    revise(monitored, {**TRAINED, "statement": "Inspectors trained and tested"}, DEBT)
    assert {each["UID"] for each in events(path)} <= before


def test_a_locked_period_and_an_archived_programme_ask_for_nothing(cast, monitored):
    path = address(cast)
    ReportingPeriod.objects.filter(label="2026-Q1").update(locked=timezone.now())
    assert "2026-Q1" not in said(path)
    DocumentRecord.objects.update(archived=timezone.now())
    assert events(path) == []


def test_only_programmes_that_one_owns_where_that_was_chosen(cast, monitored):
    path = address(cast, programmes="own")
    DocumentRecord.objects.update(owner=cast.owner)
    assert events(path) == []
    cast.client("editor").post(PAGE, {"programmes": "all", "save": "yes"})
    assert events(path)


def test_it_shows_nothing_but_what_its_owner_may_read(cast, monitored):
    assert events(address(cast, "outsider")) == []
    path = address(cast, "reader")
    assert all(each["URL"].endswith("/monitoring/periods/") for each in events(path))
    Membership.objects.filter(user=cast.reader).delete()
    assert events(path) == []


def test_a_second_step_that_an_organisation_waits_for_closes_it(cast, monitored):
    path = address(cast)
    past = timezone.now() - timedelta(days=1)
    Membership.objects.filter(user=cast.editor).update(second_step_by=past)
    assert events(path) == []


def test_a_new_address_ends_the_one_before(cast, monitored):
    old = address(cast)
    new = address(cast)
    assert read(old).status_code == 410
    assert events(new)
    assert CalendarFeed.objects.filter(withdrawn=None).count() == 1


def test_an_ended_address_is_gone_and_holds_no_word(cast, monitored):
    path = address(cast)
    cast.client("editor").post(PAGE, {"withdraw": "yes"})
    answer = read(path)
    assert (answer.status_code, answer.content) == (410, b"")


@pytest.mark.parametrize("what", ["signed out everywhere", "disabled"])
def test_it_ends_with_the_trust_in_its_owner(what, cast, monitored):
    path = address(cast)
    if what == "disabled":
        cast.editor.is_active = False
        cast.editor.save()
    else:
        sessions.end_all(cast.editor)
    assert read(path).status_code == 410


def test_the_secret_is_shown_once_and_kept_as_a_digest(cast, monitored):
    path = address(cast)
    secret = path.split("/")[2]
    assert secret not in cast.client("editor").get(PAGE).content.decode()
    assert secret not in str(list(CalendarFeed.objects.values()))


def test_guesses_are_refused_and_one_that_ended_is_no_guess(cast, monitored):
    path = address(cast)
    cast.client("editor").post(PAGE, {"withdraw": "yes"})
    assert [read(path).status_code for _ in range(20)] == [410] * 20
    answers = [read(f"/calendar/wrong-{number}/due.ics").status_code for number in range(12)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_it_speaks_the_language_of_its_owner(cast, monitored):
    cast.editor.language = "fr"
    cast.editor.save()
    assert "Ligne de base" in said(address(cast))


def test_few_queries_however_many_programmes(cast, monitored, keep, programme, approve):
    path = address(cast)
    with CaptureQueriesContext(connection) as one:
        read(path)
    for _ in range(3):
        approve(keep(programme))
    with CaptureQueriesContext(connection) as four:
        read(path)
    assert len(four) <= len(one)
    assert len(events(path)) > 20


def test_its_owner_may_not_change_that_of_others(cast, monitored):
    path = address(cast)
    cast.client("reader").post(PAGE, {"withdraw": "yes"})
    assert read(path).status_code == 200


def test_the_page_asks_to_sign_in_and_takes_no_other_choice(cast, client, monitored):
    assert client.get(PAGE).status_code == 302
    shown = cast.client("reader").post(PAGE, {"programmes": "everybody", "renew": "yes"})
    assert shown.status_code == 200
    assert not CalendarFeed.objects.exists()
    assert cast.client("reader").put(PAGE).status_code == 405
    assert reverse("monitoring:feed", args=["x"]) == "/calendar/x/due.ics"


def test_no_role_but_that_of_an_editor_is_led_to_the_form(cast, monitored):
    Membership.objects.filter(user=cast.reader).update(role=Role.EDITOR)
    assert all(not each["URL"].endswith("/periods/") for each in events(address(cast, "reader")))


def test_studies_of_the_approved_version_are_in_it_and_on_the_page_of_periods(
    cast, monitored, approve
):
    from trueline.document import set_field
    from trueline.web.documents import store

    study = {"id": "s1", "title": "Household survey", "kind": "endline", "due": date(2026, 11, 2)}
    change = store.Change(
        "evaluation", lambda design: (set_field(design, "evaluation.studies", (study,)), "")
    )
    store.save(monitored.pk, [change], by=cast.editor, action="changed")
    path = address(cast)
    assert "Household survey" not in said(path)  # nobody approved it yet
    approve(monitored)
    (event,) = [each for each in events(path) if "Household survey" in each["SUMMARY"]]
    assert event["DTSTART;VALUE=DATE"] == "20261102"
    assert event["DESCRIPTION"] == "Endline"
    shown = cast.client("reader").get(reverse("monitoring:calendar", args=[monitored.pk]))
    assert "Household survey" in shown.content.decode()
