"""A label and what it says are parted as the reader's language does it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines
from django.utils.translation import override

import trueline.web

TEMPLATES = Path(trueline.web.__file__).parent / "templates"
TRANSLATED = re.compile(r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}", re.DOTALL)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "A: b"), ("fr", "A\u00a0: b"), ("ar", "A: b")]
)
def test_french_sets_a_space_before_it(language, said):
    with override(language):
        assert engines["django"].from_string("A{% colon %} b").render() == said


def test_no_template_writes_it_by_hand_after_a_value_or_a_translated_word():
    """Within a text that is translated as a whole, its translators set it."""
    by_hand = [
        f"{path.name}: {line.strip()[:70]}"
        for path in sorted(TEMPLATES.rglob("*.*"))
        for line in TRANSLATED.sub("", path.read_text("utf-8")).splitlines()
        if re.search(r"(?:%\}|\}\}|</bdi>|</span>):(?:[\s<]|$)", line)
    ]
    assert by_hand == []
