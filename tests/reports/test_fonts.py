"""A script that no font on the machine has is named, never drawn as boxes."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from trueline.design import Design
from trueline.language import override
from trueline.reports import ExportRequest, exports_of
from trueline.reports.layout import fonts
from trueline.reports.layout.fonts import showable
from trueline.toolkit import load_toolkit

TITLE = "Safe work 安全工作，现在 for all"


@pytest.fixture
def _no_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without fonts for Chinese, whichever this one has."""
    monkeypatch.setattr(fonts, "is_shown", lambda script: script != "CJK")


@pytest.mark.usefixtures("_no_chinese")
def test_what_no_font_shows_is_named_with_what_helps() -> None:
    shown = showable(TITLE)
    assert shown.text == "Safe work [Chinese and Japanese] for all"
    assert "Noto Serif CJK" in shown.sentence
    with override("fr"):
        assert "[" in showable(TITLE).text


@pytest.mark.usefixtures("_no_chinese")
def test_a_pdf_says_so_on_its_pages() -> None:
    request = ExportRequest(Design(title=TITLE), load_toolkit(), ())
    made = exports_of("design")["dossier.pdf"].make(request)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert "[Chinese and Japanese]" in text
    assert "Noto Serif CJK" in " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["Safe work", "Côte d’Ivoire", "Безопасный труд", "Ασφάλεια", "1 → 2 · “so” ☂ 😀"]
)
def test_what_is_brought_along_is_left_as_it_is(text: str) -> None:
    assert showable(text) == fonts.ShowableText(text)


def test_each_script_of_the_list_is_looked_for_by_a_letter_of_its_own() -> None:
    letters = {fonts._script(chr(number)) for number in fonts._SAMPLES}
    assert set(fonts.SCRIPTS) <= letters
