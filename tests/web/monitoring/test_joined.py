"""What was built apart holds together: partners and reports of all, sites and layouts, figures and sums."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.figures import decide, enter, hand_in
from tests.web.monitoring.conftest import DEBT, named, seen_on
from tests.web.monitoring.test_donors import row_of
from tests.web.monitoring.test_exporting import lines, report  # noqa: F401 - a fixture
from tests.web.monitoring.test_workbooks import say, upload, workbook  # noqa: F401 - fixtures
from trueline.document import set_field
from trueline.measures.aggregates import Coverage
from trueline.measures.readings import Count
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.home.reminders import reminders_of
from trueline.web.monitoring import summaries
from trueline.web.monitoring.actions import dividing
from trueline.web.monitoring.feed import events_of

TODAY = date(2026, 4, 10)


@pytest.fixture(autouse=True)
def spring(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def shown(cast, monitored):
    """What the portfolio says of the programme, as it was kept before; kept anew afterwards."""

    def seen() -> tuple[list[str], str, Coverage]:
        address = reverse("monitoring:portfolio", args=[cast.organisation.pk])
        (row,) = cast.client("reader").get(address).context["rows"]
        kept = summaries.summaries_of([monitored], TODAY)[monitored.pk]
        summaries.forget(monitored.pk)
        assert kept == summaries.summaries_of([monitored], TODAY)[monitored.pk]
        summaries.keep([monitored], TODAY)
        return [line.value for line in kept.lines], row.standing[0], kept.coverage

    seen()
    return seen


def take_in(upload, say, *rows):  # noqa: F811
    """Take in a workbook of sites and their figures."""
    table = workbook(["Indicator", "Period", "Where", "Number"], *rows)
    asked = say(upload(table), role_2="place", role_3="value")
    assert say(asked, press="take").status_code == 302


def test_after_every_act_the_portfolio_shows_the_new_figure(
    shown,
    site,
    told_by,
    upload,  # noqa: F811
    say,  # noqa: F811
    cast,
    page,
    monitored,
    revise,
):
    kisumu, mombasa = site("Kisumu"), site("Mombasa")
    assert shown()[0][0] == "Missing"
    quarter = [("trained", "2026-Q1", "Kisumu", 120), ("trained", "2026-Q1", "Mombasa", 90)]
    take_in(upload, say, *map(list, quarter))
    for each in (kisumu, mombasa):
        hand_in(told_by(each, "2026-Q1"), by=cast.editor)
    decide(told_by(kisumu, "2026-Q1"), by=cast.owner)
    assert shown()[0][0] == "120 people"
    decide(told_by(mombasa, "2026-Q1"), "Which lists?", by=cast.owner)
    assert shown()[0][0] == "120 people"
    take_in(upload, say, ["trained", "2026-Q1", "Mombasa", 95])
    hand_in(told_by(mombasa, "2026-Q1"), by=cast.editor)
    decide(told_by(mombasa, "2026-Q1"), by=cast.owner)
    assert (shown()[0][0], shown()[1]) == ("215 people", "1 reached")
    one = told_by(mombasa, "2026-Q1")
    data = seen_on(page("editor", "correct", one.pk)) | {named(one, "value"): "30"}
    page("editor", "correct", one.pk, data=data | {"reason": "Counted twice"})
    assert shown()[0][0] == "120 people"  # a correction counts once it is approved
    decide(told_by(mombasa, "2026-Q1"), by=cast.owner)
    assert shown()[0][0] == "150 people"
    nairobi = site("Nairobi", begins=date(2026, 4, 1))
    dividing.remove_site(monitored, nairobi, by=cast.owner)
    kisumu.closed = date(2026, 4, 1)
    dividing.save_site(monitored, kisumu, by=cast.owner)
    assert shown()[0][0] == "150 people"
    revise(monitored, DEBT)
    assert len(shown()[0]) == 1


def test_a_site_that_begins_later_and_tells_of_more_leaves_no_old_sum(shown, site, cast, monitored):
    site("Kisumu", indicators=("acted",))
    mombasa = site("Mombasa", indicators=("trained",))
    before = shown()[2]
    mombasa.indicators, mombasa.begins = ["trained", "acted"], date(2026, 7, 1)
    dividing.save_site(monitored, mombasa, by=cast.owner)  # as many rows go as come
    assert shown()[2].expected == before.expected - 1


def test_a_partner_is_told_of_no_study_and_reminded_of_no_programme(
    site, assign, cast, monitored, approve
):
    assign(site("Kisumu"))
    study = {"id": "s1", "title": "Household survey", "kind": "endline", "due": date(2026, 11, 2)}
    plan = store.Change(
        "evaluation", lambda design: (set_field(design, "evaluation.studies", (study,)), "")
    )
    store.save(monitored.pk, [plan], by=cast.editor, action="changed")
    approve(monitored)

    def told_of(user) -> list[str]:
        events = events_of(user, "all", today=TODAY, address=lambda path: path)
        return [event.summary for event in events]

    assert any("Household survey" in each for each in told_of(cast.reader))
    assert not any("Household survey" in each for each in told_of(cast.partner))
    monitored.owner = cast.partner  # as of somebody whose role was narrowed afterwards
    monitored.save()
    now = datetime(2026, 4, 1, 9, tzinfo=UTC)
    User.objects.filter(pk=cast.partner.pk).update(mailed_until=now - timedelta(days=9))
    cast.partner.refresh_from_db()
    assert not list(reminders_of(cast.partner, now))


def test_layouts_add_up_sites_and_say_whose_a_note_is(
    site,
    told_by,
    report,  # noqa: F811
    cast,
):
    kisumu, mombasa = site("Kisumu"), site("Mombasa")
    for one, count, note in ((kisumu, 120, ""), (mombasa, 90, "Floods")):
        enter(told_by(one, "2026-Q1"), Count(Decimal(count)), by=cast.editor, note=note)
        hand_in(told_by(one, "2026-Q1"), by=cast.editor)
        decide(told_by(one, "2026-Q1"), by=cast.owner)
    span = ("2026-01-01", "2026-Q1")
    current = row_of(report("eu.xlsx", *span), "Inspectors")["Current value (reference year)"]
    assert current.startswith("210 people")
    row = row_of(report("usaid.xlsx", *span), "Inspectors")["rows"][0]
    assert (row["Actual"], row["Deviation narrative"]) == (210, "Mombasa: Floods")
    row = row_of(report("iom.xlsx", *span), "Inspectors")
    assert (row["Cumulative progress"], row["Comments"]) == (210, "2026-Q1: Mombasa: Floods")
    (whole,) = [each for each in lines(report("iptt.xlsx", *span)) if "Inspectors" in str(each)][:1]
    assert 210 in whole.values()
