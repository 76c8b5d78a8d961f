"""PDF by Typst: a template of ours and the data it shows, to bytes."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from trueline.language import direction, get_language, gettext
from trueline.reports.layout.fonts import showable
from trueline.reports.layout.row_heads import with_row_heads

TEMPLATES = Path(__file__).parent / "typst"
_WORDS = re.compile(r'\bt\("([^"]+)"\)')
_one_at_a_time = Lock()
"""The compiler refuses a second thread while it works for one."""


@cache
def _compiler() -> Any:
    import typst

    return typst.Compiler(root=str(TEMPLATES))


def typeset(template: str, data: dict[str, Any], *, accessible: bool = False) -> bytes:
    """The PDF that `template` (a file of ours) makes of `data`.

    An `accessible` one keeps to PDF/UA-1, so that a screen reader gets headings, tables and what
    pictures show. The standard forbids letters that no font at hand can show, such as an emoji:
    with these it is a PDF with the same structure that does not claim the standard. Letters of a
    script that no font has are named instead, with what to install at the foot of each page.
    """
    import typst

    inputs = _inputs(template, data)
    if accessible:
        with suppress(typst.TypstError):
            return with_row_heads(_compiled(template, inputs, format="pdf", pdf_standards="ua-1"))
    return with_row_heads(_compiled(template, inputs, format="pdf"))


def typst_language(code: str) -> str:
    """A language as Typst knows it: two or three letters."""
    return code.partition("-")[0]


def typeset_svg(template: str, data: dict[str, Any], *, page: int) -> str:
    """One page, counted from 1, as an SVG picture."""
    pages: list[bytes] | bytes = _compiled(template, _inputs(template, data), format="svg")
    chosen = pages[page - 1] if isinstance(pages, list) else pages
    return chosen.decode()


def picture_png(svg: str, dots_per_inch: int) -> bytes:
    """An SVG picture as PNG, with the fonts that Typst brings along."""
    printable_svg = showable(svg).text
    pages: bytes | list[bytes] = _compiled(
        "picture.typ", {"svg": printable_svg}, format="png", ppi=float(dots_per_inch)
    )
    return pages[0] if isinstance(pages, list) else pages


def _compiled(template: str, inputs: dict[str, str], **options: Any) -> Any:
    with _one_at_a_time:
        return _compiler().compile(input=str(TEMPLATES / template), sys_inputs=inputs, **options)


def _inputs(template: str, data: dict[str, Any]) -> dict[str, str]:
    words = {text: gettext(text) for text in words_in(template)}
    printable_data = showable(json.dumps(data, ensure_ascii=False, default=str))
    return {
        "data": printable_data.text,
        "missing": printable_data.sentence,
        "words": json.dumps(words, ensure_ascii=False),
        "language": typst_language(get_language()),
        "direction": direction(),
    }


@cache
def words_in(template: str) -> tuple[str, ...]:
    """The strings that a template and what it builds on say by themselves: `#t("Contents")`."""
    texts = ((TEMPLATES / name).read_text(encoding="utf-8") for name in (template, "look.typ"))
    return tuple(text for source in texts for text in _WORDS.findall(source))
