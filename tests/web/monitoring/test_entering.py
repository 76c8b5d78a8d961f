"""Figures are entered for a period at once, by whoever may, and nothing is overwritten unseen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.web.monitoring.conftest import named, seen_on
from trueline.web.audit.models import Event
from trueline.web.monitoring.models import Correction, Measurement, ReportingPeriod


def figures(measurement: Measurement) -> dict[str, tuple[Decimal | None, ...]]:
    return {
        cell.group: (cell.value, cell.numerator, cell.denominator)
        for cell in measurement.cells.all()
    }


def test_what_is_typed_is_kept_and_what_is_empty_is_missing(entered, due, cast):
    answer = entered("trained", "2026-Q1", value="30", female__value="0", male__value="30")
    assert answer.status_code == 302
    one = due("trained", "2026-Q1")
    assert figures(one) == {
        "": (30, None, None),
        "sex=female": (0, None, None),
        "sex=male": (30, None, None),
    }
    assert (one.state, one.changed_by) == ("draft", cast.editor)
    assert due("acted", "2026-Q1").state == "due"
    event = Event.objects.get(action="changed", subject="measurement")
    assert event.detail == {"period": "2026-Q1", "measurements": [one.pk]}


def test_a_share_keeps_both_of_its_numbers(entered, due):
    entered("acted", "2026-Q1", numerator="15", denominator="50")
    assert figures(due("acted", "2026-Q1")) == {"": (None, 15, 50)}


@pytest.mark.parametrize(
    ("key", "parts", "says"),
    [
        ("trained", {"value": "many"}, "It is no number"),
        ("trained", {"value": "12.5"}, "People are counted in whole numbers"),
        ("trained", {"value": "-3"}, "People are counted in whole numbers"),
        ("acted", {"numerator": "6.000", "denominator": "9"}, "Choose what is meant"),
        ("acted", {"numerator": "15"}, "Fill in both numbers, or neither"),
        ("acted", {"numerator": "1", "denominator": "0.00001"}, "more than four decimals"),
        ("acted", {"numerator": "1", "denominator": "999999999999"}, "too large"),
        ("acted", {"answer": "missing"}, "Say here why there is no figure"),
        (
            "acted",
            {"answer": "missing", "note": "Lost", "numerator": "1", "denominator": "2"},
            "Leave one of the two empty",
        ),
        ("acted", {"answer": "elsewhere"}, "Choose one of the list"),
        ("acted", {"note": "x" * 2001}, "longer than 2000 letters"),
    ],
)
def test_what_cannot_be_is_said_beside_it_and_nothing_is_saved(entered, due, key, parts, says):
    answer = entered(key, "2026-Q1", **parts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert due(key, "2026-Q1").indicator.label in page
    for part, text in parts.items():
        assert seen_on(answer)[named(due(key, "2026-Q1"), part)] == text or part == "answer"
    assert not Measurement.objects.exclude(state="due").exists()


def test_a_number_that_could_be_two_is_asked_with_both_and_kept_as_chosen(entered, due):
    asked = entered("acted", "2026-Q1", numerator="1.500", denominator="6,000")
    for part, text in (("numerator", "1500"), ("numerator", "1.5"), ("denominator", "6")):
        name = named(due("acted", "2026-Q1"), part)
        assert f'name="{name}:meant" value="{text}"' in asked.content.decode()
    meant = {"numerator:meant": "1500", "denominator:meant": "6000"}
    answer = entered("acted", "2026-Q1", numerator="1.500", denominator="6,000", **meant)
    assert answer.status_code == 302
    assert figures(due("acted", "2026-Q1")) == {"": (None, 1500, 6000)}


@pytest.mark.parametrize("text", ["1 500", "1,500", "1.500", "١٬٥٠٠", "1'500"])
def test_people_are_counted_in_any_spelling_of_a_whole_number(entered, due, text):
    assert entered("trained", "2026-Q1", value=text).status_code == 302
    assert figures(due("trained", "2026-Q1")) == {"": (1500, None, None)}


def test_what_was_understood_is_read_back_beside_what_is_wrong(entered):
    answer = entered("trained", "2026-Q1", value="1 500", female__value="many")
    assert "Read as <bdi>1,500</bdi>" in answer.content.decode()


def test_that_there_is_no_figure_is_kept_with_its_reason(entered, due):
    entered("acted", "2026-Q1", answer="missing", note="The files were lost in the flood.")
    one = due("acted", "2026-Q1")
    assert (one.answer, one.state, figures(one)) == ("missing", "draft", {})


def test_emptying_a_row_makes_it_due_again(entered, due):
    entered("acted", "2026-Q1", numerator="15", denominator="50")
    entered("acted", "2026-Q1", numerator="", denominator="")
    assert (due("acted", "2026-Q1").state, figures(due("acted", "2026-Q1"))) == ("due", {})


def test_a_total_that_differs_from_its_parts_is_asked_about(entered, due, page):
    parts = {"value": "100", "female__value": "40", "male__value": "50"}
    answer = entered("trained", "2026-Q1", submit=True, **parts)
    assert answer.status_code == 302
    one = due("trained", "2026-Q1")
    assert one.state == "draft"
    shown = page("editor", "enter", one.period_id).content.decode()
    assert "They differ by 10." in shown
    entered("trained", "2026-Q1", submit=True, note="Ten did not say.")
    assert due("trained", "2026-Q1").state == "submitted"


def test_without_a_total_the_parts_are_the_total(accepted, page):
    one = accepted("trained", "2026-Q1", female__value="40", male__value="80")
    assert "120 people" in page("reader", "indicator", one.indicator_id).content.decode()


def test_two_people_fill_in_different_rows_of_one_period(page, due):
    trained, acted = due("trained", "2026-Q1"), due("acted", "2026-Q1")
    first = seen_on(page("editor", "enter", trained.period_id))
    second = dict(first)
    first[named(trained, "value")] = "30"
    second |= {named(acted, "numerator"): "1", named(acted, "denominator"): "2"}
    assert page("editor", "enter", trained.period_id, data=first).status_code == 302
    assert page("owner", "enter", trained.period_id, data=second).status_code == 302
    assert figures(trained) == {"": (30, None, None)}
    assert figures(acted) == {"": (None, 1, 2)}


def test_two_people_at_the_same_figure_see_both_and_neither_is_lost(page, due):
    trained, acted = due("trained", "2026-Q1"), due("acted", "2026-Q1")
    first = seen_on(page("editor", "enter", trained.period_id))
    second = dict(first)
    first[named(trained, "value")] = "30"
    second |= {named(trained, "value"): "33", named(acted, "numerator"): "1"}
    second |= {named(acted, "denominator"): "2"}
    page("editor", "enter", trained.period_id, data=first)
    met = page("owner", "enter", trained.period_id, data=second)
    text = met.content.decode()
    assert met.status_code == 409
    assert "Editor Person saved this meanwhile" in text
    assert "30 people" in text
    assert figures(trained) == {"": (30, None, None)}
    assert figures(acted) == {}
    again = seen_on(met)
    assert again[named(trained, "value")] == "33"
    assert page("owner", "enter", trained.period_id, data=again).status_code == 302
    assert figures(trained) == {"": (33, None, None)}
    assert figures(acted) == {"": (None, 1, 2)}


def test_a_form_that_nobody_touched_changes_nothing(page, entered, due, snapshot):
    entered("acted", "2026-Q1", numerator="0.5", denominator="1234.5678", note="Two\nlines")
    one = due("acted", "2026-Q1")
    data = seen_on(page("owner", "enter", one.period_id))
    before = snapshot()["monitoring_measurement"], snapshot()["monitoring_measuredcell"]
    page("owner", "enter", one.period_id, data=data)
    assert (snapshot()["monitoring_measurement"], snapshot()["monitoring_measuredcell"]) == before


def test_figures_are_handed_in_returned_and_handed_in_again(page, entered, due, cast):
    entered("trained", "2026-Q1", submit=True, value="30")
    one = due("trained", "2026-Q1")
    assert (one.state, one.submitted_by) == ("submitted", cast.editor)
    shown = seen_in(page("owner", "decide", one.period_id))
    refused = page("owner", "decide", one.period_id, data=shown | {f"choice-{one.pk}": "return"})
    assert refused.status_code == 422
    assert "Say what is to be looked at again" in refused.content.decode()
    returned = {f"choice-{one.pk}": "return", f"reason-{one.pk}": "The list says 28."}
    page("owner", "decide", one.period_id, data=shown | returned)
    one.refresh_from_db()
    assert (one.state, one.decided_by) == ("returned", cast.owner)
    assert "The list says 28." in page("editor", "enter", one.period_id).content.decode()
    entered("trained", "2026-Q1", submit=True, value="28")
    kept = Correction.objects.get(measurement=one)
    assert kept.before["cells"] == {"": {"value": "30"}}
    assert (kept.by, kept.reason) == (cast.editor, "The list says 28.")
    page("owner", "decide", one.period_id, data=approving(page, one))
    one.refresh_from_db()
    assert (one.state, figures(one)) == ("approved", {"": (28, None, None)})


def seen_in(response) -> dict[str, str]:
    import re

    pairs = re.findall(r'name="(seen-\d+)" value="(\w+)"', response.content.decode())
    return dict(pairs)


def approving(page, one) -> dict[str, str]:
    return seen_in(page("owner", "decide", one.period_id)) | {f"choice-{one.pk}": "approve"}


def test_what_changed_since_it_was_looked_at_is_not_approved(page, entered, due):
    entered("trained", "2026-Q1", submit=True, value="30")
    one = due("trained", "2026-Q1")
    looked_at = approving(page, one)
    corrected(page, one, value="31", reason="One more came late.")
    page("owner", "decide", one.period_id, data=looked_at)
    one.refresh_from_db()
    assert one.state == "submitted"


def corrected(page, one, *, reason: str, who: str = "editor", **parts: str):
    data = seen_on(page(who, "correct", one.pk)) | {"reason": reason}
    data |= {named(one, part): text for part, text in parts.items()}
    return page(who, "correct", one.pk, data=data)


def test_a_correction_keeps_what_was_said_before_and_waits_for_approval(page, accepted, cast):
    one = accepted("trained", "2026-Q1", value="30", note="By list")
    assert corrected(page, one, value="31", reason="").status_code == 422
    assert figures(one) == {"": (30, None, None)}
    corrected(page, one, value="31", reason="One more came late.")
    one.refresh_from_db()
    assert (one.state, figures(one)) == ("submitted", {"": (31, None, None)})
    kept = one.corrections.get()
    assert kept.before == {"cells": {"": {"value": "30"}}, "answer": "", "note": "By list"}
    assert (kept.by, kept.reason) == (cast.editor, "One more came late.")
    shown = page("reader", "indicator", one.indicator_id).content.decode()
    for text in ("One more came late.", "30 people", "Editor Person", "By list"):
        assert text in shown
    assert Event.objects.get(action="corrected").detail["measurements"] == [one.pk]


def test_what_was_handed_in_cannot_be_typed_over(page, entered, due):
    one = due("trained", "2026-Q1")
    old = seen_on(page("editor", "enter", one.period_id)) | {named(one, "value"): "99"}
    entered("trained", "2026-Q1", submit=True, value="30")
    answer = page("editor", "enter", one.period_id, data=old)
    assert figures(one) == {"": (30, None, None)}
    assert named(one, "value") not in seen_on(answer)


@pytest.mark.parametrize("how", ["enter", "correct", "decide"])
def test_in_a_locked_period_nothing_changes(page, entered, due, snapshot, how):
    entered("trained", "2026-Q1", submit=True, value="30")
    one, acted = due("trained", "2026-Q1"), due("acted", "2026-Q1")
    data = {
        "enter": seen_on(page("editor", "enter", one.period_id))
        | {named(acted, "numerator"): "1", named(acted, "denominator"): "2"},
        "correct": seen_on(page("editor", "correct", one.pk))
        | {"reason": "No", named(one, "value"): "9"},
        "decide": approving(page, one),
    }[how]
    page("owner", "lock", one.period_id, data={"lock": "yes"})
    assert ReportingPeriod.objects.get(pk=one.period_id).locked_by.email == "owner@example.org"
    tables = ("monitoring_measurement", "monitoring_measuredcell", "monitoring_correction")
    before = [snapshot()[name] for name in tables]
    page("owner", how, one.pk if how == "correct" else one.period_id, data=data)
    assert [snapshot()[name] for name in tables] == before
    page("owner", "lock", one.period_id, data={"lock": "no"})
    page("owner", how, one.pk if how == "correct" else one.period_id, data=data)
    assert [snapshot()[name] for name in tables] != before
    assert list(
        Event.objects.filter(subject="reporting period").values_list("action", flat=True)
    ) == ["unlocked", "locked"]


def test_numbers_are_read_in_the_reader_s_way(cast, monitored, due):
    one = due("acted", "2026-Q1")
    client = cast.client("editor")
    client.cookies["django_language"] = "fr"
    address = f"/documents/{monitored.pk}/monitoring/periods/{one.period_id}/"
    data = seen_on(client.get(address))
    data |= {named(one, "numerator"): "1 234,5", named(one, "denominator"): "٢٠٠٠", "save": "yes"}
    client.post(address, data)
    assert figures(one) == {"": (None, Decimal("1234.5"), 2000)}
    assert seen_on(client.get(address))[named(one, "numerator")] == "1234,5"
