"""The key provisions of the instruments: which articles oblige a state to have something in law.

The toolkit leaves them to the instruments (5 E2.1); the choice and its wording are ours.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from trueline.files import read_file, validate
from trueline.toolkit.ratifications.loading import FOLDER
from trueline.toolkit.texts import Model, Text


@dataclass(frozen=True, slots=True)
class KeyProvision:
    """An article of an instrument, and what it asks of national law, in our words.

    `confirmed` is where the toolkit names the same article for it; "" where nothing at hand does.
    """

    id: str
    instrument: str
    article: str
    asks: str
    confirmed: str = ""


class _Provision(Model):
    id: Text
    article: Text
    asks: Text
    confirmed: str = ""


class _Instrument(Model):
    instrument: Text
    provisions: tuple[_Provision, ...]


class _File(Model):
    origin: Literal["ours"]
    instruments: tuple[_Instrument, ...]


@functools.cache
def key_provisions() -> tuple[KeyProvision, ...]:
    """All of them, by instrument in the order of the toolkit."""
    listed = validate(_File, read_file(FOLDER / "provisions.yaml")).instruments
    return tuple(
        KeyProvision(one.id, each.instrument, one.article, one.asks, one.confirmed)
        for each in listed
        for one in each.provisions
    )
