"""Rows removed in a table: with everything else in one revision, undone in one go, asked where named."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.web.workspace.small import SMALL, at, now
from trueline.document import references_to
from trueline.web.documents.models import Revision


@pytest.fixture
def small(keep: Any) -> Any:
    return keep(SMALL)


@pytest.fixture
def editor(cast: Any) -> Any:
    return cast.client("editor")


def send(client: Any, record: Any, of: str, **values: Any) -> Any:
    record.refresh_from_db()
    sent = {name.replace("__", "|"): value for name, value in values.items()}
    seen = sent.pop("seen", record.revision)
    return client.post(at("workspace:grid", record, of=of), {"seen": seen, **sent})


def rows_of(record: Any, of: str) -> list[str]:
    return [each.key_value for each in getattr(now(record), of)]


def sent_row(record: Any, of: str, key: str, **values: str) -> dict[str, str]:
    element = next(each for each in getattr(now(record), of) if each.key_value == key)
    return {f"{key}|{element.named}": getattr(element, element.named), **values}


def test_rows_go_with_what_else_was_changed_and_come_back_in_one_go(editor, small):
    before = now(small)
    first, *others = rows_of(small, "indicators")
    count = Revision.objects.filter(document=small).count()
    new = {"+1|statement": "A new one"}
    answer = send(
        editor,
        small,
        "indicators",
        remove=[first],
        unlink="1",
        asked="1",
        **sent_row(small, "indicators", first),
        **new,
    )
    assert answer.status_code == 302
    assert rows_of(small, "indicators")[: len(others)] == others
    assert len(rows_of(small, "indicators")) == len(others) + 1
    assert Revision.objects.filter(document=small).count() == count + 1
    page = editor.get(answer["Location"]).content.decode()
    assert "1 row removed." in page
    undo = re.search(r'action="([^"]+/undo/[^"]*)"', page)[1].replace("&amp;", "&")
    editor.post(undo)
    assert now(small) == before


def test_what_others_name_is_asked_first(editor, small):
    document = now(small)
    named = next(
        each.key_value
        for each in document.results
        if references_to(document, each.key_value, "results")
    )
    values = sent_row(small, "results", named)
    asked = send(editor, small, "results", remove=[named], **values)
    assert asked.status_code == 422
    assert 'name="unlink"' in asked.content.decode()
    assert named in rows_of(small, "results")
    answer = send(editor, small, "results", remove=[named], asked="1", unlink="1", **values)
    assert answer.status_code == 302
    assert named not in rows_of(small, "results")
    assert not references_to(now(small), named, "results")


def test_what_somebody_changed_meanwhile_is_not_removed_unseen(cast, editor, small):
    first = rows_of(small, "indicators")[0]
    seen = small.revision
    values = sent_row(small, "indicators", first)
    send(cast.client("owner"), small, "indicators", **{f"{first}|statement": "Changed by another"})
    answer = send(editor, small, "indicators", seen=seen, remove=[first], asked="1", **values)
    assert answer.status_code == 409
    assert first in rows_of(small, "indicators")


def test_a_row_that_is_removed_is_not_read(editor, small):
    first = rows_of(small, "indicators")[0]
    answer = send(
        editor, small, "indicators", remove=[first], asked="1", **{f"{first}|baseline.value": "??"}
    )
    assert answer.status_code == 302


def test_a_row_that_is_gone_already_is_no_obstacle(editor, small):
    answer = send(editor, small, "indicators", remove=["gone"])
    assert answer.status_code == 302
