"""Rounds of progress: asked, written by a link or a member, handed in, accepted, compared."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.plans.rounds import FINISHED, hand_in, opened, report_in
from trueline.plan import Plan
from trueline.web.accounts.models import Membership
from trueline.web.audit.models import Event
from trueline.web.documents import store
from trueline.web.documents.actions import archiving
from trueline.web.plans.actions import links, rounds
from trueline.web.plans.models import BodyReport, ProgressRound, ReportStep

pytestmark = pytest.mark.either_database
INSPECTORS = "Labour Inspectorate"


def text_of(response, status: int = 200) -> str:
    assert response.status_code == status, response
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


@pytest.fixture
def record(keep):
    return keep(FINISHED)


@pytest.fixture
def made(record, cast) -> ProgressRound:
    return opened(record, by=cast.editor)


@pytest.fixture
def report(made) -> BodyReport:
    return report_in(made)


@pytest.fixture
def at(record, made, report):
    """The address of a page about the body's report."""
    return lambda name: reverse(f"plans:{name}", args=[record.pk, made.pk, report.pk])


@pytest.fixture
def link(report, cast):
    """The address of a link to it."""
    expires = timezone.now() + timedelta(days=9)
    _link, secret = links.make_link(report, by=cast.editor, expires=expires)
    return reverse("plans:by-link", args=[secret])


def filled(page: str, **more: str) -> dict[str, str]:
    """What a browser sends of the form, each activity with the status `under-way`."""
    sent = dict(re.findall(r'<input type="hidden" name="(version)" value="(\d+)"', page))
    sent |= dict.fromkeys(re.findall(r'name="(status-\d+)"', page), "under-way")
    sent |= dict.fromkeys(re.findall(r'name="((?:spent|hinders|evidence)-\d+)"', page), "")
    return sent | more


def test_a_round_asks_each_body_for_its_activities(cast, record):
    client = cast.client("editor")
    address = reverse("plans:open-round", args=[record.pk])
    bodies = {each.lead for each in FINISHED.activities if each.lead}
    assert f"{len(bodies)} bodies answer for activities" in text_of(client.get(address))
    sent = {"title": "Year one", "first": "2099-01-01", "last": "2099-12-31", "due": "2100-01-31"}
    assert client.post(address, sent).status_code == 302
    made = ProgressRound.objects.get()
    assert {each.body for each in made.reports.all()} == bodies
    assert "0 of" in text_of(client.get(reverse("plans:rounds", args=[record.pk])))
    assert "There is a round of this name" in text_of(client.post(address, sent), 422)
    late = {**sent, "title": "Year two", "last": "2098-12-31", "due": "2098-01-01"}
    page = text_of(client.post(address, late), 422)
    assert "end before they begin" in page
    assert "before the days that are asked about" in page


def test_a_plan_without_bodies_asks_nobody(cast, keep):
    page = cast.client("editor").get(reverse("plans:open-round", args=[keep(Plan()).pk]))
    assert "nobody can be asked" in text_of(page)


def test_a_body_drafts_hands_in_and_is_accepted(cast, at, link, report, made, record):
    body, editor = Client(), cast.client("editor")
    page = body.get(link).content.decode()
    line = report.lines.first().pk
    draft = filled(page, save="yes", **{f"status-{line}": "", f"spent-{line}": "EUR 2,500"})
    assert "1 activity has no status yet" in text_of(body.post(link, draft, follow=True))
    assert "Nothing has come that counts" in text_of(editor.get(at("body")))
    page = body.get(link).content.decode()
    assert "2500" in page
    unsaid = filled(page, submit="yes", **{f"status-{line}": ""})
    assert "not handed in" in text_of(body.post(link, unsaid, follow=True))
    page = body.get(link).content.decode()
    whole = filled(page, submit="yes", **{f"spent-{line}": "EUR 2500", f"evidence-{line}": "Annex"})
    assert "Your report is handed in" in text_of(body.post(link, whole, follow=True))
    said = text_of(editor.get(at("body")))
    assert "EUR 2,500" in said.replace("€", "EUR ")
    assert "by its link" in said
    report.refresh_from_db()
    decided = {"decision": "accept", "version": report.version}
    assert editor.post(at("decide"), decided).status_code == 302
    assert "Your report was accepted" in text_of(body.get(link))
    assert [step.state for step in ReportStep.objects.all()] == ["accepted", "submitted"]
    events = Event.objects.filter(subject="progress round").values_list("action", flat=True)
    assert list(events) == ["approved", "submitted", "created"]


def test_what_is_returned_says_why_and_is_written_again(cast, at, link, report):
    hand_in(report, by=None)
    editor = cast.client("editor")
    sent = {"decision": "return", "version": report.version, "reason": ""}
    assert "Say why" in text_of(editor.post(at("decide"), sent), 422)
    assert editor.post(at("decide"), {**sent, "reason": "Where is the list?"}).status_code == 302
    page = Client().get(link)
    assert "Where is the list?" in text_of(page)
    first = ReportStep.objects.last().progress
    again = filled(page.content.decode(), submit="yes")
    Client().post(link, again)
    assert first == ReportStep.objects.last().progress != ReportStep.objects.first().progress


def test_held_up_needs_a_word_and_no_client_is_named(link, report):
    page = Client().get(link).content.decode()
    line = report.lines.first().pk
    sent = filled(page, submit="yes", **{f"status-{line}": "held-up"})
    assert "Say what holds it up" in text_of(Client().post(link, sent), 422)
    told = "The victim Maria Lopez, born 3 May 1991, telephone +51 987 654 321"
    sent = filled(page, **{f"hinders-{line}": told})
    assert "a client could be known by it" in text_of(Client().post(link, sent), 422)


def test_two_people_who_write_at_once_lose_nothing(cast, at, link, report):
    line = report.lines.first().pk
    mine = filled(Client().get(link).content.decode(), **{f"hinders-{line}": "No vehicles"})
    theirs = filled(cast.client("editor").get(at("enter")).content.decode())
    cast.client("editor").post(at("enter"), {**theirs, f"hinders-{line}": "No fuel"})
    page = text_of(Client().post(link, mine), 409)
    assert "No vehicles" in page
    assert "Stands there now" in page
    assert "No fuel" in page


def test_a_link_opens_one_report_until_it_is_withdrawn(cast, at, link, report, record):
    other = next(each for each in FINISHED.activities if each.lead and each.lead != report.body)
    assert other.title not in text_of(Client().get(link))
    editor = cast.client("editor")
    (kept,) = report.links.all()
    address = reverse("plans:change-link", args=[record.pk, report.round_id, report.pk, kept.pk])
    assert editor.post(address, {"withdraw": "yes"}).status_code == 302
    assert Client().get(link).status_code == 410
    assert Client().get(reverse("plans:by-link", args=["nothing"])).status_code == 404


def test_a_link_is_made_shown_once_and_ends_with_the_right_to_share(cast, at, report, record):
    editor = cast.client("editor")
    until = timezone.localdate() + timedelta(days=5)
    assert "from today on" in text_of(editor.post(at("links"), {"until": "2001-01-01"}), 422)
    page = editor.post(at("links"), {"until": until.isoformat()}, follow=True).content.decode()
    address = urlsplit(re.search(r'id="made"[^>]* value="([^"]+)"', page)[1]).path
    assert address not in editor.get(at("links")).content.decode()
    assert Client().get(address).status_code == 200
    Membership.objects.filter(user=cast.editor).update(role="reader")
    assert Client().get(address).status_code == 410
    owner = cast.client("owner")
    keep = reverse(
        "plans:change-link", args=[record.pk, report.round_id, report.pk, report.links.get().pk]
    )
    owner.post(keep, {"keep": "yes"})
    assert Client().get(address).status_code == 200
    archiving.archive(record, by=cast.owner)
    assert Client().get(address).status_code == 410


def test_nothing_is_written_in_a_closed_round(cast, at, link, made, record):
    sent = filled(Client().get(link).content.decode(), submit="yes")
    editor, end = cast.client("editor"), reverse("plans:end-round", args=[record.pk, made.pk])
    editor.post(end, {"close": "yes"})
    assert "This round is closed" in text_of(Client().post(link, sent))
    assert editor.get(at("enter")).status_code == 302
    editor.post(end, {"reopen": "yes"})
    assert Client().post(link, sent).status_code == 302


def test_the_round_tells_what_changed_and_what_is_overdue(cast, record, made, report, monkeypatch):
    hand_in(report, by=cast.editor)
    rounds.accept(report, version=report.version, by=cast.editor)
    later = opened(
        record, by=cast.editor, title="Second half", first=date(2027, 7, 1), last=date(2027, 12, 31)
    )
    hand_in(report_in(later), by=cast.editor, status="held-up", hinders="No vehicles")
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2040, 1, 1))
    page = text_of(cast.client("reader").get(reverse("plans:round", args=[record.pk, later.pk])))
    asked = later.reports.first().lines.count()
    assert f"Held up since: {asked}" in page
    assert "No vehicles" in page
    assert "overdue" in page
    assert "As of 1 January 2040" in page


@pytest.mark.parametrize("name", ["progress.pdf", "progress.docx"])
def test_a_report_leaves_as_a_file(cast, record, made, report, name):
    hand_in(report, by=cast.editor)
    address = reverse("plans:report", args=[record.pk, made.pk])
    answer = cast.client("reader").post(address, {"export": name})
    assert answer.status_code == 200
    assert answer.content[:4] in (b"%PDF", b"PK\x03\x04")
    assert cast.client("reader").post(address, {"export": "x"}).status_code == 404


def test_later_changes_of_the_plan_leave_a_round_as_it_was_asked(cast, keep, record, made, at):
    first = FINISHED.activities[0]
    change = store.Change(
        "", lambda plan: (plan.model_copy(update={"activities": plan.activities[1:]}), "")
    )
    store.save(record.pk, [change], by=cast.editor, action="other", detail={}, address="")
    assert first.title in text_of(cast.client("editor").get(at("enter")))


def test_the_start_page_says_what_waits_for_whom(record, made, report, cast) -> None:
    """To whoever opened the round: what was handed in, and who has not answered near the day."""
    made.due = timezone.localdate() + timedelta(days=3)
    made.save(update_fields=["due"])
    asked = made.reports.count()
    hand_in(report, by=cast.editor)

    def said_to(user) -> str:
        client = Client()
        client.force_login(user)
        return text_of(client.get("/"))

    home = said_to(cast.editor)
    assert f"{report.body} has handed in: {made.title}" in home
    assert f"{made.title}: {asked - 1} bod" in home
    for other in (cast.reader, cast.outsider):
        assert made.title not in said_to(other)
    report.refresh_from_db()
    rounds.accept(report, version=report.version, by=cast.editor)
    assert "has handed in" not in said_to(cast.editor)
    rounds.close(made, by=cast.editor)
    assert made.title not in said_to(cast.editor)
