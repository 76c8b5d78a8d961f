"""The key in an exported logframe, by which its rows are recognised when it is imported again.

A workbook has it in a hidden sheet, a Word file in a part of its own. It holds the id of each element,
what leads to what, and for each field that the file shows the value and a digest of each text that
shows it. A text that comes back as it left stands for that value, exactly; one that somebody changed
is read anew. Nothing is in it that the file does not show, but ids and links.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from trueline.design.design import Design
from trueline.document.fields import Part
from trueline.document.writing import plain_value_of
from trueline.language.own_names import LONGEST, our_words

SHEET = "_trueline"
NAMESPACE = "urn:trueline:logframe:1"
_CHUNK = 8_000
_DIGESTED = 15_000
_MOST_NAMES = 100


def digest(text: str) -> str:
    """A text's digest; spaces and line breaks, which programs change, don't count."""
    plain = " ".join("".join(c for c in text if c not in "\u200b\ufeff").split())[:_DIGESTED]
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass
class KeyEntry:
    """One element as it left. `place` is "" for the design itself; `level` and `number` are its code.

    `shown` holds, by field, the digests of the texts that show it.
    """

    place: str
    id: str
    level: str = ""
    number: str = ""
    shown: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LogframeKey:
    """All that left, and in which layout. `names` are our words for an organisation's own in it."""

    layout: str
    elements: tuple[KeyEntry, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, place: str) -> list[KeyEntry]:
        """The elements of a list, in their order."""
        return [one for one in self.elements if one.place == place]

    @cached_property
    def texts(self) -> frozenset[str]:
        """Digests of every text that left: as cells show it, and as the design has it."""
        cell_texts = (
            text for one in self.elements for texts in one.shown.values() for text in texts
        )
        values = (value for one in self.elements for value in one.values.values())
        return frozenset((*cell_texts, *(digest(each) for each in values if isinstance(each, str))))

    def rows(self) -> Iterator[tuple[str, str]]:
        """The key as rows of text, none too long for a cell: the number of the entry, and a piece."""
        yield "layout", self.layout
        if self.names:
            yield "names", json.dumps(dict(self.names), separators=(",", ":"))
        for number, one in enumerate(self.elements):
            data = [one.place, one.id, one.level, one.number, one.shown, one.values]
            text = json.dumps(data, default=str, separators=(",", ":"))
            for start in range(0, len(text), _CHUNK):
                yield str(number), text[start : start + _CHUNK]


def key_from(rows: Iterable[tuple[str, str]]) -> LogframeKey | None:
    """The key in rows of text; None where they are none, or were changed."""
    layout, texts = "", dict[str, str]()
    for name, piece in rows:
        if name == "layout":
            layout = piece
        else:
            texts[name] = texts.get(name, "") + piece
    try:
        names = _names(json.loads(texts.pop("names", "{}")))
        return LogframeKey(
            layout, tuple(_entry_from(json.loads(text)) for text in texts.values()), names
        )
    except (ValueError, TypeError, RecursionError):
        return None


def _names(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or len(data) > _MOST_NAMES:
        raise ValueError("no names of a key")
    if not all(isinstance(word, str) and len(name) <= LONGEST for name, word in data.items()):
        raise ValueError("no names of a key")
    return data


def _entry_from(data: Any) -> KeyEntry:
    place, id, level, number, shown, values = data
    texts = all(isinstance(one, str) for one in (place, id, level, number))
    if not texts or not isinstance(shown, dict) or not isinstance(values, dict):
        raise ValueError("no entry of a key")
    return KeyEntry(place, id, level, number, shown, values)


PLACES = ("results", "activities", "indicators", "links", "external_factors", "displacement")
"""The lists of a design of which logframes show something."""


class KeyBuilder:
    """Notes what a file shows while it is written."""

    def __init__(
        self, design: Design, layout: str, within: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """`within` says which fields of a baseline, a target or an assumption the file shows."""
        self.design, self.layout, self.within = design, layout, within or {}
        self.entries: dict[tuple[str, str], KeyEntry] = {}
        self.parts: dict[tuple[str, str], Part] = {("", ""): design}
        for place in PLACES:
            for element in getattr(design, place):
                self.parts[place, element.key_value] = element

    def entry(self, place: str, id: str = "") -> KeyEntry:
        """The entry of an element."""
        return self.entries.setdefault((place, id), KeyEntry(place, id))

    def show(self, place: str, id: str, fields: str, text: str) -> str:
        """Note that a text shows these fields of an element (their names, with spaces between)."""
        entry = self.entry(place, id)
        for name in fields.split():
            texts = entry.shown.setdefault(name, [])
            if text.strip() and (key := digest(text)) not in texts:
                texts.append(key)
        return text

    def name(self, place: str, id: str, level: str, number: str) -> None:
        """Note the code by which an element goes in the file."""
        entry = self.entry(place, id)
        entry.level, entry.number = level, number

    def key(self, structure: Mapping[str, tuple[str, ...]]) -> LogframeKey:
        """The key: for each element the fields that are shown, and those of its list's structure."""
        for (place, id), entry in self.entries.items():
            part = self.parts[place, id]
            for name in dict.fromkeys((*entry.shown, *structure.get(place, ()))):
                if name in type(part).model_fields:
                    entry.values[name] = self._shown_part(name, plain_value_of(getattr(part, name)))
        return LogframeKey(self.layout, tuple(self.entries.values()), our_words())

    def _shown_part(self, name: str, value: Any) -> Any:
        wanted = self.within.get(name)
        if wanted is None or not value:
            return value
        if isinstance(value, dict):
            return {inner: each for inner, each in value.items() if inner in wanted}
        return [{inner: x for inner, x in each.items() if inner in wanted} for each in value]


STRUCTURE = {
    "results": ("level",),
    "activities": ("kind",),
    "indicators": ("result",),
    "links": ("cause", "effect"),
}
"""Fields whose value files show by position, and those that tell one sort of element from another."""
