"""Days as a calendar that other programs subscribe to (RFC 5545, with names by RFC 7986)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from trueline import __version__

MEDIA_TYPE = "text/calendar; charset=utf-8"
LINE_OCTETS = 75
"""A longer line is folded."""
AGAIN = "PT12H"
"""How long a program may wait before it asks anew."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
NO_ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)
"""A calendar holds one component at least, and one in which nothing is due holds no event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that falls on a day. By its `uid` a program knows it again when it has changed."""

    uid: str
    day: date
    summary: str
    changed: datetime
    description: str = ""
    url: str = ""

    def lines(self) -> Iterator[str]:
        """Its lines, not yet folded. It takes no time of anybody's day."""
        yield "BEGIN:VEVENT"
        yield f"UID:{self.uid}"
        yield f"DTSTAMP:{self.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        yield f"DTSTART;VALUE=DATE:{self.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{self.day + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{escaped(self.summary)}"
        if self.description:
            yield f"DESCRIPTION:{escaped(self.description)}"
        if self.url:
            yield f"URL:{self.url}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def calendar_file(events: Iterable[Event], *, name: str) -> bytes:
    """All of them as one calendar of this name."""
    event_lines = [line for event in events for line in event.lines()]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Trueline//Trueline {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{AGAIN}",
        f"X-PUBLISHED-TTL:{AGAIN}",
        *(event_lines or NO_ZONE),
        "END:VCALENDAR",
    ]
    return b"".join(piece + b"\r\n" for line in lines for piece in folded(line))


def escaped(text: str) -> str:
    """Escape a text for a property value, and drop characters that are not allowed there."""
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(sign, instead)
    return plain


def folded(line: str) -> Iterator[bytes]:
    """A line in pieces that fit, each after the first behind a space. No letter is cut in two."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            yield piece
            piece = b" "
        piece += octets
    yield piece
