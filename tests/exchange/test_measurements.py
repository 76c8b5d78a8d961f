"""Tables of measurements as people write them, read whole or not at all."""

import io
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from trueline.design.measurement import Indicator
from trueline.exchange.measurements import Measurements, read_measurements
from trueline.files import FileProblems
from trueline.measures.aggregates import Record, cell
from trueline.measures.readings import Count, Mean, Ratio, Scale, Share, State, Words

LISTS = {"sex": ("female", "male"), "age-band": ("under-18", "18-and-over")}
INDICATORS = {
    each.id: each
    for each in (
        Indicator(id="calls", measure="count", toolkit_id="identification.valid-calls"),
        Indicator(id="know", measure="proportion", numerator="Know", denominator="Asked"),
        Indicator(id="free", measure="scale", scale=("1", "2", "3", "4", "5"), scale_from=4),
        Indicator(id="unset", measure="scale"),
        Indicator(id="income", measure="change"),
        Indicator(id="told", measure="qualitative"),
    )
}


def read(text: str, name: str = "figures.csv") -> Measurements:
    return read_measurements(text.encode(), name, INDICATORS, LISTS)


def wrong(text: str) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        read(text)
    return [f"{each.line}: {each.message} {each.hint}" for each in caught.value.problems]


def one(text: str) -> Record:
    (records,) = read(text).records.values()
    (record,) = records
    return record


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("indicator,period,value\ncalls,2026-Q1,0", Count(Decimal(0))),
        ("indicator,period,value\nidentification.valid-calls,2026-Q1,7", Count(Decimal(7))),
        ("Indicateur;Période;Valeur\ncalls;T1 2026;1 200", Count(Decimal(1200))),
        (
            "indicator,period,numerator,denominator\nknow,2026,15,50",
            Share(Decimal(15), Decimal(50)),
        ),
        ("indicator,period,numerator,denominator\ncalls,2026,30,2", Ratio(Decimal(30), Decimal(2))),
        ("indicator,period,mean,n\nincome,2026,92.5,4", Mean(Decimal(370), 4)),
        ("indicator,period,points\nfree,2026,1; 0; 2; 3; 4", Scale((1, 0, 2, 3, 4), 4)),
        ("indicator,period,text\ntold,2026,They meet weekly", Words(("They meet weekly",))),
        ("indicator\tperiod\tvalue\ncalls\t2026\t٣٤", Count(Decimal(34))),
    ],
)
def test_each_kind_of_figure(text, reading):
    assert one(text).reading == reading


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ("calls,2026,,", State.MISSING),
        ("calls,2026,,missing", State.MISSING),
        ("calls,2026,,n/a", State.NOT_APPLICABLE),
        ("calls,2026,<11,", State.SUPPRESSED),
        ("calls,2026,0,", State.REPORTED),
    ],
)
def test_four_answers(row, state):
    assert one(f"indicator,period,value,state\n{row}").state is state


def test_groups_and_places():
    record = one("indicator,period,place,value,sex,age_band\ncalls,2026,North,3,Female,under 18")
    assert (record.place, record.cell) == ("North", cell({"sex": "female", "age-band": "under-18"}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("indicator,value\ncalls,1", "1: There is no column “period”."),
        ("indicator,period,value,Date of birth\ncalls,2026,1,1990-01-01", "tells of single people"),
        ("indicator,period,value,Prénom\ncalls,2026,1,A", "tells of single people"),
        ("indicator,period,value,colour\ncalls,2026,1,red", "none that is known"),
        ("indicator,period,value\nnone,2026,1", "2: The design has no indicator “none”."),
        ("indicator,period,value\n,2026,1", "2: No indicator is named."),
        ("indicator,period,value\ncalls,soon,1", "2: “soon” is no period. Write 2026"),
        ("indicator,period,value\ncalls,2026,1.200", "2: “1.200” can be 1200 or 1.200."),
        ("indicator,period,value\ncalls,2026,many", "2: “many” is no number."),
        ("indicator,period,value,sex\ncalls,2026,1,woman", "2: “woman” is not in the list sex."),
        ("indicator,period,value\nknow,2026,30", "A share alone can’t be put together"),
        ("indicator,period,numerator\nknow,2026,30", "don’t make a figure together"),
        ("indicator,period,points\nfree,2026,1;2", "There are 2 numbers for 5 points."),
        ("indicator,period,points\nunset,2026,1;2", "which points the scale of this indicator has"),
        ("indicator,period,points\nfree,2026,1;2;3;4;1.5", "1.5 is no number of people."),
        ("indicator,period,value,state\ncalls,2026,4,missing", "A figure stands beside “missing”."),
        ("indicator,period,value,state\ncalls,2026,,later", "“later” is no state."),
        ("indicator,period,value\ncalls,2026,4\ncalls,2026,5", "3: Row 2 tells of the same"),
        ("indicator,period,value\ncalls,2026,4\ncalls,2026-Q1,5", "3: 2026-Q1 and 2026 (row 2)"),
        (
            "indicator,period,value,mean,n\nincome,2025,4,,\nincome,2026,,4,2",
            "3: The figure is of another kind than that of row 2.",
        ),
        ("indicator,period,value", "There are headings and no rows"),
        ("", "There is no column “indicator” and “period”."),
        ('indicator,period,value\ncalls,2026,"4', "a quotation mark is opened and not closed"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(text, said):
    (problem,) = wrong(text)
    assert said in problem


def test_all_that_is_wrong_is_said_at_once():
    assert len(wrong("indicator,period,value\nnone,2026,1\ncalls,soon,1\ncalls,2026,x")) == 3


def test_one_sign_for_decimals_in_a_table_settles_the_others():
    records = read("indicator;period;value\ncalls;2025;3,5\ncalls;2026;1.200").records["calls"]
    assert [record.reading for record in records] == [Count(Decimal("3.5")), Count(Decimal(1200))]


def test_a_workbook_keeps_its_numbers():
    book = Workbook()
    sheet = book.active
    for row in (["indicator", "period", "value"], [], ["calls", 2026, 1.234], ["calls", 2025, "7"]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    records = read_measurements(out.getvalue(), "figures.xlsx", INDICATORS, LISTS).records["calls"]
    assert [each.reading for each in records] == [Count(Decimal("1.234")), Count(Decimal(7))]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no workbook", b"\x00\xff"])
def test_what_is_no_workbook_says_so(data):
    with pytest.raises(FileProblems):
        read_measurements(data, "figures.xlsx", INDICATORS, LISTS)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(FileProblems):
        assert read(f"indicator,period,value,state\n{text}").records
