"""Nothing that a template says in English escapes translation."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from trueline.web.languages.sources import WEB

TEMPLATES = WEB / "templates"
SPOKEN = {"aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"}
SILENT = {"script", "style", "code"}
NAMES = {"Trueline"}
OPENING = ("blocktranslate", "comment", "block layout")
CLOSING = ("endblocktranslate", "endcomment", "endblock")
WORD = re.compile(r"[^\W\d_]{2,}")

ONLY_ATTRIBUTES = re.compile(r'([a-z-]+="[^"<>]*"\s*)+')
"""What a template holds that is put inside a tag."""

FOR_BUILDERS = "style"
"""The page that shows the design system is for those who build pages, and says it is English."""

PATHS = sorted(
    path
    for path in TEMPLATES.rglob("*.html")
    if not path.relative_to(TEMPLATES).as_posix().startswith(FOR_BUILDERS)
)


class Spoken(HTMLParser):
    """Gathers what a reader sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def unmarked(source: str) -> list[str]:
    """Words of a template outside its tags, outside `blocktranslate` and the block of a class."""
    kept, inside = [], False
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.BLOCK:
            inside = token.contents.startswith(OPENING) or (
                inside and not token.contents.startswith(CLOSING)
            )
        elif token.token_type == TokenType.TEXT and not inside:
            kept.append(token.contents)
    parser, text = Spoken(), "".join(kept)
    parser.feed(f"<i {text}>" if ONLY_ATTRIBUTES.fullmatch(text.strip()) else text)
    return [text.strip() for text in parser.found if set(WORD.findall(text)) - NAMES]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_speaks_english_unmarked(path: Path) -> None:
    assert unmarked(path.read_text("utf-8")) == []


def test_text_between_tags_and_spoken_attributes_are_found() -> None:
    source = '<p>{% translate "Fine" %} Not fine</p><img alt="A boat"><i class="big">{{ x }}</i>'
    assert unmarked(source) == ["Not fine", "A boat"]
