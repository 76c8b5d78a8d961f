"""Long lists: in brief, what one opens in full, and nothing said that cannot be reached."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape

import pytest
from django.urls import reverse

from tests.web.saving import change
from trueline.design import parse_design
from trueline.document import set_field
from trueline.web.documents import summaries

ACTIVITIES = "\n".join(
    f"  - {{id: t{n}, kind: justice, title: Training {n}, training: true, lead: Lead {n},"
    f" description: Long words on training {n}}}"
    for n in range(1, 13)
)
LONG = parse_design(
    f"title: Many\nactivities:\n{ACTIVITIES}\nbehaviours:\n"
    + "\n".join(
        f"  - {{id: b{n}, who: Group {n}, barriers: [{{id: fear{n}, statement: Fear {n}}}]}}"
        for n in range(1, 13)
    )
).document


@pytest.fixture
def record(keep):
    return keep(LONG)


def page(client, record, slug: str, query: str = "") -> str:
    url = reverse("workspace:step", args=[record.pk, slug])
    return unescape(client.get(f"{url}{query}").content.decode())


def card(text: str, id: str) -> str:
    return text[text.index(f'id="at-{id}"') :].partition('</article>\n<article class="card')[0]


def test_a_long_list_shows_facts_and_counts_notes_and_leads_to_the_rest(cast, record):
    client = cast.client("editor")
    text = page(client, record, "activities")
    third = card(text, "activities-t3")
    assert "Lead 3" in third
    assert "Long words" not in text
    assert re.search(r"To think about: [1-9]", third)
    opened = card(page(client, record, "activities", "?open=activities[t3]"), "activities-t3")
    assert "#id_mentoring" in opened  # the note leads to its field
    assert 'href="?open=activities%5Bt3%5D#at-activities-t3"' in third
    assert text.count('class="card card-brief"') == 12


def test_the_one_that_is_opened_stands_in_its_place_in_full(cast, record):
    text = page(cast.client("editor"), record, "activities", "?open=activities[t3]")
    assert "Long words on training 3" in card(text, "activities-t3")
    assert text.count("Long words") == 1
    places = [text.index(f'id="at-activities-t{n}"') for n in range(1, 13)]
    assert places == sorted(places)


def test_all_can_be_opened(cast, record):
    text = page(cast.client("reader"), record, "activities", "?open=all")
    assert text.count("Long words") == 12


@pytest.mark.parametrize("bad", ["nonsense[", "activities[none]", "", "title"])
def test_what_is_not_there_opens_nothing(cast, record, bad):
    assert "Long words" not in page(cast.client("reader"), record, "activities", f"?open={bad}")


def test_a_short_list_is_shown_in_full(cast, keep):
    short = LONG.model_copy(update={"activities": LONG.activities[:8]})
    assert page(cast.client("reader"), keep(short), "activities").count("Long words") == 8


def test_after_saving_what_stands_inside_an_element_that_element_is_open(cast, record):
    client = cast.client("editor")
    url = reverse("workspace:add", args=[record.pk], query={"to": "behaviours[b5].barriers"})
    response = client.post(url, {"statement": "Too far to travel"}, follow=True)
    assert 'id="at-behaviours-b5--barriers-' in response.content.decode()
    assert "Too far to travel" in response.content.decode()
    assert "<strong>Fear 6" not in response.content.decode()


def test_a_reader_is_offered_nothing_that_an_editor_is(cast, record):
    editor, reader = (
        page(cast.client(who), record, "activities", "?open=all") for who in ("editor", "reader")
    )
    assert "waive/" in editor
    assert "waive/" not in reader
    assert ">Edit<" not in reader


def test_what_is_in_brief_follows_a_change(cast, record):
    client = cast.client("reader")
    assert "Lead 3" in page(client, record, "activities")
    changed = LONG.activities[2].model_copy(update={"lead": "Somebody else"})
    change(
        record.pk,
        by=cast.editor,
        edit=lambda design: design.model_copy(
            update={"activities": (*design.activities[:2], changed, *design.activities[3:])}
        ),
    )
    text = page(client, record, "activities")
    assert "Somebody else" in text
    assert "Lead 3" not in text


def test_comments_on_an_element_in_brief_are_counted(cast, record):
    client = cast.client("editor")
    new = reverse("comments:new", args=[record.pk], query={"at": "activities[t2]"})
    assert "1 comment" not in page(client, record, "activities")
    assert client.post(new, {"text": "Is this so?"}).status_code == 302
    assert "1 comment" in card(page(client, record, "activities"), "activities-t2")


def test_names_in_brief_are_text(cast, keep):
    naughty = LONG.activities[0].model_copy(update={"title": "<script>alert(1)</script>"})
    record = keep(LONG.model_copy(update={"activities": (naughty, *LONG.activities[1:])}))
    url = reverse("workspace:step", args=[record.pk, "activities"])
    assert b"<script>alert" not in cast.client("reader").get(url).content


@pytest.fixture
def very_long(keep):
    """250 activities: five pages."""
    first = LONG.activities[0]
    many = [first.model_copy(update={"id": f"n{n}", "title": f"Number {n}"}) for n in range(250)]
    return keep(LONG.model_copy(update={"activities": tuple(many)}))


def test_a_very_long_list_has_pages_that_lead_to_all_of_it(cast, very_long):
    client, names, query = cast.client("reader"), [], ""
    while query is not None:
        text = page(client, very_long, "activities", query)
        names += re.findall(r'id="at-activities-(n\d+)"', text)
        following = re.search(r'rel="next" href="([^"#]*)#at-activities"', text)
        query = following[1] if following else None
    assert names == [f"n{n}" for n in range(250)]


def test_what_is_opened_brings_its_page_and_all_means_all_of_a_page(cast, very_long):
    client = cast.client("reader")
    text = page(client, very_long, "activities", "?open=activities[n120]")
    assert "Long words" in card(text, "activities-n120")
    assert text.count("Long words") == 1
    text = page(client, very_long, "activities", "?open=all&page-activities=3")
    assert text.count("Long words") == 50
    assert "open=all&page-activities=2#" in text


def test_a_very_long_list_is_light_and_has_few_things_to_press(cast, very_long):
    """Enough to be there in three seconds at 400 kbit/s, and to be gone through by keyboard."""
    client = cast.client("editor")
    url = reverse("workspace:step", args=[very_long.pk, "activities"])
    response = client.get(url, headers={"Accept-Encoding": "gzip"})
    assert len(response.content) < 16_000
    text = client.get(url).content.decode()
    assert len(re.findall(r"<(?:a|button|input|select|textarea|summary)\b", text)) < 300
    assert text.count("Go to its questions") <= 12


def test_what_is_looked_for_in_a_list_is_found_on_whatever_page_it_stands(cast, very_long):
    client = cast.client("reader")
    text = page(client, very_long, "activities", "?find-activities=number+24")
    assert re.findall(r'id="at-activities-(n\d+)"', text) == [
        *("n24", "n124", "n224"),
        *(f"n24{n}" for n in range(10)),
    ]
    assert "13 of 250 hold these words." in text
    assert 'value="number 24"' in text
    text = page(client, very_long, "activities", "?find-activities=number&page-activities=2")
    assert "find-activities=number&page-activities=3#" in text


def test_what_is_looked_for_may_be_said_without_accents_and_in_words_of_ours(cast, keep):
    named = [
        each.model_copy(update={"title": f"Écoles {each.title}"}) for each in LONG.activities[:2]
    ]
    record = keep(LONG.model_copy(update={"activities": (*named, *LONG.activities[2:])}))
    client = cast.client("reader")
    assert page(client, record, "activities", "?find-activities=ecoles").count("card-brief") == 2
    assert page(client, record, "activities", "?find-activities=criminal").count("card-brief") == 12
    assert "holds these words" in page(client, record, "activities", "?find-activities=nowhere")


def test_a_list_is_searched_without_losing_what_else_the_page_was_asked_for(cast, record):
    text = page(cast.client("reader"), record, "behaviours", "?find-behaviours=group&open=all")
    assert '<input type="hidden" name="open" value="all">' in text
    assert '<input type="hidden" name="find-behaviours"' not in text


def test_what_is_long_is_added_to_at_its_head_too(cast, record, keep):
    client = cast.client("editor")
    text = page(client, record, "activities")
    assert text.count('class="add"') == 2
    assert text.index('class="add"') < text.index("card-brief")
    assert 'class="add"' not in page(cast.client("reader"), record, "activities")
    short = keep(LONG.model_copy(update={"activities": LONG.activities[:8]}))
    assert page(client, short, "activities").count('class="add"') == 1


@pytest.mark.parametrize(
    ("place", "stands"), [("1", 0), ("7", 6), ("12", 11), ("999", 11), ("0", 0), ("٧", 6)]
)
def test_an_element_of_a_long_list_moves_to_a_place_in_one_act(cast, record, place, stands):
    client = cast.client("editor")
    opened = page(client, record, "activities", "?open=activities[t3]")
    assert 'name="place" inputmode="numeric" value="3"' in opened
    sent = {"at": "activities[t3]", "way": "to", "place": place}
    response = client.post(reverse("workspace:move", args=[record.pk]), sent, follow=True)
    record.refresh_from_db()
    ids = [each["id"] for each in json.loads(record.content)["activities"]]
    assert ids.index("t3") == stands
    said = card(unescape(response.content.decode()), "activities-t3")
    assert f"Moved. This is now {stands + 1} of 12." in said


@pytest.mark.parametrize("place", ["", "first", "-1", "2.5", "9" * 7])
def test_a_place_that_is_none_moves_nothing_and_says_so(cast, record, place):
    sent = {"at": "activities[t3]", "way": "to", "place": place}
    move = reverse("workspace:move", args=[record.pk])
    response = cast.client("editor").post(move, sent, follow=True)
    assert "whole number" in card(unescape(response.content.decode()), "activities-t3")
    assert record.revision == type(record).objects.get(pk=record.pk).revision


def test_a_save_draws_anew_only_what_it_changed(cast, record, monkeypatch):
    client, drawn = cast.client("editor"), []
    draw = summaries.render_to_string

    def counted(template, context):
        drawn.append(context["summary"].name)
        return draw(template, context)

    monkeypatch.setattr(summaries, "render_to_string", counted)
    page(client, record, "activities")
    drawn.clear()
    change(
        record.pk, by=cast.editor, edit=lambda d: set_field(d, "activities[t3].lead", "The police")
    )
    assert "The police" in page(client, record, "activities")
    assert drawn == ["Training 3"]


def test_200_activities_in_brief_are_light_enough_for_a_slow_line(cast, keep):
    """At 400 kbit/s, with 400 ms a turn, they are there in 3 seconds beside 25 KB of styles and scripts."""
    activities = [
        {
            "id": f"a{n}",
            "kind": "justice",
            "title": f"Training of prosecutors {n}",
            "lead": f"Lead {n}",
        }
        for n in range(200)
    ]
    record = keep(parse_design(json.dumps({"title": "Many", "activities": activities})).document)
    text = page(cast.client("editor"), record, "activities")
    assert text.count('class="card card-brief"') == 50
    assert len(gzip.compress(text.encode())) < 30_000
