"""An organisation's own facts: taken where they hold, refused row by row where they do not."""

from __future__ import annotations

import contextlib
import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.exchange.ratifications import Update, read_update
from trueline.files import FileProblems
from trueline.reports.ratifications.data import facts_csv
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import Action, Status, load_register

HEAD = "state,instrument,status,day,action,as_of,source\n"
TODAY = date(2026, 11, 26)
REGISTER = load_register()


def update(rows: str, head: str = HEAD, name: str = "own.csv") -> Update:
    return read_update((head + rows).encode(), name, REGISTER, today=TODAY)


def problems(rows: str, head: str = HEAD, name: str = "own.csv") -> list[tuple[int | None, str]]:
    with pytest.raises(FileProblems) as raised:
        update(rows, head, name)
    return [(each.line, f"{each.message} {each.hint}") for each in raised.value.problems]


def test_a_fact_of_a_later_day_takes_the_place_of_what_was_known() -> None:
    told = update(
        "Andorra,UNCAC,party,2025-03-01,accession,2026-10-01,depositary: https://treaties.un.org\n"
    )
    fact = told.register.of("AD", "legal.convention-corruption")
    assert (fact.status, fact.day, fact.action) == (Status.PARTY, date(2025, 3, 1), "accession")
    assert fact.source is not None
    assert fact.source.own
    assert fact.source.confirms == "status"
    assert REGISTER.of("AD", "legal.convention-corruption").status is Status.UNKNOWN
    others = {(each.state, each.instrument): each for each in told.register}
    assert (
        sum(others[key] != each for each in REGISTER for key in [(each.state, each.instrument)])
        == 1
    )


def test_what_an_organisation_has_from_elsewhere_is_a_secondary_source() -> None:
    told = update("NP,C189,not-party,,,2026-10-01,Letter of the ministry\n")
    source = told.register.of("NP", "legal.domestic-workers-189").source
    assert source is not None
    assert (source.title, source.confirms, source.own) == (
        "Letter of the ministry",
        "nothing",
        True,
    )


def test_a_fact_of_an_earlier_day_is_not_used_and_told() -> None:
    told = update("NP,legal.tip-protocol,not-party,,,2019-01-01,An old table\n")
    assert told.register.of("NP", "legal.tip-protocol").status is Status.PARTY
    assert not told.taken
    assert [fact.state for fact in told.older] == ["NP"]


def test_a_state_that_the_register_lacks_can_be_added() -> None:
    told = update("Kosovo,CEDAW,unknown,,,2026-10-01,Our notes\n")
    assert "XK" in told.register.states
    assert told.register.of("XK", "legal.tip-protocol").status is Status.UNKNOWN


def test_the_whole_register_handed_on_and_read_again_changes_nothing() -> None:
    table = facts_csv(REGISTER, REGISTER, load_toolkit())
    told = read_update(table.encode(), "register.csv", REGISTER, today=TODAY)
    assert not told.taken
    assert list(told.register) == list(REGISTER)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Nepall,C189,party,,,2026,Notes", ["Nepall", "two-letter"]),
        ("Congo,C189,party,,,2026,Notes", ["CD", "CG"]),
        ("NP,C198,party,,,2026,Notes", ["C198", "legal."]),
        ("NP,legal.refugees,party,,,2026,Notes", ["two", "convention-1951", "protocol-1967"]),
        ("NP,C189,yes,,,2026,Notes", ["yes", "not-party", "unknown"]),
        ("NP,C189,no,,,2026,Notes", ["not-party", "unknown"]),
        ("NP,C189,,,,2026,Notes", ["“status” is empty"]),
        ("NP,C189,party,,,,Notes", ["“as_of” is empty"]),
        ("NP,C189,party,,,2026,", ["“source” is empty"]),
        ("NP,C189,party,04/05/2024,ratification,2026,Notes", ["04/05/2024", "one way"]),
        ("NP,C189,party,2024-02-30,ratification,2026,Notes", ["2024-02-30"]),
        ("NP,C189,party,2024-02-03,ratified,2026,Notes", ["ratified", "ratification"]),
        ("NP,C189,party,2024-02-03,signature,2026,Notes", ["signature", "ratification"]),
        ("NP,C189,not-party,2024-02-03,,2026,Notes", ["no action", "denunciation"]),
        ("NP,C189,party,2009-02-03,ratification,2026,Notes", ["2011-06-16", "C189"]),
        ("NP,C189,party,2026-02-03,ratification,2025,Notes", ["2026-02-03", "2025"]),
        ("NP,C189,party,,,2062-01-01,Notes", ["2062", "yet to come"]),
        ("NP,C189,party,2024-02-03,ratification,2026-01-01,untc-2022", ["untc-2022"]),
        ("KP,TIP Protocol,party,,,2026,Notes", []),
    ],
)
def test_a_row_that_cannot_be_used(row: str, says: list[str]) -> None:
    if not says:
        assert update(f"{row}\n").taken
        return
    ((line, message),) = problems(
        f"NP,CEDAW,party,1991-04-22,ratification,2026-10-01,Notes\n{row}\n"
    )
    assert line == 3
    assert all(each in message for each in says), message


def test_a_party_to_a_protocol_and_not_to_its_convention() -> None:
    lone = "IR,TIP Protocol,party,2026-01-01,accession,2026-10-01,Notes\n"
    ((line, message),) = problems(lone)
    assert line == 2
    assert "UNTOC" in message
    assert "37(2)" in message
    both = f"{lone}IR,UNTOC,party,2026-01-01,accession,2026-10-01,Notes\n"
    assert len(update(both).taken) == 2


def test_the_same_twice() -> None:
    row = "NP,C189,party,2024-02-03,ratification,2026,Notes\n"
    ((line, message),) = problems(row + row)
    assert line == 3
    assert "Line 2" in message


def test_every_row_that_is_wrong_is_told_at_once() -> None:
    told = problems("Nepall,C198,yes,x,y,z,\nNP,C189,maybe,,,2026,Notes\n")
    assert by_line(told) == {2: 7, 3: 1}


def by_line(told: list[tuple[int | None, str]]) -> dict[int | None, int]:
    lines = [line for line, _ in told]
    return {line: lines.count(line) for line in lines}


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("state,instrument,status,as of\n", ["source"]),
        ("state,instrument,status,as_of,source,stand\n", ["stand"]),
        ("state,state,instrument,status,as_of,source\n", ["two columns"]),
    ],
)
def test_columns_that_are_wrong(head: str, says: list[str]) -> None:
    told = problems("", head)
    assert all(line == 1 for line, _ in told)
    assert all(any(each in message for _, message in told) for each in says)


@pytest.mark.parametrize("name", ["own.ods", "own.pdf", "own"])
def test_files_of_other_kinds(name: str) -> None:
    assert ".csv" in problems("", name=name)[0][1]


def test_an_empty_file() -> None:
    assert problems("", head="")


def test_a_workbook_with_its_own_days() -> None:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, days = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEAD.strip().split(","))
        sheet.write_row(1, 0, ["Népal", "C189", "party"])
        sheet.write_datetime(1, 3, date(2026, 2, 3), days)
        sheet.write_row(1, 4, ["ratification", 2026, "Depositary"])
    told = read_update(out.getvalue(), "own.xlsx", REGISTER, today=TODAY)
    (fact,) = told.taken
    assert (fact.state, fact.day, fact.as_of) == ("NP", date(2026, 2, 3), 2026)
    assert fact.action is Action.RATIFICATION


@given(st.lists(st.lists(st.text(max_size=12), min_size=7, max_size=7), max_size=4))
def test_no_table_breaks_the_reading(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEAD.strip().split(","), *rows])
    with contextlib.suppress(FileProblems):
        told = read_update(out.getvalue().encode("utf-8"), "own.csv", REGISTER, today=TODAY)
        assert not told.taken
