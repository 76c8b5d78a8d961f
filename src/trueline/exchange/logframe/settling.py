"""Ambiguous numbers, such as 6.000, and which reading a person chose for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.model import IndicatorRow
from trueline.language.parsing import parse_number

_NUMBER = re.compile(r"^\s*([+-]?\d[\d.,]*\d)(?![\d.,])")


@dataclass(frozen=True)
class Doubtful:
    """A number as it was written, where it stands first, and what it could be."""

    text: str
    place: str
    readings: tuple[Decimal, ...]


def doubtful_numbers(table: Logframe) -> tuple[Doubtful, ...]:
    """The numbers of baselines and targets that could be two, each once."""
    doubtful: dict[str, Doubtful] = {}
    for text, place in _cells(table):
        if (match := _NUMBER.match(text)) and match[1] not in doubtful:
            readings = parse_number(match[1]).readings
            if len(readings) > 1:
                doubtful[match[1]] = Doubtful(match[1], place, tuple(readings))
    return tuple(doubtful.values())


def settled(table: Logframe, numbers: Mapping[str, Decimal]) -> Logframe:
    """The logframe with each of these numbers replaced by the chosen reading."""
    if not numbers:
        return table
    rows = [
        replace(row, indicators=[_settled(one, numbers) for one in row.indicators])
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows))


def _settled(indicator: IndicatorRow, numbers: Mapping[str, Decimal]) -> IndicatorRow:
    targets = [
        replace(target, text=_with_plain_number(target.text, numbers))
        for target in indicator.targets
    ]
    texts = dict(indicator.texts)
    if "baseline" in texts:
        texts["baseline"] = _with_plain_number(texts["baseline"], numbers)
    return replace(indicator, targets=targets, texts=texts)


def _with_plain_number(text: str, numbers: Mapping[str, Decimal]) -> str:
    match = _NUMBER.match(text)
    if match is None or match[1] not in numbers:
        return text
    return f"{numbers[match[1]].normalize():f}{text[match.end() :]}"


def _cells(table: Logframe) -> Iterator[tuple[str, str]]:
    for indicator in table.indicators:
        if baseline := indicator.texts.get("baseline"):
            yield baseline, next(iter(indicator.at.get("baseline", ())), indicator.place)
        for target in indicator.targets:
            for line in target.text.splitlines():
                yield line, target.place or indicator.place
