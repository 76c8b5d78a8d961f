"""What a reader reads in each export, as plain text that a change shows line by line."""

from __future__ import annotations

import io
import re
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

import docx
import openpyxl
import pypdfium2

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"


def text_of(name: str, content: bytes) -> str:
    """The text of an export by the end of its name."""
    reader = _READERS.get(name.rsplit(".", 1)[1], _plain)
    return "\n".join(line.rstrip() for line in reader(content).splitlines()) + "\n"


def _plain(content: bytes) -> str:
    return content.decode()


def _pdf(content: bytes) -> str:
    """The pages on end, without what only says where a page breaks: numbers and running heads."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    heads = Counter(page[0] for page in pages if page)
    lines = (_CONTENTS.sub("", line) for page in pages for line in page)
    return "\n".join(line for line in lines if heads[line] < 2 and not line.strip().isdecimal())


_CONTENTS = re.compile(r"( \.)+ *\d+ *$")
"""What leads a line of the contents to its page."""


def _word(content: bytes) -> str:
    """A line for each paragraph, in body and tables alike, with the name of its style."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(_paragraph(each) for each in body.iter(f"{WORD}p"))


def _paragraph(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    name = f"[{style.get(f'{WORD}val')}] " if style is not None else ""
    return name + "".join(each.text or "" for each in paragraph.iter(f"{WORD}t"))


def _excel(content: bytes) -> str:
    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(content), read_only=True):
        if sheet.sheet_state == "veryHidden":
            continue  # ids and links that travel along, for the way back alone
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows():
            lines += [f"{c.coordinate}: {c.value!s}" for c in row if c.value is not None]
    return "\n".join(lines)


def _svg(content: bytes) -> str:
    names = (f"{SVG}title", f"{SVG}desc", f"{SVG}text")
    return "\n".join(
        "".join(each.itertext())
        for each in ElementTree.fromstring(content).iter()
        if each.tag in names
    )


class _Text(HTMLParser):
    """A line for each piece of text that a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden and (text := " ".join(data.split())):
            self.lines.append(text)


def _html(content: bytes) -> str:
    page = _Text()
    page.feed(content.decode())
    return "\n".join(page.lines)


_READERS = {"pdf": _pdf, "docx": _word, "xlsx": _excel, "svg": _svg, "html": _html}
