"""`trueline toolkit ratifications`: dated facts, and unknown in every format as unknown."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest

from trueline.language import override
from trueline.toolkit.ratifications import Status, load_register

REGISTER = load_register()
UNKNOWN = {(f.state, f.instrument) for f in REGISTER if f.status is Status.UNKNOWN}
COMMAND = ("toolkit", "ratifications")


def blocks(out: str) -> list[str]:
    """The lines of each fact, each as one."""
    flat = re.sub(r"\n {4,}", " ", out)
    return [line.strip() for line in flat.splitlines() if line.startswith("  ")]


def test_a_country_with_every_instrument(run) -> None:
    out = run(*COMMAND, "Nepal")
    assert "Nepal" in out
    assert "Party. Accession: 16 June 2020. As of 4 November 2022." in out
    assert out.count("As of ") == len(REGISTER.instruments)
    assert "Depositary (Secretary-General of the United Nations)" in out
    assert "econdary source, not confirmed by the depositary" in " ".join(out.split())


@pytest.mark.parametrize("name", ["Népal", "NP", "NPL", "نيبال"])
def test_a_country_by_other_names(run, name: str) -> None:
    assert run(*COMMAND, name, "-i", "c29") == run(*COMMAND, "Nepal", "--instrument", "5 E1.8")


def test_facts_stand_by_name_and_title_whatever_was_asked_first(run) -> None:
    out = run(*COMMAND, "Zambia", "Côte d’Ivoire", "Åland", code=2)
    assert "Åland" in out
    out = run(*COMMAND, "Zambia", "Mali", "Côte d’Ivoire", "-i", "C105", "-i", "C29")
    places = [out.index(name) for name in ("Côte d’Ivoire", "Mali", "Zambia")]
    assert places == sorted(places)
    assert out.index("No. 29") < out.index("No. 105")


def test_unknown_is_unknown_as_text(run) -> None:
    for instrument in REGISTER.instruments:
        unknown = [state for state, id in UNKNOWN if id == instrument.id]
        if not unknown:
            continue
        out = run(*COMMAND, *unknown, "-i", instrument.id)
        assert out.count("Unknown: neither yes nor no.") == len(unknown)
        assert "Not a party on that day" not in out
        assert out.count("As of ") == len(unknown)


def test_unknown_is_unknown_as_json(run) -> None:
    facts = json.loads(run(*COMMAND, "--format", "json"))["facts"]
    assert len(facts) == len(REGISTER)
    told = {(f["state"], f["instrument"]) for f in facts if f["status"] == "unknown"}
    assert told == UNKNOWN
    assert all(fact["as_of"] and fact["attribution"] for fact in facts)
    assert not [
        fact
        for fact in facts
        if {True, False} & {v for v in fact.values() if v is True or v is False}
    ]


def test_unknown_is_unknown_as_csv(run) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*COMMAND, "--format", "csv"))))
    told = {(row["state"], row["instrument"]) for row in rows if row["status"] == "unknown"}
    assert told == UNKNOWN
    assert {row["status"] for row in rows} == {status.value for status in Status}
    assert all(row["as_of"] for row in rows)


def test_a_signature_behind_an_unknown_is_told(run) -> None:
    fact = next(f for f in REGISTER if f.status is Status.UNKNOWN and f.action)
    out = run(*COMMAND, fact.state, "-i", fact.instrument)
    assert re.search(r"Unknown: neither yes nor no\. Signature: \d+ \w+ \d{4}\. As of", out)


def test_denounced(run) -> None:
    out = run(*COMMAND, "Malaysia", "-i", "C105")
    assert "Not a party on that day. Denunciation: 10 January 1990. As of 4 June 2026." in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Congo",), ["CD", "CG"]),
        (("Nepall",), ["Nepall"]),
        (("Puerto Rico",), ["no line", "--with"]),
        (("Nepal", "-i", "C198"), ["C198", "legal.tip-protocol"]),
        ((), ["country", "--format"]),
        (("Nepal", "--with", "missing.csv"), ["missing.csv"]),
    ],
)
def test_what_cannot_be_answered(run, arguments, says) -> None:
    out = run(*COMMAND, *arguments, code=2)
    assert all(each in out for each in says), out


def test_own_facts(run, tmp_path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "state,instrument,status,day,action,as_of,source\n"
        "NP,C189,party,2026-02-03,ratification,2026-10-01,depositary: normlex.ilo.org\n"
        "NP,C29,unknown,,,1999,An old list\n"
    )
    out = " ".join(run(*COMMAND, "Nepal", "-i", "C189", "--with", own).split())
    assert "Party. Ratification: 3 February 2026. As of 1 October 2026." in out
    assert "as your organisation found it" in out
    assert "1 fact of your file was not used" in out
    own.write_text("state,instrument,status,as_of,source\nNP,C189,no,2026,Notes\n")
    assert "own.csv:2" in run(*COMMAND, "Nepal", "--with", own, code=2)


def test_a_formula_is_handed_on_as_text(run, tmp_path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "state,instrument,status,as_of,source\nNP,C189,unknown,2026-10-01,=HYPERLINK(A1)\n"
    )
    out = run(*COMMAND, "Nepal", "-i", "C189", "--with", own, "--format", "csv")
    assert not [cell for row in csv.reader(io.StringIO(out)) for cell in row if cell[:1] == "="]


def test_in_french_the_day_and_names_are_french(run) -> None:
    with override("fr"):
        out = run(*COMMAND, "Népal", "Allemagne", "-i", "tip-protocol")
    assert out.index("Allemagne") < out.index("Népal")
    assert "juin 2020" in out


@pytest.mark.slow
def test_nothing_else_waits_for_the_register(tmp_path) -> None:
    """Neither the toolkit nor a review reads it, and no command but its own."""
    design = tmp_path / "d.yaml"
    design.write_text("title: Safe work\n")
    code = (
        "import sys; from trueline.cli.app import app; from typer.testing import CliRunner;"
        f"done = CliRunner().invoke(app, ['review', {str(design)!r}]); assert done.exit_code < 2, done.output;"
        "print([name for name in sys.modules if 'toolkit.ratifications' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
