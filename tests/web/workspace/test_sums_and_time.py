"""The budget added up by activity, year and source; the activities along time."""

from __future__ import annotations

import html
import re

import pytest

from tests.web.workspace.small import at
from trueline.design import parse_design


def kept(keep, text: str):
    return keep(parse_design(f"title: Safe work\n{text}").document)


def rows(page: str) -> list[list[str]]:
    """The cells of every row of the tables of a page."""
    cell = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
    shown = re.sub(r'<a class="state".*?</a>', "", page, flags=re.DOTALL)
    return [
        [
            html.unescape(" ".join(re.sub(r"<[^>]+>", " ", each).split()))
            for each in cell.findall(row)
        ]
        for row in re.findall(r"<tr.*?</tr>", shown, re.DOTALL)
    ]


BUDGET = """
budget: {amount: 1000, currency: EUR}
budget_lines: [{id: a, year: 2027, amount: {amount: 700, currency: EUR}, funder: Fund A},
               {id: b, year: 2028, amount: {amount: 300, currency: EUR}, funder: Fund B},
               {id: c, amount: {amount: 5, currency: TND}}]
activities:
- {id: t1, kind: justice, title: Training, budget: {amount: 600, currency: EUR},
   budget_lines: [{id: d, year: 2027, amount: {amount: 400, currency: EUR}},
                  {id: e, year: 2028, amount: {amount: 150, currency: EUR}}]}
- {id: t2, kind: support, title: Shelter, budget_lines: [{id: f, year: 2028, amount: {amount: 90, currency: EUR}}]}
evaluation: {budget: {amount: 80, currency: EUR},
             studies: [{id: s, title: Endline, budget: {amount: 60, currency: EUR}}]}
"""


def test_the_budget_stands_by_activity_year_and_source_with_its_sums(cast, keep):
    record = kept(keep, BUDGET)
    shown = rows(cast.client("editor").get(at("workspace:budget", record)).content.decode())
    assert ["Training", "400", "150", "550", "600", "EUR 50 of it stands in no line."] in shown
    assert ["Shelter", "", "90", "90", "", ""] in shown
    assert ["Budget for measurement and learning", "", "", "", "80", ""] in shown
    assert ["All of these", "400", "240", "640", "770", ""] in shown
    assert ["The whole programme", "700", "300", "1,000", "1,000", "Adds up."] in shown
    assert ["Fund A", "700", "", "700"] in shown
    assert ["All sources", "700", "300", "1,000"] in shown
    assert ["No source said", "5", "5"] in shown  # Tunisian money has tables of its own


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (500, "The lines are EUR 50 over it."),
        (550, "Adds up."),
        (551, "EUR 1 of it stands in no line."),
    ],
)
def test_each_budget_is_compared_with_its_lines(cast, keep, budget, said):
    record = kept(keep, BUDGET.replace("amount: 600", f"amount: {budget}"))
    shown = rows(cast.client("editor").get(at("workspace:budget", record)).content.decode())
    assert next(row for row in shown if row[0] == "Training")[-1] == said


def test_parts_that_cost_more_than_the_whole_are_told(cast, keep):
    record = kept(keep, BUDGET.replace("{amount: 1000", "{amount: 700"))
    page = cast.client("editor").get(at("workspace:budget", record)).content.decode()
    assert "The parts cost EUR 70 more than the whole." in page


TIME = """
start: 2027-01-01
end: 2028-12-31
activities:
- {id: later, kind: other, title: Later, start: 2028-01-01, end: 2028-12-31}
- {id: first, kind: other, title: First, start: 2027-01-01, end: 2027-12-31}
- {id: open, kind: other, title: Open, start: 2027-07-01}
- {id: late, kind: other, title: Late, start: 2028-06-01, end: 2029-06-01}
- {id: bare, kind: other, title: Bare}
- {id: turned, kind: other, title: Turned, start: 2028-06-01, end: 2027-06-01}
"""


def test_activities_stand_along_time_by_the_day_on_which_they_begin(cast, keep):
    record = kept(keep, TIME)
    page = cast.client("reader").get(at("workspace:timeline", record)).content.decode()
    shown = {row[0]: row[1:3] for row in rows(page)[1:]}
    assert list(shown) == [
        "First",
        "Open It is not said when it ends.",
        "Later",
        "Late It ends after the programme does.",
        "Turned It ends before it begins.",
        "Bare No days yet.",
    ]
    assert shown["First"] == ["1 January 2027", "31 December 2027"]
    assert page.count("<rect") == 4


@pytest.mark.parametrize(("language", "place"), [("en", "0.00%"), ("ar", "66.70%")])
def test_time_runs_in_the_direction_of_the_language(cast, keep, language, place):
    record = kept(keep, TIME)
    client = cast.client("reader")
    client.cookies["django_language"] = client.cookies["trueline_language"] = language
    page = client.get(at("workspace:timeline", record), headers={"accept-language": language})
    assert re.search(r'<rect x="([^"]+)"', page.content.decode())[1] == place


def test_a_list_with_days_or_money_leads_to_them(cast, record):
    client = cast.client("reader")
    page = client.get(f"/documents/{record.pk}/step/activities/")
    assert at("workspace:timeline", record) in page.content.decode()
    page = client.get(f"/documents/{record.pk}/step/programme/").content.decode()
    assert at("workspace:budget", record) in page
    assert at("workspace:grid", record) not in page  # who only reads fills in nothing
