"""The picture of a page that the README shows: a real one, in as few bytes as will do."""

from __future__ import annotations

import re

from trueline.reports.layout.typesetting import typeset_svg
from trueline.reports.toolkit_edition.content import full_edition
from trueline.toolkit import Toolkit

SECTION, PAGE = "awareness", 7
"""The first page of questions, with room to answer them."""


def page_picture(toolkit: Toolkit) -> str:
    """A page of the full edition as SVG."""
    return _leaner(typeset_svg("full.typ", full_edition(toolkit, [SECTION], "a4"), page=PAGE))


def _leaner(svg: str) -> str:
    """The same picture: short names for the letters, two decimals, no defaults spelled out."""
    names = {
        name: f"g{number:x}" for number, name in enumerate(re.findall(r'<symbol id="(\w+)"', svg))
    }
    svg = re.sub(r'(id="|href="#)(g\w+)"', lambda match: f'{match[1]}{names[match[2]]}"', svg)
    svg = re.sub(r"(\d\.\d\d)\d+", r"\1", svg)
    for default in (' fill-rule="nonzero"', ' y="0"', ' x="0"'):
        svg = svg.replace(default, "")
    return re.sub(r' d="[^"]*"', lambda match: _leaner_path(match[0]), svg)


def _leaner_path(path: str) -> str:
    path = re.sub(r"(\.\d)0(?!\d)", r"\1", path)
    path = re.sub(r"(?<!\d)0\.", ".", path)
    return re.sub(r"(?<=[A-Za-z]) | (?=[-A-Za-z])(?!d=)", "", path)
