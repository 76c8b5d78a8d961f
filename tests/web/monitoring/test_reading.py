"""The dashboard says what was approved, beside its target, and what is due; never more than that."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.monitoring.conftest import ACTED, DEBT, TRAINED
from trueline.design import Design
from trueline.web.monitoring.models import MeasuredCell, Measurement


@pytest.fixture
def on(monkeypatch):
    """The day on which pages are opened."""
    from datetime import date

    def day(text: str) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *args: date.fromisoformat(text))

    return day


def words(response) -> str:
    """What a page says, in one line."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", unescape(text))


def test_shares_are_summed_and_never_averaged(accepted, page, on):
    on("2026-07-01")
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    accepted("acted", "2026-Q2", numerator="5", denominator="150")
    shown = words(page("reader", "dashboard"))
    assert "10 % (20 of 200)" in shown
    assert "2 of 2 readings" in shown


def test_a_fall_from_40_to_30_against_20_is_half_the_way(accepted, page, on):
    on("2027-01-01")
    accepted("debt", "2026", value="30")
    shown = words(page("reader", "dashboard"))
    assert "30 EUR" in shown
    assert "Baseline 40" in shown
    assert "target 20 by" in shown
    assert "50 % of the way" in shown


def test_more_than_the_target_is_asked_about(accepted, page, on):
    on("2026-04-01")
    assert "More than the target is reached" not in words(page("reader", "dashboard"))
    accepted("trained", "2026-Q1", value="250")
    shown = words(page("reader", "dashboard"))
    assert "125 % of the way" in shown
    assert "More than the target is reached" in shown


def test_before_anything_is_due_nothing_is_said_to_be_missing(page, on):
    on("2026-02-01")
    shown = words(page("reader", "dashboard"))
    assert shown.count("Nothing due yet") == 3
    assert "Missing" not in shown
    assert "readings" not in shown
    assert "target 200 by" in shown


def test_what_was_not_approved_does_not_count(entered, page, on):
    on("2026-04-01")
    entered("trained", "2026-Q1", submit=True, value="30")
    shown = words(page("reader", "dashboard"))
    assert "30 people" not in shown
    assert "2026-Q1: 1 figure waits for approval" in shown


def test_zero_missing_and_not_applicable_are_three_things(accepted, page, on):
    on("2026-10-01")
    accepted("trained", "2026-Q1", value="0")
    accepted("trained", "2026-Q2", answer="not-applicable", note="The school was closed.")
    shown = words(page("reader", "dashboard"))
    assert "0 people" in shown
    assert "1 of 3 readings; 1 missing; 1 not applicable" in shown


def test_groups_without_a_total_are_one_reading(accepted, page, on):
    on("2026-07-01")
    accepted("trained", "2026-Q1", female__value="40", male__value="80")
    assert "1 of 2 readings; 1 missing" in words(page("reader", "dashboard"))


def test_groups_stand_beside_the_figure(accepted, page, on):
    on("2026-07-01")
    assert "Female" not in words(page("reader", "dashboard"))
    accepted("trained", "2026-Q1", value="65", female__value="25", male__value="40")
    accepted("trained", "2026-Q2", value="0", female__value="0")
    shown = words(page("reader", "dashboard"))
    assert "Female: 25 people" in shown
    assert "Male: 40 people" in shown


def test_many_groups_stand_on_the_page_of_their_indicator_alone(monitored, page, due, on):
    on("2026-07-01")
    one = due("trained", "2026-Q1")
    one.indicator.content = one.indicator.content.replace('["sex"]', '["sex","age"]')
    one.indicator.save()
    keys = [f"age=age-{number}" for number in range(9)]
    for number, group in enumerate(keys):
        MeasuredCell.objects.create(measurement=one, group=group, value=number + 30)
    Measurement.objects.filter(pk=one.pk).update(state="approved")
    assert "38 people" in words(page("reader", "indicator", one.indicator_id))
    assert "38 people" not in words(page("reader", "dashboard"))


def test_the_one_main_act_is_what_the_reader_may_do(entered, page, on):
    on("2026-04-01")

    def main(who: str) -> str:
        html = page(who, "dashboard").content.decode()
        (button,) = re.findall(r'<a class="button"[^>]*>(.*?)</a>', html, re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", "", button).split())

    assert main("editor").startswith("Enter figures")
    assert main("reader") == "Reports of figures"


def test_a_measured_baseline_is_the_baseline(accepted, page, on):
    on("2026-04-01")
    assert "No baseline" in words(page("reader", "dashboard"))
    accepted("acted", "2026-01-01", numerator="10", denominator="100")
    accepted("acted", "2026-Q1", numerator="35", denominator="100")
    shown = words(page("reader", "dashboard"))
    assert "Baseline 10" in shown
    assert "35 % (35 of 100)" in shown
    assert "50 % of the way" in shown


def test_a_follow_up_stands_beside_the_figure_and_not_in_it(accepted, page, on):
    on("2028-02-01")
    accepted("debt", "2026", value="30")
    later = accepted("debt", "2027-12-31", value="39")
    assert "50 % of the way" in words(page("reader", "dashboard"))
    shown = words(page("reader", "indicator", later.indicator_id))
    assert "Follow-up" in shown
    assert "39 EUR" in shown


def test_what_is_overdue_and_what_comes_next_is_led_to(page, due, on):
    on("2026-05-01")
    shown = page("editor", "dashboard")
    assert re.findall(r"overdue .*?2026-Q1, until", words(shown))
    assert "2026-Q2, until" in words(shown)
    assert "2026-Q3, until" not in words(shown)
    for period in ("2026-Q1", "2026-Q2"):
        address = f"/monitoring/periods/{due('trained', period).period_id}/"
        assert address in shown.content.decode()
        assert address not in page("reader", "dashboard").content.decode()


def test_the_start_page_leads_its_owner_to_what_is_due(accepted, page, due, cast, monitored, on):
    on("2026-04-10")
    first = f"/monitoring/periods/{due('acted', '2026-Q1').period_id}/"
    second = f"/monitoring/periods/{due('acted', '2026-Q2').period_id}/"
    shown = cast.client("editor").get("/").content.decode()
    assert first in shown
    assert second not in shown
    assert first not in cast.client("owner").get("/").content.decode()
    accepted("acted", "2026-Q1", numerator="1", denominator="2")
    accepted("trained", "2026-Q1", value="30")
    assert first not in cast.client("editor").get("/").content.decode()
    on("2026-06-10")
    assert second in cast.client("editor").get("/").content.decode()
    cast.editor.memberships.update(role="reader")
    assert second not in cast.client("editor").get("/").content.decode()


def test_the_calendar_counts_where_figures_are(accepted, entered, page, on):
    on("2026-05-01")
    accepted("trained", "2026-Q1", value="1")
    entered("acted", "2026-Q1", submit=True, numerator="1", denominator="2")
    shown = words(page("reader", "calendar"))
    assert re.search(r"2026-Q1 Reporting period \S+ \S+ \S+ 0 1 1", shown)
    assert re.search(r"2026-01-01 Baseline \S+ \S+ \S+ 1 0 0 overdue", shown)


def test_a_gap_parts_the_line_of_the_picture(accepted, page, on):
    on("2027-01-01")
    for period, value in (("2026-Q1", "20"), ("2026-Q2", "40"), ("2026-Q4", "30")):
        accepted("trained", period, value=value)
    drawn = page("reader", "dashboard").content.decode()
    picture = re.search(r"<svg.*?</svg>", drawn)[0]
    assert "<title>Inspectors trained</title>" in picture
    assert picture.count("<circle") == 3
    assert len(re.findall(r'd="M[\d.]+ [\d.]+L', picture)) == 1
    table = re.search(r"<tbody>.*?</tbody>", drawn, re.S)[0]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table)).split() == [
        *("2026-Q1", "20", "people", "2026-Q2", "40", "people"),
        *("2026-Q3", "Missing", "2026-Q4", "30", "people"),
    ]


def test_among_arabic_words_a_day_is_not_turned_round(cast, monitored, due):
    client = cast.client("editor")
    client.cookies["django_language"] = "ar"
    one = due("acted", "2026-01-01")
    address = reverse("monitoring:enter", args=[monitored.pk, one.period_id])
    assert "\u20662026-01-01\u2069" in client.get(address).content.decode()
    client.cookies["django_language"] = "fr"
    assert "Chiffres de 2026-01-01" in client.get(address).content.decode()


def test_a_retired_indicator_keeps_its_page_and_leaves_the_dashboard(
    accepted, page, revise, monitored
):
    one = accepted("debt", "2026", value="30")
    revise(monitored, TRAINED, ACTED)
    assert "Fee paid by workers" not in words(page("reader", "dashboard"))
    shown = words(page("reader", "indicator", one.indicator_id))
    assert "no longer measures this" in shown
    assert "30 EUR" in shown


def test_targets_of_earlier_versions_stay_with_who_approved_them(page, revise, monitored, due):
    target = {"due": "2026-12-31", "value": 150, "rationale": "Fewer were named"}
    one = due("trained", "2026-Q1")
    revise(monitored, TRAINED | {"targets": [target]}, ACTED, DEBT)
    shown = words(page("reader", "indicator", one.indicator_id))
    for text in ("target 200 by", "target 150 by", "Fewer were named", "Owner Person"):
        assert text in shown


def test_before_approval_the_page_says_how_it_begins(cast, keep, programme):
    record = keep(programme)
    shown = cast.client("editor").get(reverse("monitoring:dashboard", args=[record.pk]))
    assert "Approving a submitted version" in words(shown)
    assert reverse("documents:submissions", args=[record.pk]) in shown.content.decode()


def test_the_way_there_stands_beside_every_page_of_a_design(at, cast):
    page = cast.client("reader").get(at("documents:history")).content.decode()
    assert at("monitoring:dashboard") in page


def many(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"i{number}",
            "statement": f"Indicator {number}",
            "measure": "count",
            "frequency": "quarterly",
            "disaggregation": ["sex"],
            "targets": [{"due": "2027-12-31", "value": 100}],
        }
        for number in range(count)
    ]


def test_more_than_fifty_indicators_stand_on_several_pages(keep, approve, cast):
    design = {"title": "Large", "start": "2026-01-01", "end": "2026-12-31"}
    record = keep(Design.model_validate(design | {"indicators": many(51)}))
    approve(record)
    client, address = cast.client("reader"), reverse("monitoring:dashboard", args=[record.pk])
    first, second = words(client.get(address)), words(client.get(f"{address}?page=2"))
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    for statement, here, elsewhere in (
        ("Indicator 49", first, second),
        ("Indicator 50", second, first),
    ):
        assert statement in here
        assert statement not in elsewhere


@pytest.mark.slow
def test_fifty_indicators_of_eight_periods_take_fifteen_queries(keep, approve, cast):
    design = {"title": "Large", "start": "2026-01-01", "end": "2027-12-31"}
    record = keep(Design.model_validate(design | {"indicators": many(50)}))
    approve(record)
    quarters = Measurement.objects.filter(indicator__document=record, occasion="period")
    assert quarters.count() == 50 * 8
    groups = ("", "sex=female", "sex=male", "sex=other")
    MeasuredCell.objects.bulk_create(
        MeasuredCell(measurement=one, group=group, value=5) for one in quarters for group in groups
    )
    quarters.update(state="approved")
    client, one = cast.client("owner"), quarters.first()
    for name, args in (
        ("dashboard", []),
        ("calendar", []),
        ("enter", [one.period_id]),
        ("decide", [one.period_id]),
        ("indicator", [one.indicator_id]),
    ):
        address = reverse(f"monitoring:{name}", args=[record.pk, *args])
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 15, name


def test_the_page_of_an_indicator_has_its_groups_to_date(page, accepted, due):
    accepted("trained", "2026-Q1", value="40", female__value="25", male__value="15")
    accepted("trained", "2026-Q2", value="60", female__value="20", male__value="40")
    said = words(page("reader", "indicator", due("trained", "2026-Q1").indicator_id))
    assert "Female 45 people" in said
    assert "Male 55 people" in said
