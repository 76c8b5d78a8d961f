"""All programmes of an organisation side by side: where they stand, and what is due and missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.monitoring.conftest import DEBT
from tests.web.monitoring.test_reading import words
from trueline.document import set_field
from trueline.web.documents.models import DocumentRecord

pytestmark = pytest.mark.either_database


@pytest.fixture
def on(monkeypatch):
    def day(text: str) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *args: date.fromisoformat(text))

    return day


@pytest.fixture(autouse=True)
def spring(on):
    on("2026-04-10")


@pytest.fixture
def show(cast):
    def opened(who: str = "reader", **query: str):
        address = reverse("monitoring:portfolio", args=[cast.organisation.pk])
        return cast.client(who).get(address, query)

    return opened


def row(response, number: int = 0):
    return response.context["rows"][number]


def test_each_programme_says_where_its_indicators_stand(accepted, show, on):
    accepted("trained", "2026-Q1", value="250")
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    shown = row(show())
    assert shown.standing == ["1 reached", "1 on the way", "1 without a figure"]
    on("2027-02-01")
    accepted("debt", "2026", value="45")
    assert row(show()).standing == ["1 reached", "2 not reached in time"]


def test_a_fall_that_should_be_is_on_the_way_and_a_rise_moved_away(accepted, show, on):
    on("2026-12-31")
    accepted("debt", "2026", value="30")
    assert "50 % of the way" in words(show())
    assert "1 on the way" in row(show()).standing


def test_a_target_that_was_to_fall_moved_away(accepted, show, on):
    on("2026-12-31")
    accepted("debt", "2026", value="45")
    assert "1 moved away" in row(show()).standing


def test_it_counts_what_is_overdue_and_what_waits(entered, show, monitored):
    before = row(show())
    assert before.record.overdue == 3  # a baseline, and a quarter of two indicators
    assert before.due["next"] == date(2026, 6, 30)
    entered("trained", "2026-Q1", value="40", submit=True)
    after = row(show())
    assert (after.record.overdue, after.due["waiting"]) == (2, 1)


def test_gaps_are_those_of_the_figures_expected_so_far(accepted, show):
    accepted("trained", "2026-Q1", value="40")
    assert row(show()).gaps == "1 of 2 readings; 1 missing"


def test_a_small_count_of_people_is_held_back_with_its_way(accepted, show):
    accepted("trained", "2026-Q1", value="7")
    said = words(show())
    assert "<11" in said
    assert "7 people" not in said
    assert "3.5 %" not in said
    assert "1 held back" in said
    accepted("acted", "2026-Q1", numerator="3", denominator="5")
    assert "60 % (3 of 5)" in words(show())  # counts no people


def test_a_share_of_few_people_is_held_back_whole(keep, programme, approve, show, monkeypatch):
    from tests.web.figures import decide, enter, hand_in
    from trueline.measures.readings import Share
    from trueline.web.monitoring.models import Measurement

    people = programme.indicators[1].model_copy(update={"counts_people": True})
    record = keep(set_field(programme, "indicators", (people,)))
    approve(record)
    one = Measurement.objects.get(period__label="2026-Q1", indicator__document=record)
    owner = record.organisation.memberships.get(role="owner").user
    enter(one, Share(Decimal(4), Decimal(60)), by=owner)
    hand_in(one, by=owner)
    one.refresh_from_db()
    decide(one, by=owner)
    said = words(show())
    assert "4 of 60" not in said
    assert "6.7" not in said
    assert row(show()).standing == ["1 held back"]


def test_what_was_retired_is_in_no_count(monitored, revise, show):
    revise(monitored, DEBT)
    shown = row(show())
    assert shown.standing == ["1 without a figure"]
    assert shown.record.overdue == 0


def test_it_is_narrowed_by_words_owner_and_what_is_due(
    cast, monitored, keep, programme, approve, show, entered
):
    other = keep(set_field(programme, "title", "Better law"))
    approve(other)
    entered("trained", "2026-Q1", value="40", submit=True)
    DocumentRecord.objects.filter(pk=other.pk).update(owner=cast.reader)

    def titles(**query: str) -> list[str]:
        return [each.record.title for each in show(**query).context["rows"]]

    assert titles() == ["Better law", "Safe work"]  # most overdue first
    assert titles(q="safe") == ["Safe work"]
    assert titles(whose="mine") == ["Better law"]
    assert titles(due="waiting") == ["Safe work"]
    assert titles(due="late") == ["Better law", "Safe work"]
    assert "Nothing was found" in words(show(q="nowhere"))
    assert titles(due="unknown") == titles()


def test_an_archived_programme_is_not_in_it(monitored, show):
    DocumentRecord.objects.update(archived=timezone.now())
    assert "Nothing is measured yet" in words(show())


def test_it_is_paged_and_asks_as_often_for_twenty_as_for_one(
    cast, monitored, keep, programme, approve, show
):
    client, address = (
        cast.client("reader"),
        reverse("monitoring:portfolio", args=[cast.organisation.pk]),
    )
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(21):
        approve(keep(programme))
    with CaptureQueriesContext(connection) as many:
        first = client.get(address)
    assert len(many) <= len(one) <= 16
    assert len(first.context["rows"]) == 20
    assert len(show(page="2").context["rows"]) == 2


def test_others_find_nothing_and_nobody_writes(cast, monitored, show):
    assert show("outsider").status_code == 404
    address = reverse("monitoring:portfolio", args=[cast.organisation.pk])
    assert cast.client("owner").post(address).status_code == 405
