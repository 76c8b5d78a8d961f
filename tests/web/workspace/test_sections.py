"""Long forms in sections, notes beside their fields, and targets inside the indicator's form."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.web.workspace.small import SMALL, at, now, seen
from trueline.document import set_fields
from trueline.web.documents import store
from trueline.web.documents.actions import editing


@pytest.fixture
def small(keep):
    return keep(SMALL)


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def form(client, record, place: str) -> str:
    return client.get(at("workspace:element", record, at=place)).content.decode()


def sections(page: str) -> list[tuple[str, bool]]:
    """The sections of a form, and whether each stands open."""
    found = re.findall(r'<details class="form-section"( open)?>\s*<summary><h2>([^<]*)', page)
    return [(title, bool(is_open)) for is_open, title in found]


def save(client, record, place: str, **values: str):
    url = at("workspace:element", record, at=place)
    page = client.get(url).content.decode()
    sent = {name.replace("__", "."): value for name, value in values.items()}
    return client.post(url, {"seen": seen(page), **sent})


def test_a_long_form_has_sections_with_an_index(editor, small):
    page = form(editor, small, "indicators[i1]")
    titles = [title for title, _open in sections(page)]
    assert titles[:2] == ["What is measured", "How it is counted"]
    assert len(titles) == 7
    index = re.search(r'<nav class="form-index".*?</nav>', page, re.DOTALL)[0]
    assert re.findall(r'href="#section-\d">([^<]*)', index) == titles
    assert re.search(r"What is measured</a>\s*<span class=\"state\">\s*3 of 3", index)


def test_a_short_form_has_none(editor, small):
    assert sections(form(editor, small, "results[act]")) == []


def test_what_a_kind_asks_has_sections_of_its_own(editor, small):
    titles = [title for title, _open in sections(form(editor, small, "activities[t1]"))]
    assert titles == [
        "What is done, with whom",
        "What it works on",
        "Who, when, with what money",
        "The training",
        "After the training",
        "Trainees and trainers",
        "Cases and victims",
    ]


def test_notes_stand_at_their_field_and_open_its_section(editor, small):
    page = form(editor, small, "activities[t1]")
    assert dict(sections(page))["After the training"]
    assert not dict(sections(page))["Who, when, with what money"]
    field = re.search(r'id="id_mentoring".*?class="field', page, re.DOTALL)[0]
    assert "mentor" in re.search(r'class="note .*', field, re.DOTALL)[0]


def test_what_was_refused_opens_its_section(editor, small):
    answer = save(editor, small, "activities[t2]", title="Shelter", budget_amount="5")
    assert answer.status_code == 422
    assert dict(sections(answer.content.decode()))["Who, when, with what money"]


def test_a_section_is_saved_and_one_stays_in_it(editor, small):
    answer = save(editor, small, "activities[t1]", title="Course", kind="justice", stay="section-3")
    assert now(small).activities[0].title == "Course"
    assert answer.url.endswith("#section-3")
    assert "/element/" in answer.url
    assert "Saved." in editor.get(answer.url).content.decode()


TARGET = {"statement": "Satisfied trainees", "measures": "satisfaction", "result": "trained"}


def test_baseline_and_targets_are_filled_in_with_the_indicator(editor, small):
    values = {
        "baseline__value": "5",
        "targets__0__due": "2027-12-31",
        "targets__0__value": "40",
        "targets__0__rationale": "As elsewhere",
    }
    assert save(editor, small, "indicators[i1]", **TARGET, **values).status_code == 302
    (indicator,) = now(small).indicators
    assert indicator.baseline.value == 5
    assert [(t.due, t.value, t.rationale) for t in indicator.targets] == [
        (date(2027, 12, 31), 40, "As elsewhere")
    ]
    page = form(editor, small, "indicators[i1]")
    assert 'name="targets.1.due"' in page
    values["targets__0__due"] = values["targets__0__value"] = values["targets__0__rationale"] = ""
    save(editor, small, "indicators[i1]", **TARGET, **values)
    assert now(small).indicators[0].targets == ()


def test_a_target_without_its_day_is_asked_for_it(editor, small):
    answer = save(editor, small, "indicators[i1]", **TARGET, targets__0__value="40")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Target 1: By: This is needed. The day by which it is to be reached." in page
    assert now(small) == SMALL


def test_a_target_that_somebody_else_added_meanwhile_is_not_lost(cast, editor, small):
    url = at("workspace:element", small, at="indicators[i1]")
    opened = seen(editor.get(url).content.decode())
    values = {"due": date(2027, 12, 31), "value": 40}
    editing.add(small, by=cast.owner, to="indicators[i1].targets", values=values)
    answer = editor.post(url, {"seen": opened, **TARGET, "unit": "people"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Targets" in page
    assert 'value="2027-12-31"' in page
    assert len(now(small).indicators[0].targets) == 1
    mine = {"targets.0.due": "2027-12-31", "targets.0.value": "40", "unit": "people"}
    editor.post(url, {"seen": seen(page), **TARGET, **mine})
    indicator = now(small).indicators[0]
    assert (indicator.unit, len(indicator.targets)) == ("people", 1)


def test_two_who_change_one_target_see_both(cast, editor, small):
    with_target = {"targets": [{"due": date(2027, 12, 31), "value": 40}]}
    store.save(
        small.pk,
        [
            store.Change(
                "indicators[i1]", lambda d: (set_fields(d, "indicators[i1]", with_target), "")
            )
        ],
        by=cast.owner,
        action="changed",
    )
    url = at("workspace:element", small, at="indicators[i1]")
    opened = seen(editor.get(url).content.decode())
    place = "indicators[i1].targets[2027-12-31]"
    editing.save_fields(small, by=cast.owner, address=place, values={"value": 50}, seen=None)
    values = {"targets.0.due": "2027-12-31", "targets.0.value": "60"}
    answer = editor.post(url, {"seen": opened, **TARGET, **values})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "2027-12-31, 50" in page
    assert "2027-12-31, 60" in page
    assert now(small).indicators[0].targets[0].value == 50


def test_what_is_added_can_be_gone_on_with_in_its_section(editor, small):
    url = at("workspace:add", small, to="indicators")
    answer = editor.post(url, {"statement": "People reached", "stay": "section-2"})
    new = now(small).indicators[1]
    assert answer.url == f"{at('workspace:element', small, at=f'indicators[{new.id}]')}#section-2"
    assert new.statement == "People reached"
