"""Strangers' files are read in a process of their own, and answered for in this one."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.exchange.logframes import statements
from trueline.design import DESIGN
from trueline.exchange.logframe import logframe_of
from trueline.exchange.logframe.uploads import read_upload
from trueline.exchange.uploads import read_document
from trueline.files import FileProblems

pytestmark = pytest.mark.slow


def problem(data: bytes, name: str):
    with pytest.raises(FileProblems) as caught:
        read_document(data, name, DESIGN)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("data", "name"), [(b"title: Safe work\n", "a.yaml"), (b'{"title": "Safe work"}', "-a.JSON")]
)
def test_a_design_arrives_whole(data, name):
    assert read_document(data, name, DESIGN).document.title == "Safe work"


def test_a_logframe_arrives_whole():
    book = openpyxl.Workbook()
    for row in (["Objective", "Indicators"], ["Goal: Fewer", "Rate\nShare"]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    (row,) = logframe_of(read_upload(file.getvalue(), "a.xlsx"), "a.xlsx").rows
    assert (row.level, row.objective, statements(row)) == ("impact", "Fewer", ("Rate", "Share"))


def test_mistakes_keep_their_file_and_line():
    found = problem(b"title: A\nactivites: []\n", "ours.yaml")
    assert (found.file, found.line) == ("ours.yaml", 2)
    assert "`activities`" in found.hint
    assert "UTF-8" in problem(b"title: caf\xe9", "a.yaml").message


def test_text_in_utf_16_is_read_as_everywhere():
    read = read_document("title: Café".encode("utf-16"), "a.yaml", DESIGN)
    assert read.document.title == "Café"
