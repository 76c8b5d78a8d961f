"""The invented figures of worked examples: made by the script that lies beside them, and telling."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from trueline.design import Design
from trueline.design.figures import figures
from trueline.document import load_any
from trueline.exchange.measurements import Measurements, read_measurements
from trueline.measures.readings import State
from trueline.review.claims import Claim, DisplacementCheck, claims
from trueline.toolkit import Toolkit, load_toolkit

FOLDER = Path(__file__).parents[2] / "examples"
NAMES = tuple(sorted(path.stem for path in (FOLDER / "figures").glob("*.csv")))


@pytest.fixture(scope="module")
def toolkit() -> Toolkit:
    return load_toolkit()


@pytest.fixture(scope="module")
def script():
    sys.path.insert(0, str(FOLDER / "figures"))
    spec = importlib.util.spec_from_file_location("invent", FOLDER / "figures" / "invent.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["invent"] = module
    spec.loader.exec_module(module)
    sys.path.remove(str(FOLDER / "figures"))
    return module


def told(name: str, toolkit) -> tuple[Design, Measurements]:
    design = load_any(FOLDER / f"{name}.yaml").document
    assert isinstance(design, Design)
    words = {each.id: [term.id for term in each.terms] for each in toolkit.vocabularies}
    known = {each.id: each for each in design.indicators}
    path = FOLDER / "figures" / f"{name}.csv"
    return design, read_measurements(path.read_bytes(), path.name, known, words)


def ladder(name: str, toolkit) -> dict[str, Claim]:
    design, read = told(name, toolkit)
    computed = figures(design, read.records, periods=list(read.periods.values()))
    return {each.result.id: each for each in claims(design, read.with_occasions(computed), toolkit)}


def test_the_script_makes_the_same_figures_each_time(script):
    assert tuple(sorted(script.EXAMPLES)) == NAMES
    assert len(NAMES) == 9, "every example but the early draft, of which nothing was approved"
    for name, stories in script.EXAMPLES.items():
        kept = (FOLDER / "figures" / f"{name}.csv").read_text(encoding="utf-8")
        assert script.table_of(stories) == kept


@pytest.mark.parametrize("name", NAMES)
def test_they_hold_gaps_and_late_figures(name, toolkit):
    design, read = told(name, toolkit)
    assert design.invented
    assert {row.record.state for row in read.rows} >= {State.REPORTED, State.NOT_APPLICABLE}
    assert any("three months late" in row.note for row in read.rows)


@pytest.mark.parametrize("name", NAMES)
def test_they_tell_of_two_years_or_more(name, toolkit):
    _design, read = told(name, toolkit)
    ends = [when.end for when in read.periods.values()]
    starts = [when.start for when in read.periods.values()]
    assert (max(ends) - min(starts)).days > 700


def test_a_programme_may_miss_what_it_is_for(toolkit):
    """Jobs after a year did not grow: nothing is claimed of them."""
    claim = ladder("support-moldova-return", toolkit)
    assert any(not each.is_supported for each in claim.values())


def test_skills_were_gone_a_year_later(toolkit):
    claim = ladder("cross-cutting-thailand-hotline", toolkit)["inspectors-able"]
    assert claim.is_supported
    assert claim.faded


def test_debts_fall_here_and_rise_next_door(toolkit):
    claim = ladder("supply-chain-velmora-greenhouses", toolkit)["fewer-held"]
    assert claim.displacement is DisplacementCheck.MEASURED
    changes = {each.indicator.id: each.change for each in claim.watching}
    assert changes["i-owed"] < 0 < changes["i-alta"]
