"""The line of an indicator beside its target: whole, and from the side from which one reads."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from trueline.language import override
from trueline.reports.measuring.trend import WIDTH, Point, trend

POINTS = [Point("2026-Q1", Fraction(30)), Point("2026-Q2", None), Point("2026-Q3", Fraction(45))]


def drawn(target: str | None = "36000", label: str = "Target") -> str:
    aim = None if target is None else Decimal(target)
    return trend(POINTS, title="Trained", target=aim, target_label=label)


@pytest.mark.parametrize("label", ["Target", "Valeur visée", "القيمة المستهدفة"])
def test_what_the_target_is_called_ends_within_the_picture(label):
    ((place, rest),) = re.findall(rf'<text x="([\d.]+)"([^>]*)>[^<]*{label}', drawn(label=label))
    assert 'text-anchor="end"' in rest
    assert float(place) < WIDTH


@pytest.mark.parametrize(("target", "above"), [("60", True), ("45", False), ("20", False)])
def test_what_the_target_is_called_stands_where_no_figure_ends(target, above):
    svg = drawn(target)
    (line,) = re.findall(r'<path d="M[\d.]+ ([\d.]+)H[^>]*dasharray', svg)
    (text,) = re.findall(r'<text x="[\d.]+" y="([\d.]+)"[^>]*>Target', svg)
    assert (float(text) < float(line)) is above


def test_in_a_language_read_from_the_right_it_is_mirrored_and_its_letters_are_not():
    with override("ar"):
        svg = drawn(label="القيمة المستهدفة")
    whole = f"matrix(-1 0 0 1 {WIDTH} 0)"
    assert svg.count(whole) == 1
    assert svg.index(whole) < svg.index("<text")
    assert all("matrix(-1" in text for text in re.findall(r"<text [^>]*>", svg))
    with override("en"):
        assert "matrix" not in drawn()


def test_a_period_without_a_figure_breaks_the_line():
    assert drawn(None).count("<circle") == 2
    assert 'stroke-width="1.6"' not in drawn(None)
