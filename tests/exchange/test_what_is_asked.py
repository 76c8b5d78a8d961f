"""What an import asks: numbers that could be two; and what stands above a table."""

from datetime import date
from decimal import Decimal

import pytest
from typer.testing import CliRunner

from tests.exchange.logframes import workbook
from trueline.cli.app import app
from trueline.design import load_design
from trueline.exchange.logframe import begin, doubtful_numbers, read_logframe, settled

HEADINGS = ["Level", "Objective", "Indicator", "Baseline", "Target 2029", "Source"]
ROWS = [
    ["Outcome", "Officers act", "People helped", "1.500", "6.000 women", "Log"],
    ["Output", "Officers are trained", "Officers trained", "0", "6.000", "Log"],
]


def read(*above):
    return read_logframe(workbook([*above, HEADINGS, *ROWS]), "a.xlsx")


def test_a_number_that_could_be_two_is_asked_once_with_both_readings():
    baseline, target = doubtful_numbers(read())
    assert (baseline.text, baseline.readings) == ("1.500", (1500, Decimal("1.5")))
    assert (target.text, target.place) == ("6.000", "Logframe!E2")


def test_what_is_chosen_counts_wherever_it_stands_and_the_words_stay():
    table = settled(read(), {"6.000": Decimal(6000)})
    helped, trained = begin(table).design.indicators
    assert helped.targets[0].value == trained.targets[0].value == 6000
    assert helped.targets[0].text == "women"
    assert helped.baseline.text == "1.500"
    assert [one.text for one in doubtful_numbers(table)] == ["1.500"]


def test_the_command_line_says_both_readings_and_takes_one(tmp_path):
    logframe, design = tmp_path / "a.xlsx", tmp_path / "design.yaml"
    logframe.write_bytes(workbook([HEADINGS, *ROWS]))
    looked_at = CliRunner().invoke(app, ["import", str(logframe)])
    assert '--number "6.000=6000" or --number "6.000=6"' in looked_at.output
    call = ["import", str(logframe), "--to", str(design), "--number", "6.000=6"]
    assert CliRunner().invoke(app, call).exit_code == 0
    assert load_design(design).document.indicators[0].targets[0].value == 6
    wrong = CliRunner().invoke(app, ["import", str(logframe), "--number", "six"])
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("label", "text", "field", "value"),
    [
        ("Country:", "Nepal and Qatar", "countries", ("NP", "QA")),
        ("Lead organisation", "Safe Ways", "lead", "Safe Ways"),
        ("Start date", "1 March 2027", "start", date(2027, 3, 1)),
        ("Project period", "January 2027 to December 2029", "end", date(2029, 12, 31)),
    ],
)
def test_what_stands_above_a_table_reaches_the_design(label, text, field, value):
    table = read([label, text], [])
    assert getattr(begin(table).design, field) == value
    assert not table.unplaced


@pytest.mark.parametrize(("label", "text"), [("Country", "Atlantis"), ("Duration", "36 months")])
def test_what_cannot_be_read_there_is_listed(label, text):
    table = read([label, text], [])
    assert text in [cell.text for cell in table.unplaced]
    assert table.title == ""
