"""Days as a calendar that other programs read: escaped, folded, and valid where nothing is due."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from trueline.exchange.icalendar import Event, calendar_file, escaped

CHANGED = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def event(**values: str) -> Event:
    return Event(
        **{"uid": "a", "summary": "Due", "day": date(2026, 12, 31), **values}, changed=CHANGED
    )


def unfolded(made: bytes) -> list[str]:
    return made.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_a_day_takes_the_whole_day_and_nobodys_time():
    lines = unfolded(calendar_file([event()], name="Figures"))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    inside = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    assert "DTSTART;VALUE=DATE:20261231" in inside
    assert "DTEND;VALUE=DATE:20270101" in inside
    assert "DTSTAMP:20260301T123000Z" in inside
    assert "TRANSP:TRANSPARENT" in inside


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a, b; c", "a\\, b\\; c"),
        ("back\\slash", "back\\\\slash"),
        ("two\r\nlines\rand\nmore", "two\\nlines\\nand\\nmore"),
        ("END:VEVENT\x00\x1b", "END:VEVENT"),
    ],
)
def test_what_has_a_meaning_loses_it(text, value):
    assert escaped(text) == value


@pytest.mark.parametrize("text", ["x" * 400, "é" * 200, "الأرقام المستحقة " * 20, "🌍" * 60])
def test_long_lines_are_folded_without_cutting_a_letter(text):
    made = calendar_file([event(summary=text)], name=text)
    for line in made.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert f"SUMMARY:{text}" in unfolded(made)
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_a_text_can_not_begin_a_line_of_its_own():
    hostile = "Due\r\nEND:VEVENT\r\nBEGIN:VALARM"
    lines = unfolded(calendar_file([event(summary=hostile, description=hostile)], name=hostile))
    assert lines.count("END:VEVENT") == 1
    assert "BEGIN:VALARM" not in lines


def test_a_calendar_in_which_nothing_is_due_still_holds_a_component():
    lines = unfolded(calendar_file([], name="Figures"))
    assert "BEGIN:VTIMEZONE" in lines
    assert "BEGIN:VEVENT" not in lines
