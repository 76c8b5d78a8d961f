"""Where sentences begin and end, in languages that part them with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…؟。][\"”’»)\]]*(?:\s+|$)|[;\n]\s*(?:\n|$)|\n+")
_SHORT = frozenset(
    [
        "al",
        "approx",
        "art",
        "arts",
        "av",
        "bd",
        "ca",
        "cap",
        "cf",
        "cfr",
        "ch",
        "cie",
        "dept",
        "dr",
        "ed",
        "eds",
        "eg",
        "e.g",
        "etc",
        "ex",
        "fig",
        "figs",
        "fn",
        "gen",
        "gov",
        "ibid",
        "ie",
        "i.e",
        "inc",
        "jr",
        "lic",
        "ltd",
        "m",
        "mme",
        "mlle",
        "mr",
        "mrs",
        "ms",
        "mt",
        "no",
        "nos",
        "núm",
        "op",
        "p",
        "pág",
        "págs",
        "par",
        "para",
        "pp",
        "prof",
        "ref",
        "rev",
        "sec",
        "sr",
        "sra",
        "st",
        "ste",
        "suppl",
        "tel",
        "u.k",
        "u.n",
        "u.s",
        "vol",
        "vols",
        "vs",
    ]
)
"""Words that end with a dot and no sentence."""
_LIST_NUMBER = re.compile(r"(?:^|\n)[^\S\n]*(?:\(?[0-9ivxlc]{1,5}|[a-zA-Z])$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<![\w.])([\w.]*\w)$")
_LOOK_BACK = 60
"""Letters before a dot that tell what it ends: all of a long sentence would be read at each dot."""
LONGEST = 2_000
"""No sentence is longer: text without any dot is cut at a blank."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it."""
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, len(text))


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a dot belongs to a short word, an initial or the number of an item."""
    if not match[0].startswith(".") or match[0].strip() != ".":
        return False
    begins = match.start() - _LOOK_BACK
    before = text[start : match.start()] if begins <= start else f"…{text[begins : match.start()]}"
    after = text[match.end() : match.end() + 1]
    if _LIST_NUMBER.search(before) or after.islower():
        return True
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    is_initial = len(word[1]) == 1 and word[1].isupper() and after.isupper()
    return word[1].lower() in _SHORT or is_initial


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without blanks at its ends, in pieces where it is endless."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        middle = blank if blank > start else start + LONGEST
        yield start, middle
        start = middle + (1 if text[middle : middle + 1].isspace() else 0)
    if end > start:
        yield start, end
