"""A list as a table: what is typed and pasted is saved as one revision, or asked."""

from __future__ import annotations

import html
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
    inputs = re.findall(r'<input [^>]*value="([^"]*)" name="([^"]+\|[^"]+)"', page)
    areas = re.findall(r'<textarea [^>]*name="([^"]+\|[^"]+)"[^>]*>([^<]*)</textarea>', page)
    return {name: html.unescape(text) for name, text in [*(pair[::-1] for pair in inputs), *areas]}


def send(client, url: str, record, **values: str):
    record.refresh_from_db()
    sent = {name.replace("__", "|"): value for name, value in values.items()}
    return client.post(url, {"seen": record.revision, **sent})


def pasted(*lines: tuple[str, ...]) -> str:
    return "\r\n".join("\t".join(line) for line in lines)


FIFTY = pasted(
    ("Indicator", "Unit", "Baseline: Value", "Baseline: Date", "Target 1: By", "Target 1: Value"),
    *(
        (
            f"Share of people in place {n}",
            "people",
            f"{n} 200",
            "31 March 2026",
            "31.12.2027",
            f"{n}5,5",
        )
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


def test_a_number_of_two_readings_is_asked_in_its_cell_and_then_taken(editor, small):
    url, cell = grid_of(small), "i1|baseline.value"
    answer = send(editor, url, small, **{cell: "1.200"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert now(small).indicators[0].baseline is None
    assert re.findall(r'name="pick\|i1\|baseline.value" value="([^"]*)"> ([^<]+)<', page) == [
        ("1200", "1,200"),
        ("1.2", "1.2"),
    ]
    send(editor, url, small, **{cell: "1.200", f"pick|{cell}": "1200"})
    assert now(small).indicators[0].baseline.value == 1200


@pytest.mark.parametrize(("sign", "value"), [("point", Decimal("1.2")), ("comma", Decimal(1200))])
def test_how_numbers_are_written_is_said_for_all_cells_at_once(editor, small, sign, value):
    send(editor, grid_of(small), small, sign=sign, **{"i1|baseline.value": "1.200"})
    assert now(small).indicators[0].baseline.value == value


@pytest.mark.parametrize(("order", "day"), [("dmy", date(2027, 4, 3)), ("mdy", date(2027, 3, 4))])
def test_a_day_of_two_readings_is_asked_too(editor, small, order, day):
    values = {"i1|targets.0.due": "3/4/2027", "i1|targets.0.value": "5"}
    assert send(editor, grid_of(small), small, **values).status_code == 422
    send(editor, grid_of(small), small, order=order, **values)
    assert now(small).indicators[0].targets[0].due == day


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        ("i1|baseline.value", "many", "Write a number, such as 1200."),
        ("i1|baseline.measured", "soon", "Write a day, such as 2027-03-31."),
        ("i1|measures", "satisfactions", "Did you mean “Satisfaction”?"),
        ("i1|result", "Inspectors are traind", "Did you mean “Inspectors are trained”?"),
        ("i1|targets.0.value", "5", "This is needed, where the cells beside it say something."),
        ("i1|unit", "x" * 501, "501 letters; 500 is the most."),
    ],
)
def test_what_cannot_be_read_is_said_in_the_cell_and_kept(editor, small, cell, text, said):
    answer = send(editor, grid_of(small), small, **{cell: text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert text in page
    assert now(small).indicators == SMALL.indicators


@pytest.mark.parametrize("text", ["Inspectors act", "inspectors  ACT", "act"])
def test_a_name_is_read_however_it_is_written(editor, small, text):
    send(editor, grid_of(small), small, **{"i1|result": text})
    assert now(small).indicators[0].result == "act"


def test_only_cells_that_were_changed_are_saved(editor, small):
    page = editor.get(grid_of(small)).content.decode()
    every = cells(page)
    assert every["i1|statement"] == "Satisfied trainees"
    before = small.revision
    answer = send(editor, grid_of(small), small, **every)
    assert "Nothing was changed." in editor.get(answer.url).content.decode()
    assert now(small) == SMALL
    assert small.revision == before


def test_two_people_in_one_table_both_succeed_in_different_rows(cast, editor, small):
    url = grid_of(small, "results")
    shown = cells(editor.get(url).content.decode())
    small.refresh_from_db()
    seen = small.revision
    cast.client("owner").post(url, {"seen": seen, **shown, "act|statement": "Inspectors help"})
    answer = editor.post(url, {"seen": seen, **shown, "trained|statement": "Inspectors know"})
    assert answer.status_code == 302
    assert [r.statement for r in now(small).results] == ["Inspectors help", "Inspectors know"]


def test_two_people_in_one_row_see_both_and_the_second_chooses(cast, editor, small):
    url = grid_of(small, "results")
    shown = cells(editor.get(url).content.decode())
    seen = small.revision
    theirs = {"act|statement": "Inspectors help", "act|change": "Reach"}
    cast.client("owner").post(url, {"seen": seen, **shown, **theirs})
    mine = {**shown, "act|statement": "Inspectors refer", "trained|statement": "All are trained"}
    answer = editor.post(url, {"seen": seen, **mine})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert now(small).results[1].statement == "Inspectors are trained"
    assert "Saved now:" in page
    assert "Inspectors help" in page
    offered = {**shown, **cells(page)}
    assert offered["act|statement"] == "Inspectors refer"
    send(editor, url, small, **offered)
    act, trained = now(small).results
    assert (act.statement, act.change) == ("Inspectors refer", "reach")
    assert trained.statement == "All are trained"


def test_what_somebody_removed_meanwhile_is_kept_as_a_new_row(cast, editor, small):
    url = grid_of(small, "results")
    seen = small.revision
    cast.client("owner").post(at("workspace:remove", small, at="results[act]"))
    answer = editor.post(url, {"seen": seen, "act|statement": "Inspectors refer"})
    page = answer.content.decode()
    assert "Somebody removed this meanwhile." in page
    again = {name: text for name, text in cells(page).items() if name.startswith("+")}
    send(editor, url, small, **again)
    assert "Inspectors refer" in [result.statement for result in now(small).results]


def test_activities_need_their_kind_and_keep_it(editor, small):
    url = grid_of(small, "activities")
    answer = send(editor, url, small, block=pasted(("Activity", "Start"), ("Talks", "May 2027")))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This is needed." in page
    new = {name: text for name, text in cells(page).items() if name.startswith("+1|")}
    answer = send(editor, url, small, **{**new, "+1|kind": "Justice"})
    assert answer.status_code == 302, answer.content.decode()
    added = now(small).activities[-1]
    assert (added.kind, added.title, added.start) == ("justice", "Talks", date(2027, 5, 1))


def test_the_budget_lines_of_an_activity_are_a_table_too(editor, small):
    url = grid_of(small, "activities[t1].budget_lines")
    send(editor, url, small, block=pasted(("Rent", "2027", "EUR 1 200,50", "Fund A")))
    (line,) = now(small).activities[0].budget_lines
    assert (line.title, line.year, str(line.amount), line.funder) == (
        "Rent",
        2027,
        "EUR 1,200.50",
        "Fund A",
    )


def test_a_block_wider_than_the_table_is_refused_whole(editor, small):
    block = pasted(("a",) * 30)
    answer = send(editor, grid_of(small, "partners"), small, block=block)
    assert answer.status_code == 422
    assert "The block has 30 columns, the table 2." in answer.content.decode()
    assert "a\ta" in answer.content.decode()
    assert now(small).partners == ()


def test_other_columns_are_chosen_in_the_address(editor, small):
    page = editor.get(grid_of(small, column="definition")).content.decode()
    assert 'name="i1|definition"' in page
    assert 'name="i1|unit"' not in page


@pytest.mark.parametrize("of", ["", "title", "evaluation", "activities[none].budget_lines", "x"])
def test_what_is_no_list_has_no_table(editor, small, of):
    assert editor.get(grid_of(small, of)).status_code == 404


def test_a_table_is_not_for_readers(cast, small):
    assert cast.client("reader").get(grid_of(small)).status_code == 403


def test_a_save_is_one_line_of_the_history(editor, small):
    send(editor, grid_of(small), small, block=FIFTY)
    assert Revision.objects.filter(document=small).count() == 2
    page = editor.get(at("documents:history", small)).content.decode()
    assert "Indicators" in page


@pytest.mark.parametrize("key", ["i1", "+1"])
def test_what_the_document_refuses_is_said_at_its_row(editor, small, key):
    day = {f"{key}|targets.{n}.due": "2027-12-31" for n in (0, 1)}
    other = {"+2|statement": "People reached"}
    answer = send(editor, grid_of(small), small, **day, **other, **{f"{key}|statement": "Share"})
    page = answer.content.decode()
    assert answer.status_code == 422
    row = re.search(r'<tr class="row-wrong".*?</tr>', page, re.DOTALL)[0]
    assert "Share" in row
    assert "People reached" not in row
    assert now(small) == SMALL
