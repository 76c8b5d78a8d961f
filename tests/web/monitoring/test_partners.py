"""Partners enter what they were assigned, site by site, and see nothing else."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from urllib.parse import urlencode

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES, PRIVATE, url_of

from tests.web.figures import decide, enter, hand_in
from tests.web.monitoring.conftest import named, seen_on
from trueline.limits import OverLimit
from trueline.measures.readings import Count
from trueline.web.accounts.actions import members
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event
from trueline.web.documents.actions import archiving
from trueline.web.monitoring.actions import attaching, dividing
from trueline.web.monitoring.feed import events_of
from trueline.web.monitoring.models import (
    FigureAssignment,
    Measurement,
    ReportingPeriod,
    ReportingSite,
)

SECRET = "Mombasa 73419"
"""What stands in the figures of a site that the partner has nothing to do with."""


@pytest.fixture
def report(cast, monitored):
    """Open the partner's page of a measurement's period, or send it with other parts."""

    def opened(one: Measurement, **parts: str):
        address = reverse("monitoring:report", args=[monitored.pk, one.period_id])
        client = cast.client("partner")
        shown = client.get(address)
        if not parts:
            return shown
        data = seen_on(shown) | {"submit": "yes"}
        data |= {named(one, part): text for part, text in parts.items()}
        return client.post(address, data)

    return opened


def test_the_header_says_that_a_partner_is_at_their_work_and_not_among_designs(
    site, told_by, assign, report
):
    kisumu = site("Kisumu")
    assign(kisumu, "trained")
    header = report(told_by(kisumu, "2026-Q1")).content.decode().partition("</header>")[0]
    here = re.findall(r'href="([^"]+)"\s*aria-current="true"', header)
    assert here == [reverse("home")]


def test_sites_make_the_figure_of_the_programme(site, told_by, cast, page, monitored):
    kisumu, mombasa = site("Kisumu"), site("Mombasa", begins=date(2026, 4, 1))
    assert not Measurement.objects.filter(site=None, indicator__key="trained").exists()
    assert not Measurement.objects.filter(site=mombasa, period__label="2026-Q1").exists()
    for of, period, count in (
        (kisumu, "2026-Q1", 10),
        (kisumu, "2026-Q2", 20),
        (mombasa, "2026-Q2", 5),
    ):
        one = told_by(of, period)
        enter(one, Count(Decimal(count)), by=cast.editor, note="")
        hand_in(one, by=cast.editor)
        decide(one, by=cast.owner)
    shown = page("reader", "indicator", told_by(kisumu, "2026-Q1").indicator_id).content.decode()
    assert "35 people" in shown
    assert "<bdi>Mombasa</bdi>" in shown
    dashboard = page("reader", "dashboard").content.decode()
    assert '<bdi dir="ltr">2026-Q2</bdi></th><td dir="auto">25 people</td>' in dashboard


def test_nothing_is_told_of_a_programme_that_was_archived(
    site, assign, told_by, report, cast, monitored
):
    kisumu = site("Kisumu")
    assign(kisumu)
    one = told_by(kisumu, "2026-Q1")
    assert report(one).status_code == 200
    archiving.archive(monitored, by=cast.owner)
    assert report(one, value="10").status_code in (404, 409)
    assert told_by(kisumu, "2026-Q1").state == one.state


def test_what_was_told_as_a_whole_stays_whole_and_what_sites_told_stays_theirs(
    site, told_by, cast, monitored, page
):
    enter(told_by(None, "2026-Q1"), Count(Decimal(30)), by=cast.editor)
    kisumu = site("Kisumu", indicators=())
    assert not kisumu.measurements.filter(indicator__key="trained").exists()
    assert "Inspectors trained" in page("owner", "sites").content.decode()
    acted = told_by(kisumu, "2026-Q1", "acted")
    enter(acted, None, by=cast.editor)
    with pytest.raises(dividing.HasFigures):
        dividing.remove_site(monitored, kisumu, by=cast.owner)
    kisumu.closed = date(2026, 7, 1)
    dividing.save_site(monitored, kisumu, by=cast.owner)
    acted = Measurement.objects.filter(indicator__key="acted", occasion="period")
    periods = acted.values_list("period__label", "site")
    assert sorted(periods) == [("2026-Q1", kisumu.pk), ("2026-Q2", kisumu.pk)]


def test_a_partner_enters_hands_in_is_returned_and_hands_in_again(
    site, assign, told_by, report, cast, page, client
):
    kisumu = site("Kisumu")
    assign(kisumu)
    one = told_by(kisumu, "2026-Q1")
    listed = cast.client("partner").get("/", follow=True)
    assert listed.redirect_chain == [(reverse("monitoring:reporting"), 302)]
    assert f"/periods/{one.period_id}/" in listed.content.decode()
    assert report(one, value="30", female__value="20", male__value="10").status_code == 302
    one.refresh_from_db()
    assert (one.state, one.submitted_by) == ("submitted", cast.partner)
    assert "Kisumu" in page("owner", "decide", one.period_id).content.decode()
    decide(one, "The list says 28.", by=cast.owner)
    assert "The list says 28." in report(one).content.decode()
    assert "Returned" in cast.client("partner").get("/reporting/").content.decode()
    report(one, value="28", male__value="8")
    decide(one, by=cast.owner)
    one.refresh_from_db()
    assert (one.state, one.cells.get(group="").value) == ("approved", 28)
    assert {
        event.detail["measurements"][0]
        for event in Event.objects.filter(action="submitted", subject="measurement")
    } == {one.pk}


def test_a_partner_fills_in_a_template_of_its_own(site, assign, told_by, cast, monitored):
    kisumu, mombasa = site("Kisumu"), site("Mombasa")
    assign(kisumu)
    mine, other = told_by(kisumu, "2026-Q1"), told_by(mombasa, "2026-Q1")
    client, args = cast.client("partner"), [monitored.pk, mine.period_id]
    book = openpyxl.load_workbook(
        BytesIO(client.get(reverse("monitoring:report-template", args=args)).content)
    )
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[1]}
    assert {row[heads["place"] - 1].value for row in sheet.iter_rows(min_row=2)} == {"Kisumu"}
    sheet.cell(2, heads["value"], 41)

    def sent(ending: str = "kept"):
        out = BytesIO()
        book.save(out)
        file = SimpleUploadedFile("figures.xlsx", out.getvalue())
        return client.post(reverse("monitoring:report-take-in", args=args), {"file": file})

    shown = sent().content.decode()
    assert "41 people" in shown
    kept = shown.split('name="kept" value="')[1].split('"')[0]
    taken = client.post(reverse("monitoring:report-take-in", args=args), {"kept": kept})
    assert taken["Location"] == reverse("monitoring:report", args=args)
    assert mine.cells.get(group="").value == 41
    sheet.cell(2, heads["place"], "Mombasa")
    refused = sent().content.decode()
    assert "is no site of this figure. It is told by Kisumu." in refused
    assert not other.cells.exists()


@pytest.fixture
def hidden(site, assign, told_by, cast, monitored):
    """A programme whose partner is assigned one site, with words of another in its figures."""
    site("Kisumu")
    far = site(SECRET)
    one = told_by(far, "2026-Q1")
    enter(one, Count(Decimal(73419)), by=cast.editor, note=SECRET)
    hand_in(one, by=cast.editor)
    one.refresh_from_db()
    data = b"73419 by the lists"
    attaching.attach(one, data, name="73419.txt", media_type="text/plain", by=cast.editor)
    decide(one, by=cast.owner)
    assign(ReportingSite.objects.get(name="Kisumu"))
    return one


def test_no_address_shows_a_partner_what_others_told(hidden, cast, foreign, monitored):
    """Every address within the programme and its organisation, with ids of what is there."""
    client = cast.client("partner")
    there = {
        **foreign,
        "document_id": monitored.pk,
        "period_id": hidden.period_id,
        "measurement_id": hidden.pk,
        "indicator_id": hidden.indicator_id,
        "site_id": hidden.site_id,
        "file_id": hidden.evidence.get().pk,
        "assignment_id": FigureAssignment.objects.get(member__user=cast.partner).pk,
    }
    open_ones = set()
    for name in sorted(PRIVATE):
        for things in (foreign, there):
            for method in ("get",) if name == "accounts:leave" else ("get", "post"):
                answer = getattr(client, method)(url_of(name, things))
                if answer.status_code not in (404, 405):
                    open_ones.add((name, things is there))
                held = b"".join(answer) if answer.streaming else answer.content
                assert b"73419" not in held, name
    assert open_ones == {
        ("accounts:leave", False),
        ("accounts:leave", True),
        ("monitoring:report", True),
        ("monitoring:report-template", True),
        ("monitoring:report-take-in", True),
    }
    mine = Measurement.objects.get(site__name="Kisumu", period=hidden.period)
    theirs = {**there, "measurement_id": mine.pk}
    assert client.get(url_of("monitoring:report-evidence", theirs)).status_code == 200
    assert client.get(url_of("monitoring:report-evidence-file", theirs)).status_code == 404


def test_a_partner_takes_evidence_back_while_the_figure_is_theirs(hidden, cast, monitored):
    one = Measurement.objects.get(
        site__name="Kisumu", period=hidden.period, indicator=hidden.indicator
    )
    kept = attaching.attach(one, b"list", name="list.txt", media_type="text/plain", by=cast.partner)
    client, put_back = cast.client("partner"), reverse("documents:put-back")
    remove = url_of(
        "monitoring:report-evidence-remove",
        {"document_id": monitored.pk, "measurement_id": one.pk, "file_id": kept.pk},
    )
    assert put_back in client.post(remove, follow=True).content.decode()
    client.post(put_back)
    assert one.evidence.get().name == "list.txt"
    client.post(remove)
    FigureAssignment.objects.filter(member__user=cast.partner).update(site=hidden.site)
    said = client.post(put_back, follow=True).content.decode()
    assert "no longer assigned to you" in said
    assert not one.evidence.exists()


def test_no_page_for_everybody_shows_a_partner_what_others_told(hidden, cast, monitored):
    client = cast.client("partner")
    names = [n for n, (view, asks) in ADDRESSES.items() if not asks]
    for name in sorted(n for n in names if ADDRESSES[n][0].access in ("open", "people")):
        for query in ({}, {"q": "73419", "words": "73419"}):
            answer = client.get(reverse(name), query)
            held = b"".join(answer) if answer.streaming else answer.content
            # what was looked for is shown in its field
            assert b"73419 people" not in held
            assert SECRET.encode() not in held
            if name in ("home", "documents:list"):
                assert monitored.title.encode() not in held
    told = client.post(reverse("archives:personal"), follow=True)
    assert SECRET.encode() not in told.content


def test_feed_and_counts_are_of_what_was_assigned(hidden, cast, told_by, monitored):
    events = list(events_of(cast.partner, "all", today=date(2026, 1, 1), address=lambda path: path))
    assert len(events) == 4
    assert all(event.summary.startswith("1 figure due") for event in events)
    assert all("/reporting/" in event.url for event in events)
    listed = cast.client("partner").get("/reporting/").content.decode()
    assert listed.count('data-label="To enter">1<') == 4


def test_what_one_enters_is_narrowed_by_words_and_by_what_is_left(hidden, cast, told_by, monitored):
    client = cast.client("partner")

    def periods(query: str) -> list[str]:
        page = client.get(f"/reporting/?{query}").content.decode()
        return re.findall(r'<bdi dir="ltr">([^<]+)</bdi>, <bdi>', page)

    every = periods("")
    assert len({*every}) == 4
    assert periods(urlencode({"q": f"{monitored.title} {every[2]}"})) == [every[2]]
    assert "Nothing was found" in client.get("/reporting/?q=nobody+at+all").content.decode()
    ReportingPeriod.objects.filter(document=monitored, label=every[1]).update(locked=timezone.now())
    assert {*periods("state=to-enter")} == {*every} - {every[1]}


def test_a_partner_cannot_enter_another_figure_by_its_name_in_the_form(
    hidden, cast, report, told_by
):
    mine = told_by(ReportingSite.objects.get(name="Kisumu"), "2026-Q1")
    report(mine, value="5")
    address = reverse("monitoring:report", args=[hidden.indicator.document_id, hidden.period_id])
    cast.client("partner").post(
        address, {named(hidden, "value"): "9", named(hidden, "seen"): "x.y"}
    )
    assert hidden.cells.get(group="").value == 73419


def test_indicators_narrow_what_is_assigned(assign, told_by, report, cast):
    assign(None, "acted")
    page = report(told_by(None, "2026-Q1")).content.decode()
    assert "Share of signs acted on" in page
    assert "Inspectors trained" not in page


def test_what_was_assigned_ends_with_the_role(site, assign, told_by, report, cast):
    kisumu = site("Kisumu")
    assign(kisumu)
    member = cast.partner.memberships.get()
    members.change_role(by=cast.owner, member=member, role=Role.READER)
    assert not FigureAssignment.objects.exists()
    members.change_role(by=cast.owner, member=member, role=Role.PARTNER)
    assert report(told_by(kisumu, "2026-Q1")).status_code == 404


def test_owners_add_sites_and_assign_on_pages(cast, page, monitored, told_by):
    added = page("owner", "add-site", data={"name": " Kisumu ", "begins": "2026-01-01"})
    assert added.status_code == 302
    kisumu = ReportingSite.objects.get()
    assert page("owner", "add-site", data={"name": "Mombasa", "begins": ""}).status_code == 422
    assert (
        "There is a site of this name"
        in page(
            "owner", "add-site", data={"name": "kisumu", "begins": "2026-01-01"}
        ).content.decode()
    )
    member = cast.partner.memberships.get()
    data = {"member": member.pk, "site": kisumu.pk, "indicators": ["trained"]}
    assert page("owner", "assign", data=data).status_code == 302
    one = FigureAssignment.objects.get()
    assert (one.site, one.indicators) == (kisumu, ["trained"])
    shown = page("owner", "sites").content.decode()
    assert "Partner Person" in shown
    client = cast.client("owner")
    address = reverse("monitoring:end-assignment", args=[monitored.pk, one.pk])
    assert reverse("documents:put-back") in client.post(address, follow=True).content.decode()
    assert not FigureAssignment.objects.exists()
    client.post(reverse("documents:put-back"))
    back = FigureAssignment.objects.get()
    assert (back.member, back.site, back.indicators) == (member, kisumu, ["trained"])
    change = reverse("monitoring:change-site", args=[monitored.pk, kisumu.pk])
    due = told_by(kisumu, "2026-Q1").state
    gone = client.post(change, {"remove": "yes"}, follow=True).content.decode()
    assert reverse("documents:put-back") in gone
    assert not FigureAssignment.objects.exists()
    client.post(reverse("documents:put-back"))
    assert FigureAssignment.objects.get().site == kisumu
    assert told_by(kisumu, "2026-Q1").state == due
    client.post(address)
    log = client.get(reverse("accounts:audit", args=[cast.organisation.pk])).content.decode()
    for said in (
        "Changed a site of",
        "Let somebody enter figures of",
        "Ended somebody’s figures of",
    ):
        assert said in log
    assert re.search("Let somebody enter figures of [^<]* again", log)
    assert re.search("Put a site of [^<]* back", log)
    page("owner", "change-site", kisumu.pk, data={"remove": "yes"})
    assert told_by(None, "2026-Q1").state == "due"


def test_sites_are_limited(site, monkeypatch):
    monkeypatch.setattr(
        dividing, "REPORTING_SITES", type(dividing.REPORTING_SITES)(1, "Sites", "x")
    )
    site("Kisumu")
    with pytest.raises(OverLimit):
        site("Mombasa")
