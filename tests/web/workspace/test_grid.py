"""A list as a table: what is typed and pasted is saved as one revision, or asked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from tests.web.workspace.small import SMALL, at, now
from trueline.web.documents.models import Revision


@pytest.fixture
def small(keep):
    return keep(SMALL)


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def grid_of(record, of: str = "indicators", **more: str) -> str:
    return at("workspace:grid", record, of=of, **more)


def cells(page: str) -> dict[str, str]:
    """What the cells of a page hold, by their names."""
    return dict(re.findall(r'<input name="([^"]+\|[^"]+)"[^>]*?value="([^"]*)"', page))


def send(client, url: str, record, **values: str):
    record.refresh_from_db()
    sent = {name.replace("__", "|"): value for name, value in values.items()}
    return client.post(url, {"seen": record.revision, **sent})


def pasted(*lines: tuple[str, ...]) -> str:
    return "\r\n".join("\t".join(line) for line in lines)


FIFTY = pasted(
    ("Indicator", "Unit", "Baseline: Value", "Baseline: Date", "Target 1: By", "Target 1: Value"),
    *(
        (f"Share of people in place {n}", "people", f"{n} 200", "31 March 2026", "31.12.2027", f"{n}5,5")
        for n in range(1, 51)
    ),
)


def test_fifty_indicators_with_baselines_and_targets_come_in_one_revision(editor, small):
    before = small.revision
    answer = send(editor, grid_of(small), small, block=FIFTY)
    assert answer.status_code == 302, answer.content.decode()
    indicators = now(small).indicators
    assert small.revision == before + 1
    assert len(indicators) == 51
    third = indicators[3]
    assert third.statement == "Share of people in place 3"
    assert third.unit == "people"
    assert third.baseline.value == 3200
    assert third.baseline.measured == date(2026, 3, 31)
    assert [(t.due, t.value) for t in third.targets] == [(date(2027, 12, 31), Decimal("35.5"))]


def test_a_paste_is_undone_in_one_go_and_leaves_what_came_after(editor, small, save):
    send(editor, grid_of(small), small, block=FIFTY)
    page = editor.get(grid_of(small)).content.decode()
    assert "50 rows added." in page
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)[1].replace("&amp;", "&")
    send(editor, grid_of(small, "results"), small, act__statement="Inspectors act at once")
    answer = editor.post(undo)
    assert answer.status_code == 302
    assert [each.id for each in now(small).indicators] == ["i1"]
    assert now(small).results[0].statement == "Inspectors act at once"
    assert "Undone." in editor.get(answer.url).content.decode()


def test_what_was_changed_since_is_not_undone(editor, small):
    send(editor, grid_of(small), small, block=pasted(("One more",)))
    new = now(small).indicators[1].id
    revision = small.revision
    send(editor, grid_of(small), small, **{f"{new}__unit": "people"})
    undo = f"{at('documents:history', small)}{revision}/undo/?at=indicators"
    answer = editor.post(undo)
    assert len(now(small).indicators) == 2
    assert "Not undone" in editor.get(answer.url).content.decode()
