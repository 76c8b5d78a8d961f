"""Indicators of the same words under one result: which of them a row without a code is.

A row is the one whose baseline and targets it shows most of. Where several fit as well, nobody but a
person can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from trueline.design import Design, Indicator
from trueline.exchange.logframe.headings import plain

MOST = 20
"""Indicators of the same words that are compared with one another."""


def paired(design: Design, read: Design) -> tuple[Design, frozenset[str]]:
    """The imported design with the best-fitting ids for its similar indicators, and the ids in doubt."""
    ids: dict[str, str] = {}
    doubts: set[str] = set()
    rows = _alike(read.indicators)
    for key, before in _alike(design.indicators).items():
        ids_before = {one.id for one in before}
        now = rows.get(key, [])
        if (
            1 < len(before) <= MOST
            and 0 < len(now) <= MOST
            and any(one.id in ids_before for one in now)
        ):
            ids |= _pairs(before, now)
            doubts.update(_in_doubt(before, now, ids))
    if all(before == after for before, after in ids.items()):
        return read, frozenset(doubts)
    indicators = [one.model_copy(update={"id": ids.get(one.id, one.id)}) for one in read.indicators]
    return read.model_copy(update={"indicators": tuple(indicators)}), frozenset(doubts)


def _alike(indicators: Sequence[Indicator]) -> dict[tuple[str | None, str], list[Indicator]]:
    alike = defaultdict(list)
    for one in indicators:
        alike[one.result, plain(one.statement)].append(one)
    return alike


def _pairs(before: list[Indicator], now: list[Indicator]) -> dict[str, str]:
    """For each row the id that it has from now on: those that fit best first, else in their order."""
    by_fit = sorted(
        ((_fit(old, row), -n, -m) for n, row in enumerate(now) for m, old in enumerate(before)),
        reverse=True,
    )
    pairs: dict[str, str] = {}
    spare = [one.id for one in now if one.id not in {old.id for old in before}]
    for _, n, m in by_fit:
        row, old = now[-n], before[-m]
        if row.id not in pairs and old.id not in pairs.values():
            pairs[row.id] = old.id
    free = iter(spare)
    return pairs | {row.id: next(free) for row in now if row.id not in pairs}


def _in_doubt(before: list[Indicator], now: list[Indicator], ids: dict[str, str]) -> Iterator[str]:
    """The ids of rows that fit another indicator as well, which no row shows in full."""
    by_id = {old.id: old for old in before}
    shown_in_full = {
        id for row in now if (id := ids[row.id]) in by_id and _fit(by_id[id], row) == _fit(row, row)
    }
    for row in now:
        own = by_id.get(ids[row.id])
        if own is None or own.id in shown_in_full:
            continue
        others = [old for old in before if old is not own and old.id not in shown_in_full]
        if any(_fit(old, row) >= _fit(own, row) for old in others):
            yield own.id


def _fit(old: Indicator, row: Indicator) -> int:
    """How many of a row's values an indicator shares."""
    return len({*_facts(old)} & {*_facts(row)})


def _facts(indicator: Indicator) -> Iterator[tuple[Any, ...]]:
    baseline = indicator.baseline
    if baseline and (baseline.value is not None or baseline.text):
        yield "baseline", baseline.value, baseline.text if baseline.value is None else ""
    for target in indicator.targets:
        yield target.due, target.value, target.text if target.value is None else ""
    for name in ("definition", "numerator", "denominator"):
        if text := getattr(indicator, name):
            yield name, plain(text)
