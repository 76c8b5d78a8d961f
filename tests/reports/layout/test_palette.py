"""One set of colours, though Typst, styles and drawings can't read it from where it stands."""

from __future__ import annotations

import re

from tests.docs.typist import ROOT
from trueline.reports.layout import palette
from trueline.reports.layout.typesetting import TEMPLATES

SOURCE = ROOT / "src/trueline"
TOKENS = (SOURCE / "web/static/css/tokens.css").read_text(encoding="utf-8")
BY_TOKEN = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS)
}
"""Each colour of the pages, light and dark."""

OF_DONORS = {"#efede6", "#f7f5f0"}
"""Shades of the workbooks in donors' layouts."""


def test_typst_prints_in_the_same_colours():
    look = (TEMPLATES / "look.typ").read_text(encoding="utf-8")
    names = {"ink": "INK", "faint": "FAINT", "rule-grey": "RULE", "accent": "ACCENT"}
    printed = dict(re.findall(r'^#let ([\w-]+) = rgb\("(#\w{6})"\)', look, re.MULTILINE))
    assert printed == {name: getattr(palette, ours) for name, ours in names.items()}


def test_pages_are_light_in_the_colours_of_what_is_drawn():
    drawn = {name: getattr(palette, name.upper()) for name in ("ink", "faint", "rule", "accent")}
    assert {name: BY_TOKEN[name][0] for name in drawn} == drawn


def test_older_browsers_get_the_light_colours():
    older = dict(re.findall(r"--([\w-]+): (#\w+);", TOKENS))
    assert older == {name: light for name, (light, _) in BY_TOKEN.items()}


def test_no_file_has_a_colour_of_its_own():
    """So that a colour that is changed in one place is found in the others."""
    known = {colour for pair in BY_TOKEN.values() for colour in pair} | OF_DONORS
    known |= {palette.INK, palette.FAINT, palette.RULE, palette.BAND, palette.ACCENT}
    files = [
        path
        for path in SOURCE.rglob("*")
        if path.suffix in {".css", ".html", ".js", ".py", ".svg", ".typ"}
    ]
    strange = {
        f"{path.relative_to(SOURCE)}: {colour}"
        for path in files
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
        if colour.lower() not in known
    }
    assert not strange, "use a colour of tokens.css or palette.py in these"
