"""One set of colours, though Typst can't read it from where it stands."""

from __future__ import annotations

import re

from trueline.reports.layout import palette
from trueline.reports.layout.typesetting import TEMPLATES


def test_typst_prints_in_the_same_colours():
    look = (TEMPLATES / "look.typ").read_text(encoding="utf-8")
    names = {"ink": "INK", "faint": "FAINT", "rule-grey": "RULE", "accent": "ACCENT"}
    printed = dict(re.findall(r'^#let ([\w-]+) = rgb\("(#\w{6})"\)', look, re.MULTILINE))
    assert printed == {name: getattr(palette, ours) for name, ours in names.items()}
