"""Facts of the register as data: JSON, and a CSV with the columns that an own file has.

There is no yes or no in either: `status` is one of four words, and unknown is one of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from trueline.reports.ratifications.wording import about, attribution, place_of, state_name
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import COLUMNS, SHOWN_BESIDE, Ratification, Register


def facts_data(
    facts: Iterable[Ratification], register: Register, toolkit: Toolkit
) -> dict[str, Any]:
    """The preface, and a list of facts. What is not known of a fact is null."""
    return {"about": about(), "facts": [_data(fact, register, toolkit) for fact in facts]}


def _data(fact: Ratification, register: Register, toolkit: Toolkit) -> dict[str, Any]:
    instrument = register.instrument(fact.instrument)
    source = fact.source
    return {
        "state": fact.state,
        "state_name": state_name(fact.state, toolkit),
        "instrument": fact.instrument,
        "instrument_title": instrument.title,
        "place": place_of(instrument),
        "status": fact.status.value,
        "day": _text(fact.day) or None,
        "action": fact.action.value if fact.action else None,
        "as_of": _text(fact.as_of) or None,
        "source": source
        and {
            "id": source.id,
            "title": source.title,
            "at": source.at or None,
            "note": source.note or None,
            "depositary_confirms": source.confirms,
            "own": source.own,
        },
        "attribution": attribution(fact, instrument) or None,
    }


def facts_csv(facts: Iterable[Ratification], register: Register, toolkit: Toolkit) -> str:
    """A row for each fact. What is empty is not known, and is never no."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow((*COLUMNS, *SHOWN_BESIDE))
    for fact in facts:
        instrument, source = register.instrument(fact.instrument), fact.source
        cells = (
            fact.state,
            fact.instrument,
            fact.status.value,
            _text(fact.day),
            fact.action.value if fact.action else "",
            _text(fact.as_of),
            source.id if source else "",
            state_name(fact.state, toolkit),
            instrument.title,
            source.title if source else "",
            attribution(fact, instrument),
            source.note if source else "",
        )
        rows.writerow(map(_safe, cells))
    return out.getvalue()


def _text(moment: object) -> str:
    return "" if moment is None else str(moment)


def _safe(text: str) -> str:
    """Text that a spreadsheet takes for text and not for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
