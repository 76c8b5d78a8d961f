"""History: nothing is lost, changes can be read, and any revision can be brought back."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.web.saving import change
from trueline.document import compare, remove_element, set_field
from trueline.toolkit import load_toolkit
from trueline.web.audit.models import Event
from trueline.web.documents import changes as changing
from trueline.web.documents import store
from trueline.web.documents.actions.restoring import restore
from trueline.web.documents.changes import changes, woven
from trueline.web.documents.models import Action


def read(cast, address, name="editor"):
    response = cast.client(name).get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_says_who_did_what_where(cast, record, at, save):
    activity = store.document_of(record).activities[0]
    save(f"activities[{activity.id}].title", "A new name", by=cast.owner)
    page = read(cast, at("documents:history"))
    assert "Owner Person" in page
    assert "A new name" in page
    assert "Changed" in page


def test_a_place_that_is_gone_is_said_to_be_gone(cast, record, at, save):
    activity = store.document_of(record).activities[0]
    save(f"activities[{activity.id}].title", "A new name")
    change(
        record.pk,
        by=cast.editor,
        action=Action.REMOVED,
        address=f"activities[{activity.id}]",
        edit=lambda design: remove_element(design, f"activities[{activity.id}]")[0],
    )
    assert "(since removed)" in read(cast, at("documents:history"))


def test_a_long_history_has_pages_and_takes_as_many_queries(cast, record, at, save):
    client = cast.client("editor")

    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(at("documents:history") + page).status_code == 200
        return len(seen)

    client.get(at("documents:history"))
    short = queries("")
    for number in range(55):
        save("title", f"Title {number}")
    assert queries("") == short
    assert "Page 1 of 2" in read(cast, at("documents:history"))
    assert ">Revision 1<" in read(cast, at("documents:history") + "?page=2")
    assert queries("?page=zzz") == short


def test_two_revisions_side_by_side(cast, record, at, save, hostile):
    save("title", "Safe work in hotels")
    save("summary", hostile)
    page = read(cast, at("documents:compare") + "?older=3&newer=1")
    assert "from revision 1 to 3" in page
    assert "<ins>" in page
    assert "<del>" in page
    assert "<script>alert" not in page
    shown = unescape(page)
    assert hostile.split("\n")[0].replace("‮", "") in shown.replace("‮", "")


def test_comparing_a_revision_with_itself_says_that_they_are_the_same(cast, at):
    assert "The two say the same" in read(cast, at("documents:compare") + "?older=1&newer=1")


def test_changes_are_named_by_the_field_s_own_title(golden):
    from trueline.document import set_field

    at = f"activities[{golden.activities[0].id}].target_group"
    (change,) = changes(golden, set_field(golden, at, "Domestic workers"), load_toolkit())
    assert (change.kind, change.field) == ("changed", "Target group")
    assert golden.activities[0].title[:20] in change.place
    assert change.pieces[-1].text == "Domestic workers"


def test_every_sort_of_change_can_be_read(golden):
    """From nothing to a design that holds something in every list, and back."""
    from trueline.design import Design

    toolkit = load_toolkit()
    added = changes(Design(title="x"), golden, toolkit)
    assert {"added", "changed"} <= {change.kind for change in added}
    removed = changes(golden, Design(title="x"), toolkit)
    assert "removed" in {change.kind for change in removed}
    assert all(change.place or change.field for change in (*added, *removed))


def test_woven_texts_hold_both_versions():
    before, after = "Train border police once a year.", "Train and mentor border police monthly."
    pieces = woven(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after
    assert any(piece.kind == "same" for piece in pieces)


@pytest.mark.parametrize(("before", "after"), [("", "x"), ("x", ""), ("a " * 5000, "b " * 5000)])
def test_texts_that_share_nothing_stand_one_after_the_other(before, after):
    pieces = woven(before, after)
    assert [p.text for p in pieces if p.kind == "removed"] == [before] * bool(before)
    assert [p.text for p in pieces if p.kind == "added"] == [after] * bool(after)


WORDS_OF_TEXTS = st.lists(
    st.sampled_from(["police", "and", "  ", ".", "«", "train\n", "é"]), max_size=12
)


@given(WORDS_OF_TEXTS.map(" ".join), WORDS_OF_TEXTS.map("".join))
def test_whatever_is_woven_holds_both_versions(before, after):
    pieces = woven(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after
    assert all(piece.text for piece in pieces)


def test_a_pair_is_compared_once_and_a_new_text_anew(cast, record, at, save, monkeypatch):
    counted = []
    monkeypatch.setattr(changing, "compare", lambda *pair: counted.append(pair) or compare(*pair))
    save("title", "Second title")
    save("title", "Third title")
    address = f"{at('documents:compare')}?older=1&newer="
    for name in ("editor", "reader"):
        assert "Second title" in read(cast, f"{address}2", name)
    assert len(counted) == 1
    assert "Third title" in read(cast, f"{address}3")
    assert len(counted) == 2


def test_an_old_revision_is_read_as_it_was(cast, record, at, save):
    before = store.document_of(record).title
    save("title", "Another title")
    page = read(cast, at("documents:revision", 1), "reader")
    assert f'<bdi dir="auto">{before}</bdi>' in page[page.index("<h1") : page.index("</h1>")]
    assert "Bring back" not in page


def test_bringing_back_makes_a_new_revision_and_loses_nothing(cast, record, at, save):
    first = store.document_of(record)
    save("title", "Another title")
    client = cast.client("editor")
    assert "Another title" in client.get(at("documents:restore", 1)).content.decode()
    response = client.post(at("documents:restore", 1), follow=True)
    assert "as it was in revision 1" in response.content.decode()
    record.refresh_from_db()
    assert (record.revision, store.document_of(record)) == (3, first)
    assert store.document_in(store.revision_of(record, 2)).title == "Another title"
    page = read(cast, at("documents:history"))
    assert "Restored revision 1" in page
    event = Event.objects.filter(action="restored revision").get()
    assert (event.actor, event.detail) == (cast.editor.pseudonym, {"revision": 1})


def test_bringing_back_what_stands_changes_nothing(cast, record):
    restore(record, number=1, by=cast.editor)
    record.refresh_from_db()
    assert record.revision == 1
    assert not Event.objects.filter(action="restored revision").exists()


@pytest.fixture
def activity(record) -> str:
    return f"activities[{store.document_of(record).activities[0].id}]"


def _undo(page: str) -> str:
    return unescape(re.search(r'<form method="post" action="([^"]*restore[^"]*)"', page)[1])


def test_a_removal_is_undone_from_its_message_and_later_saves_stay(
    cast, record, at, save, activity
):
    client, before = cast.client("editor"), store.document_of(record)
    removed = client.post(f"{at('workspace:remove')}?at={quote(activity)}")
    undo = _undo(client.get(removed["Location"]).content.decode())
    save("summary", "Written since", by=cast.owner)
    back = client.get(client.post(undo)["Location"], follow=True).content.decode()
    assert "It is as it was in revision 1. Everything else stays." in back
    record.refresh_from_db()
    assert store.document_of(record) == set_field(before, "summary", "Written since")


def test_one_element_comes_back_from_the_history_alone(cast, record, at, save, activity):
    title = store.document_of(record).activities[0].title
    save(f"{activity}.title", "First")
    save(f"{activity}.title", "Second")
    save("summary", "Written since")
    assert "Bring back this alone" in read(cast, at("documents:history"))
    asked = f"{at('documents:restore-part', 2)}?at={quote(activity)}"
    assert "First" in read(cast, asked)
    cast.client("editor").post(asked)
    record.refresh_from_db()
    now = store.document_of(record)
    assert (now.activities[0].title, now.summary) == ("First", "Written since")
    assert title != "First"
    assert "Brought back as in revision 2" in read(cast, at("documents:history"))


def test_what_has_no_place_any_more_is_not_brought_back(cast, record, at, golden):
    holder = next(each for each in golden.behaviours if each.barriers)
    barrier = f"behaviours[{holder.id}].barriers[{holder.barriers[0].id}]"
    client = cast.client("editor")
    client.post(f"{at('workspace:remove')}?at={quote(f'behaviours[{holder.id}]')}")
    asked = f"{at('documents:restore-part', 1)}?at={quote(barrier)}"
    page = client.post(asked, follow=True).content.decode()
    assert "Bring that back first" in page
    for wrong in ("activities[none]", "no[such", "a"):
        assert client.get(f"{at('documents:restore-part', 1)}?at={quote(wrong)}").status_code == 404
