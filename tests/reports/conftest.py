"""What the tests of exports read files back with: other people's readers, not ours."""

import io
import re

import docx
import openpyxl
import pypdfium2
import pytest

from trueline.toolkit import load_toolkit


@pytest.fixture(scope="session")
def toolkit():
    return load_toolkit()


def flat(text: str) -> str:
    """A text without what line breaks and hyphenation add to it."""
    return re.sub("[\\s\u200b\u200f\u00ad\ufffe\x02]", "", text)


@pytest.fixture(scope="session")
def pdf_text():
    def read(content: bytes) -> str:
        pages = pypdfium2.PdfDocument(content)
        return flat("".join(page.get_textpage().get_text_bounded() for page in pages))

    return read


@pytest.fixture(scope="session")
def word_text():
    def read(content: bytes) -> str:
        body = docx.Document(io.BytesIO(content)).element.body
        return "\n".join("".join(p.itertext()) for p in body.iter() if p.tag.endswith("}p"))

    return read


@pytest.fixture(scope="session")
def book():
    return lambda content: openpyxl.load_workbook(io.BytesIO(content))
