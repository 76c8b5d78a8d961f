"""The workspace: what people do on its pages, and what they are told."""

from __future__ import annotations

import re
from datetime import timedelta
from html import escape, unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.workspace.small import SMALL, at, now, seen
from trueline.design import ACTIVITY_KINDS, Design
from trueline.design.steps import STEPS
from trueline.document import resolve
from trueline.web.comments.actions import begin

NAUGHTY = [
    "<script>alert(1)</script>",
    "\"' onmouseover=alert(1) x='",
    "{{ 7*7 }}{% now 'Y' %}",
    "=1+1",
    "Ω≈ç√∫˜µ",
    "مرحبا بالعالم",
    "田中さんにあげて下さい",
    "👩🏽‍💻",
    "&lt;b&gt;",
    "line one\nline two",
    "‮right to left override",
    "a" * 400,
]


@pytest.fixture
def record(keep):
    return keep(SMALL)


@pytest.mark.parametrize("slug", [step.slug for step in STEPS])
def test_every_step_opens_for_a_reader(cast, record, slug):
    page = cast.client("reader").get(reverse("workspace:step", args=[record.pk, slug]), follow=True)
    assert page.status_code == 200
    assert 'href="/documents/' in page.content.decode()


def test_a_step_that_is_not_there(cast, record):
    url = reverse("workspace:step", args=[record.pk, "nonsense"])
    assert cast.client("reader").get(url).status_code == 404


def test_a_finding_stands_under_its_element_and_leads_to_its_field(cast, record):
    page = cast.client("editor").get(reverse("workspace:step", args=[record.pk, "activities"]))
    text = unescape(page.content.decode())
    card = text[text.index('id="at-activities-t1"') : text.index('id="at-activities-t2"')]
    assert "mentor" in card
    assert "#id_mentoring" in card
    reader = cast.client("reader").get(reverse("workspace:step", args=[record.pk, "activities"]))
    assert "waive" not in reader.content.decode()


@pytest.mark.walk
@pytest.mark.parametrize("text", NAUGHTY)
def test_what_people_type_comes_back_as_typed(cast, record, text):
    client, url = cast.client("editor"), at("workspace:element", record, at="activities[t1]")
    sent = {
        "seen": seen(client.get(url).content.decode()),
        "title": text.replace("\n", " "),
        "description": text.replace("\n", "\r\n"),
        "training": "yes",
    }
    assert client.post(url, sent).status_code == 302
    activity = now(record).activities[0]
    assert (activity.title, activity.description) == (text.replace("\n", " "), text)
    for path in (
        url,
        reverse("workspace:step", args=[record.pk, "activities"]),
        at("designs:theory", record),
        at("workspace:review", record),
    ):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "49{%" not in page
        assert "' onmouseover=alert" not in page or "&#x27; onmouseover" in page
    form = client.get(url).content.decode()
    assert text in unescape(form)


def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(cast, record):
    client, url = cast.client("editor"), at("workspace:element", record, at="activities[t1]")
    response = client.post(url, {"title": "Kept", "people": "many", "seen": "x"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Kept"' in page
    assert 'value="many"' in page
    assert 'href="#id_people"' in page
    assert now(record).activities[0].title == "Training"


def test_two_people_on_one_element(cast, record):
    url = at("workspace:element", record, at="activities[t1]")
    first, second = cast.client("editor"), cast.client("owner")
    opened = {client: seen(client.get(url).content.decode()) for client in (first, second)}
    assert first.post(url, {"title": "First", "seen": opened[first]}).status_code == 302
    response = second.post(url, {"title": "Second", "seen": opened[second]})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Editor Person" in page
    assert "First" in page
    assert 'value="Second"' in page
    assert now(record).activities[0].title == "First"
    assert second.post(url, {"title": "Second", "seen": seen(page)}).status_code == 302
    assert now(record).activities[0].title == "Second"


def test_what_only_the_other_changed_is_taken_over(cast, record):
    url = at("workspace:element", record, at="activities[t2]")
    client = cast.client("editor")
    opened = seen(client.get(url).content.decode())
    cast.client("owner").post(url, {"seen": opened, "title": "Safe house", "people": "60"})
    mine = {"title": "Refuge", "lead": "Us", "people": ""}
    page = client.post(url, {"seen": opened, **mine}).content.decode()
    assert "Safe house" in page  # both changed the title
    assert re.search(r'name="title" value="Refuge"', page)
    assert re.search(r'name="people" value="60"', page)
    client.post(url, {"seen": seen(page), "title": "Refuge", "lead": "Us", "people": "60"})
    activity = now(record).activities[1]
    assert (activity.title, activity.lead, activity.people) == ("Refuge", "Us", 60)


def test_what_was_removed_meanwhile_is_shown_and_not_lost(cast, record):
    url = at("workspace:element", record, at="activities[t2]")
    writer = cast.client("editor")
    opened = seen(writer.get(url).content.decode())
    gone = at("workspace:remove", record, at="activities[t2]")
    owner = cast.client("owner")
    owner.post(gone, {"seen": seen(owner.get(gone).content.decode())})
    response = writer.post(url, {"title": "My long text", "seen": opened})
    assert response.status_code == 409
    assert "My long text" in response.content.decode()


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_an_activity_of_each_kind_is_added(cast, record, kind):
    client = cast.client("editor")
    url = at("workspace:add", record, to="activities", kind=kind)
    assert client.get(url).status_code == 200
    assert client.post(url, {"title": f"New {kind}"}).status_code == 302
    assert now(record).activities[-1].kind == kind


@pytest.mark.parametrize(
    "to",
    [
        "patterns",
        "factors",
        "behaviours",
        "behaviours[b1].barriers",
        "results",
        "indicators",
        "external_factors",
        "capacities",
        "evaluation.studies",
        "next_steps",
        "sources",
        "partners",
        "indicators[i1].targets",
        "links",
        "displacement",
        "strategies",
    ],
)
def test_every_list_can_be_added_to(cast, record, to):
    client, url = cast.client("editor"), at("workspace:add", record, to=to)
    values = {
        "title": "T",
        "statement": "S",
        "need": "N",
        "step": "S",
        "who": "W",
        "kind": "place",
        "cause": "t1",
        "effect": "trained",
        "due": "2030-01-31",
        "desired": "D",
    }
    if to == "strategies":
        values["kind"] = "raise-risk"
    if to == "external_factors":
        values.pop("effect")
    if to in ("factors", "behaviours[b1].barriers", "capacities", "sources", "evaluation.studies"):
        values.pop("kind")
    before = len(resolve(now(record), to))
    response = client.post(url, values)
    assert response.status_code == 302, response.content.decode()
    assert len(resolve(now(record), to)) == before + 1


@pytest.mark.parametrize("to", ["", "nonsense", "title", "activities", "behaviours[none].barriers"])
def test_a_list_that_is_not_there(cast, record, to):
    assert cast.client("editor").get(at("workspace:add", record, to=to)).status_code == 404


@pytest.mark.parametrize("where", ["nonsense[", "activities[none]", "title", "activities"])
def test_an_element_that_is_not_there(cast, record, where):
    client = cast.client("editor")
    assert client.get(at("workspace:element", record, at=where)).status_code == 404
    assert client.get(at("workspace:remove", record, at=where)).status_code == 404
    assert client.post(at("workspace:move", record), {"at": where}).status_code == 404


def test_removing_names_what_refers_to_it(cast, record):
    client, url = (
        cast.client("editor"),
        at("workspace:remove", record, at="behaviours[b1].barriers[fear]"),
    )
    page = client.get(url).content.decode()
    assert "Training" in page
    assert client.post(url, {"seen": seen(page)}).status_code == 302
    assert now(record).behaviours[0].barriers == ()


def test_moving_stops_at_the_ends(cast, record):
    client = cast.client("editor")
    for way, order in (("up", ["t1", "t2"]), ("down", ["t2", "t1"]), ("down", ["t2", "t1"])):
        client.post(at("workspace:move", record), {"at": "activities[t1]", "way": way})
        assert [a.id for a in now(record).activities] == order


def test_another_kind_of_activity_names_what_it_leaves_out(cast, record):
    client, url = cast.client("editor"), at("workspace:element-kind", record, at="activities[t1]")
    assert "Is it training?" in unescape(client.get(url).content.decode())
    assert client.post(url, {"kind": "nonsense"}).status_code == 422
    assert client.post(url, {"kind": "support"}).status_code == 302
    activity = now(record).activities[0]
    assert (activity.id, activity.kind, activity.barriers) == ("t1", "support", ("fear",))
    assert client.get(at("workspace:element-kind", record, at="results[act]")).status_code == 404


def test_the_interview_is_gone_on_with_where_it_was_left(cast, record):
    client = cast.client("editor")
    step = reverse("workspace:step", args=[record.pk, "programme"])
    assert "/interview/summary/" in client.get(step).content.decode()
    at_summary = reverse("workspace:interview", args=[record.pk, "summary"])
    client.post(at_summary, {"seen": seen(client.get(at_summary).content.decode()), "summary": "x"})
    assert "/interview/where/" in client.get(step).content.decode()


def test_moving_what_goes_in_that_very_moment_is_said_and_no_error(cast, record, monkeypatch):
    from trueline.web.workspace.views import element

    real = element.editing.move

    def late(record, **said):
        element.editing.remove(record, by=cast.owner, address="activities[t2]", seen=None)
        return real(record, **said)

    monkeypatch.setattr(element.editing, "move", late)
    client = cast.client("editor")
    response = client.post(
        at("workspace:move", record), {"at": "activities[t2]", "way": "up"}, follow=True
    )
    assert response.status_code == 200
    assert "Somebody removed this" in response.content.decode()


def test_setting_aside_needs_a_reason_and_a_day_to_come_and_stays_visible(cast, record):
    client = cast.client("editor")
    url = at(
        "workspace:waive",
        record,
        rule="justice.training-without-mentoring",
        at="activities[t1].mentoring",
    )
    today = timezone.localdate()
    assert client.get(url).status_code == 200
    for sent in (
        {"until": today + timedelta(9)},
        {"why": "x", "until": today},
        {"why": "x", "until": today + timedelta(3000)},
        {"why": "x"},
    ):
        assert client.post(url, sent).status_code == 422
    done = client.post(url, {"why": "A partner mentors", "until": today + timedelta(90)})
    assert done.status_code == 302
    (waiver,) = now(record).waivers
    assert (waiver.who, waiver.why) == ("Editor Person", "A partner mentors")
    assert "A partner mentors" in client.get(at("workspace:review", record)).content.decode()


def test_setting_aside_again_renews_what_was_written_at_one_of_several_activities(cast, keep):
    """The finding stands at their list; the waiver stays where it was first written."""
    today = timezone.localdate()
    first = "activities[a].evidence_beyond_testimony"
    waiver = {
        "rule": "justice.cases-rest-on-testimony",
        "element": first,
        "why": "Once",
        "until": today,
    }
    activities = [{"id": name, "kind": "justice", "title": name} for name in ("b", "a")]
    record = keep(Design.model_validate({"activities": activities, "waivers": [waiver]}))
    client = cast.client("editor")
    page = client.get(at("workspace:review", record)).content.decode()
    link = at("workspace:waive", record, rule=waiver["rule"], at="activities")
    assert escape(link) in page
    assert at("workspace:element", record, at="activities[b]") in page
    for url in (link, at("workspace:waive", record, rule=waiver["rule"], at=first)):
        assert client.get(url).status_code == 200
    assert client.post(link, {"why": "Still so", "until": today + timedelta(90)}).status_code == 302
    (renewed,) = now(record).waivers
    assert (renewed.element, renewed.why) == (first, "Still so")


def test_picking_an_indicator_fills_its_sheet(cast, record):
    client = cast.client("editor")
    page = client.get(at("designs:pick", record)).content.decode()
    wanted = re.search(r'name="indicator" value="(justice\.[^"]+)"', page)[1]
    response = client.post(at("designs:pick", record), {"indicator": wanted, "result": "trained"})
    assert response.status_code == 302
    made = now(record).indicators[-1]
    assert (made.toolkit_id, made.result) == (wanted, "trained")
    assert made.statement
    assert made.methods
    assert made.limitations
    assert client.post(at("designs:pick", record), {"indicator": "none.such"}).status_code == 404


def test_a_claim_beyond_what_a_measure_shows_is_answered_at_once(cast, record):
    client, url = cast.client("editor"), at("workspace:element", record, at="indicators[i1]")
    form = {
        "statement": "Satisfied trainees",
        "measures": "satisfaction",
        "result": "trained",
        "stands_in_for": "act",
        "seen": seen(client.get(url).content.decode()),
    }
    response = client.post(url, form, follow=True)
    page = unescape(response.content.decode())
    card = page[page.index('id="at-indicators-i1"') :]
    assert "indicators.claimed-for-what-it-cannot-show" in card


def test_pages_ask_the_database_little(cast, record, django_assert_max_num_queries):
    """Session, person, document with membership, comments, mentions."""
    client = cast.client("editor")
    url = reverse("workspace:step", args=[record.pk, "activities"])
    client.get(url)
    with django_assert_max_num_queries(5):
        client.get(url)


def test_the_steps_tell_at_once_what_changed(cast, record):
    """What stands on every page is drawn once for each state that it shows."""
    client = cast.client("editor")
    url = reverse("workspace:step", args=[record.pk, "activities"])
    page = client.get(url).content.decode()
    assert ("1 open thread" in page, "Submitted" in page) == (False, False)
    begin(record, by=cast.editor, address="", text="Since when?")
    record.state = "submitted"
    record.save(update_fields=["state"])
    page = client.get(url).content.decode()
    assert ("1 open thread" in page, "Submitted" in page) == (True, True)
    assert 'aria-current="step">Activities' in page
    elsewhere = client.get(reverse("workspace:step", args=[record.pk, "risks"])).content.decode()
    assert 'aria-current="step">Activities' not in elsewhere
    in_french = client.get(url, headers={"accept-language": "fr"}).content.decode()
    assert "1 open thread" not in in_french
