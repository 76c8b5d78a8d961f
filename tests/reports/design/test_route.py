"""The picture of a pattern: every stop, what is told, and what is not said yet."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from trueline.design import parse_design
from trueline.reports.design.route import route_svg

NAMES = {"NP": "Nepal", "QA": "Qatar"}


def drawn(text: str) -> str:
    pattern = parse_design(f"patterns: [{{id: p1, title: P, {text}}}]").document.patterns[0]
    svg = route_svg(pattern, NAMES)
    ET.fromstring(svg)  # well-formed, whatever people write
    return svg


def test_every_stop_is_drawn_with_its_country():
    places = ", ".join(f"{{id: s{n}, title: Stop {n}, country: NP}}" for n in range(8))
    svg = drawn(f"places: [{places}]")
    assert all(f">Stop {n}<" in svg for n in range(8))
    assert svg.count(">Nepal<") == 8


def test_without_places_the_route_is_there_and_said_to_be_open():
    svg = drawn("recruitment: By agents")
    assert ">By agents<" in svg
    assert svg.count("Not said yet.") == 4
    assert "stroke-dasharray" in svg


def test_what_people_write_is_text():
    svg = drawn("control: '<script>alert(1)</script> & \"debt\"'")
    assert "<script>" not in svg
    assert "&lt;script&gt;" in svg


def test_the_picture_is_told_in_words_too():
    svg = drawn("purpose: Building sites, places: [{id: a, title: Siraha, country: NP}]")
    assert "Route: Siraha (Nepal)." in svg
    assert "Purpose: Building sites." in svg


def test_lines_fit_their_frame_in_every_script():
    """A word that no space breaks is broken, and Arabic stands on the right."""
    svg = drawn(f"control: {'x' * 80}, purpose: عمل قسري في مواقع البناء")
    lines = svg.split("<text ")[1:]
    assert max(line.count("x") for line in lines if "xxx" in line) < 40
    assert 'text-anchor="end"' in next(line for line in lines if "قسري" in line)
