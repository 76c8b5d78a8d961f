"""Strangers' files are read in a process of their own, and answered for in this one."""

from __future__ import annotations

import io

import openpyxl
import pytest

from trueline.exchange import apart
from trueline.files import FileProblems

pytestmark = pytest.mark.slow


def problem(data: bytes, name: str):
    with pytest.raises(FileProblems) as caught:
        apart.read_apart(data, name)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("data", "name"), [(b"title: Safe work\n", "a.yaml"), (b'{"title": "Safe work"}', "-a.JSON")]
)
def test_a_design_arrives_whole(data, name):
    read = apart.read_apart(data, name)
    assert read.design.title == "Safe work"
    assert read.logframe is None


def test_a_logframe_arrives_whole():
    book = openpyxl.Workbook()
    for row in (["Objective", "Indicators"], ["Goal: Fewer", "Rate\nShare"]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    (row,) = apart.read_apart(file.getvalue(), "a.xlsx").logframe.rows
    assert (row.level, row.objective, row.indicators) == ("impact", "Fewer", ("Rate", "Share"))


def test_mistakes_keep_their_file_and_line():
    found = problem(b"title: A\nactivites: []\n", "ours.yaml")
    assert (found.file, found.line) == ("ours.yaml", 2)
    assert "`activities`" in found.hint
    assert "UTF-8" in problem(b"title: caf\xe9", "a.yaml").message


def test_signs_that_no_name_can_have_are_left_out():
    assert problem(b"", "a\0\ud800.yaml").file == "a.yaml"


def test_what_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    assert "longer than" in problem(b"title: A", "a.yaml").message


def test_what_takes_too_much_memory_is_ended(monkeypatch):
    """The other process answers nothing then."""
    monkeypatch.setattr(apart.sys, "executable", "/bin/true")
    assert "memory" in problem(b"title: A", "a.yaml").message
