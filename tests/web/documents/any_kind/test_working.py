"""Working on any kind of document: its steps, elements, tables, answers, review and interview.

It is done with a kind that only its registration tells of: a page, list or action that is bound to a
design fails here.
"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.toy import TOY
from tests.web.documents.any_kind.toys import now, seen, text_of

pytestmark = pytest.mark.usefixtures("toy")


@pytest.mark.parametrize("step", [step.slug for step in TOY.steps])
@pytest.mark.parametrize("who", ["editor", "reader"])
def test_every_step_opens(cast, record, who, step):
    address = reverse("workspace:step", args=[record.pk, step])
    assert "Tower" in text_of(cast.client(who).get(address, follow=True))


def test_its_language_can_be_changed(editor, record):
    address = reverse("workspace:element", args=[record.pk], query={"at": ""})
    sent = {"seen": seen(editor.get(address)), "title": "Tower", "language": "fr", "age": "3"}
    assert editor.post(address, sent).status_code == 302
    assert (now(record).language, now(record).age) == ("fr", 3)


def test_an_element_is_added_edited_moved_and_removed(editor, record):
    add = reverse("workspace:add", args=[record.pk], query={"to": "blocks"})
    assert editor.post(add, {"title": "Roof", "edges": "round"}).status_code == 302
    edit = reverse("workspace:element", args=[record.pk], query={"at": "blocks[roof]"})
    sent = {"seen": seen(editor.get(edit)), "title": "Red roof", "edges": "round"}
    assert editor.post(edit, sent).status_code == 302
    move = reverse("workspace:move", args=[record.pk])
    assert editor.post(move, {"at": "blocks[roof]", "way": "up"}).status_code == 302
    remove = reverse("workspace:remove", args=[record.pk], query={"at": "blocks[ball]"})
    page = editor.get(remove)
    assert "Ball" in text_of(page)
    assert editor.post(remove, {"seen": seen(page)}).status_code == 302
    assert [block.title for block in now(record).blocks] == ["Cube", "Red roof"]


def test_its_lists_are_filled_in_as_tables(editor, record):
    grid = reverse("workspace:grid", args=[record.pk], query={"of": "blocks"})
    step = editor.get(reverse("workspace:step", args=[record.pk, "blocks"])).content.decode()
    assert grid in step
    sent = {"seen": record.revision, "cube|edges": "Round", "block": "Roof\tSharp\nWall\tround"}
    answer = editor.post(grid, sent)
    assert "1 row changed. 2 rows added." in text_of(editor.get(answer.url))
    assert [(block.title, block.edges) for block in now(record).blocks] == [
        ("Cube", "round"),
        ("Ball", "round"),
        ("Roof", "sharp"),
        ("Wall", "round"),
    ]


@pytest.mark.parametrize("page", ["workspace:budget", "workspace:timeline"])
def test_what_it_has_nothing_for_is_not_there(editor, record, page):
    assert editor.get(reverse(page, args=[record.pk])).status_code == 404


def test_the_second_of_two_editors_sees_both_versions(cast, record):
    address = reverse("workspace:element", args=[record.pk], query={"at": "blocks[cube]"})
    first, second = cast.client("editor"), cast.client("owner")
    opened = {client: seen(client.get(address)) for client in (first, second)}
    first.post(address, {"seen": opened[first], "title": "Die", "edges": "sharp"})
    response = second.post(address, {"seen": opened[second], "title": "Box", "edges": "sharp"})
    assert response.status_code == 409
    assert "Editor Person" in response.content.decode()
    assert now(record).blocks[0].title == "Die"


def test_a_question_of_the_toolkit_is_answered(editor, record):
    query = {"question": "foundations.expertise"}
    address = reverse("workspace:answer", args=[record.pk], query=query)
    sent = {"stance": "not-known", "text": "We will ask."}
    page = text_of(editor.post(address, sent, follow=True))
    assert "What could follow from this answer" in page
    assert "activity" not in page.partition("What could follow")[2].partition("Answer")[0]
    assert now(record).answers[0].stance == "not-known"


def test_the_review_speaks_of_it_and_what_it_says_can_be_set_aside(cast, editor, record):
    review = reverse("workspace:review", args=[record.pk])
    page = text_of(editor.get(review))
    assert "“Cube” has sharp edges." in page
    query = {"rule": "safety.sharp-edges", "at": "blocks[cube].edges"}
    waive = reverse("workspace:waive", args=[record.pk], query=query)
    until = timezone.localdate() + timedelta(days=30)
    assert editor.post(waive, {"why": "For a museum", "until": until}).status_code == 302
    assert now(record).waivers[0].why == "For a museum"
    assert "For a museum" in text_of(editor.get(review))
    assert text_of(editor.get(reverse("library:rule", args=["safety.sharp-edges"])))


def test_the_interview_asks_its_questions(editor, record):
    start = reverse("workspace:interview-start", args=[record.pk])
    page = editor.get(start, follow=True)
    assert "Who makes it?" in text_of(page)
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', page.content.decode(), re.DOTALL)[0]
    assert "Toys" in crumbs
    assert "Designs" not in crumbs
    sent = {"seen": seen(page), "maker": "Adjoa"}
    page = editor.post(page.redirect_chain[-1][0], sent, follow=True)
    assert "What is its first block?" in text_of(page)
    assert now(record).maker == "Adjoa"


def test_the_interview_of_a_kind_without_questions_asks_for_its_fields(editor, record, monkeypatch):
    from tests.toy.web.toys import pages
    from trueline.web.documents.kind_pages import KindPages

    monkeypatch.setattr(pages, "PAGES", KindPages())
    page = editor.get(reverse("workspace:interview-start", args=[record.pk]), follow=True)
    assert "Question 1 of" in text_of(page)
