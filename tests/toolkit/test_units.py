"""Units of the pack, and the record of what readers found of them."""

import csv
import io

import pytest

from trueline.files import FileProblems
from trueline.reports.pages.fidelity import fidelity_page
from trueline.toolkit import load_toolkit
from trueline.toolkit.readings import Reading, read_readings, table
from trueline.toolkit.units import place_of, units

TOOLKIT = load_toolkit()
UNITS = units(TOOLKIT)


def test_each_entry_of_the_source_is_a_unit_and_stands_at_its_place():
    of_source = {unit.id: unit for unit in UNITS if unit.origin == "source"}
    entries = (
        *TOOLKIT.lessons(),
        *TOOLKIT.questions(),
        *TOOLKIT.categories(),
        *TOOLKIT.indicators(),
        *TOOLKIT.evidence,
        *TOOLKIT.resources,
    )
    for entry in entries:
        assert of_source[entry.id].ref == entry.ref
    assert len({unit.id for unit in UNITS}) == len(UNITS)
    assert all(place_of(unit) for unit in UNITS if unit.origin != "ours")


def test_what_is_ours_is_never_in_a_unit_of_the_source():
    of_source = {unit.id: unit.text for unit in UNITS if unit.origin == "source"}
    for question in TOOLKIT.questions():
        assert question.why not in of_source[question.id]
    for lesson in TOOLKIT.lessons():
        assert lesson.follows not in of_source[lesson.id]
    assert "All clients given help to relocate" not in of_source["support.stable-housing"]
    assert "A leaflet" not in of_source["awareness.materials-distributed"]


def test_an_own_pack_adds_no_units(tmp_path):
    (tmp_path / "pack.yaml").write_text(
        'pack: {id: acme, name: Acme, language: en, edition: "1"}\nfor_section: plans\nlessons:\n'
        "  - {id: acme.l, ref: own, title: T, statement: S., direction: gap, follows: F.}\n"
    )
    assert units(load_toolkit(extra=[tmp_path])) == UNITS


def filled(**verdicts: tuple[str, str]) -> str:
    """The readers' table with verdict and note for some units, named with _ for the first dot."""
    stream = io.StringIO(table(UNITS, {}))
    rows = list(csv.DictReader(stream))
    for row in rows:
        row["verdict"], row["note"] = verdicts.get(row["unit"].replace("-", "_"), ("", ""))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_a_reading_counts_until_the_text_changes(tmp_path):
    path = tmp_path / "fidelity.csv"
    path.write_text(filled(fn_1=("faithful", ""), fn_2=("exception", "The title is ours.")))
    readings = read_readings(path)
    assert set(readings) == {"fn-1", "fn-2"}
    page = fidelity_page(TOOLKIT, readings)
    notes = next(line for line in page.splitlines() if line.startswith("| Notes and"))
    before = next(
        line for line in fidelity_page(TOOLKIT, {}).splitlines() if line.startswith("| Notes and")
    )
    unread = [int(line.split("|")[6]) for line in (before, notes)]
    assert notes.split("|")[3].strip() == "1"
    assert "The title is ours." in page
    assert unread[0] - unread[1] == 2
    stale = {id: Reading("another", one.verdict, one.note) for id, one in readings.items()}
    assert fidelity_page(TOOLKIT, stale) == fidelity_page(TOOLKIT, {})


def test_the_table_keeps_what_was_found(tmp_path):
    path = tmp_path / "fidelity.csv"
    path.write_text(filled(fn_1=("faithful", "Read twice.")))
    again = list(csv.DictReader(io.StringIO(table(UNITS, read_readings(path)))))
    assert next(row for row in again if row["unit"] == "fn-1")["note"] == "Read twice."
    assert sum(row["verdict"] == "faithful" for row in again) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("unit,verdict\n", "lacks the column digest"),
        ("unit,digest,verdict\nfn-1,x,fine\n", "“fine” is no verdict on fn-1"),
        (
            "unit,digest,verdict,readings\nfn-1,x,faithful,0\n",
            "“0” is no number of readings of fn-1",
        ),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path, text, says):
    path = tmp_path / "fidelity.csv"
    path.write_text(text)
    with pytest.raises(FileProblems, match=says):
        read_readings(path)


def test_the_page_tells_how_many_readers_compared_the_present_words(tmp_path):
    path = tmp_path / "fidelity.csv"
    header = "unit,digest,verdict,readings\n"
    lines = [f"{unit.id},{unit.digest},faithful," for unit in UNITS if unit.origin != "ours"]
    path.write_text(header + "\n".join([lines[0] + "3", lines[1] + "2", lines[2]]) + "\n")
    readings = read_readings(path)
    page = fidelity_page(TOOLKIT, readings)
    for row in ("| 3 | 1 |", "| 2 | 1 |", "| 1 | 1 |", f"| 0 | {len(lines) - 3} |"):
        assert row in page.splitlines()
    path.write_text(table(UNITS, readings))
    assert read_readings(path) == readings


def test_every_exception_is_explained():
    page = fidelity_page(TOOLKIT, {})
    for unit in UNITS:
        if unit.exception:
            assert unit.exception in page, unit.id
