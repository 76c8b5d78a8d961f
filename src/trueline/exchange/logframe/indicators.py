"""An indicator of a logframe as the fields of a design's indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from trueline.document.fields import is_empty
from trueline.exchange.logframe.amounts import PER_CENT, amount_in, day_in
from trueline.exchange.logframe.headings import plain
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.model import IndicatorRow, Target
from trueline.language import gettext

_TEXTS = {
    "definition": 20_000,
    "numerator": 500,
    "denominator": 500,
    "unit": 500,
    "responsible": 500,
    "limitations": 20_000,
}
_FREQUENCIES = {
    "monthly": (
        "monthly",
        "every month",
        "mensuel",
        "mensuelle",
        "mensual",
        "mensal",
        "monatlich",
        "شهري",
        "شهريا",
        "ежемесячно",
        "每月",
    ),
    "quarterly": (
        "quarterly",
        "every quarter",
        "trimestriel",
        "trimestrielle",
        "trimestral",
        "vierteljahrlich",
        "quartalsweise",
        "ربع سنوي",
        "ежеквартально",
        "每季度",
    ),
    "half-yearly": (
        "half yearly",
        "biannual",
        "biannually",
        "semi annual",
        "semi annually",
        "semestriel",
        "semestrielle",
        "semestral",
        "halbjahrlich",
        "نصف سنوي",
        "раз в полгода",
        "每半年",
    ),
    "yearly": (
        "yearly",
        "annual",
        "annually",
        "annuel",
        "annuelle",
        "anual",
        "jahrlich",
        "سنوي",
        "سنويا",
        "ежегодно",
        "每年",
    ),
    "once": (
        "once",
        "one time",
        "une fois",
        "una vez",
        "uma vez",
        "einmalig",
        "مرة واحدة",
        "один раз",
        "однократно",
        "一次",
    ),
    "baseline-endline": ("baseline and endline", "baseline endline", "before and after"),
    "continuous": (
        "continuous",
        "continuously",
        "ongoing",
        "en continu",
        "continuo",
        "laufend",
        "مستمر",
        "постоянно",
        "持续",
    ),
}
_BY_WORD = {plain(word): name for name, words in _FREQUENCIES.items() for word in words}


class Remainder:
    """The rest, which fits no field and becomes comments: the texts, and the cells that they come from."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.places: set[str] = set()

    def add(self, text: str, places: Iterable[str] = ()) -> None:
        """Add a text."""
        self.texts.append(text)
        self.places.update(places)


def indicator_values(
    indicator: IndicatorRow, result: str | None, due: Mapping[str, date]
) -> tuple[dict[str, Any], Remainder]:
    """The fields of an indicator, and what fits none of them."""
    texts, remainder = dict(indicator.texts), Remainder()
    values: dict[str, Any] = {"statement": indicator.statement, "result": result}
    for name, longest in _TEXTS.items():
        if text := texts.get(name, ""):
            values[name] = text[:longest]
    values["methods"] = tuple(dict.fromkeys(method[:500] for method in indicator.methods))
    if frequency := texts.get("frequency", ""):
        if word := _BY_WORD.get(plain(frequency)):
            values["frequency"] = word
        else:
            remainder.add(f"{gettext('Frequency')}: {frequency}", indicator.at.get("frequency", ()))
    broken_down = _broken_down(texts.get("disaggregation", ""))
    _baseline(texts, values, remainder)
    by_sex = _targets(indicator, texts, values, remainder, due)
    if by_sex and "sex" not in broken_down:
        broken_down += ("sex",)
    if broken_down:
        values["disaggregation"] = broken_down
    return values, remainder


def _one_by_one(targets: Iterable[Target]) -> Iterator[Target]:
    """Targets of which several stand in one cell, a line each with its day, one by one."""
    for target in targets:
        lines = [line for line in target.text.splitlines() if line.strip()]
        days = [amount_in(line, last_of_year=True).day for line in lines]
        if len(lines) > 1 and all(days):
            yield from (replace(target, text=line) for line in lines)
        else:
            yield target


def day_of(target: Target, texts: Mapping[str, str]) -> date | None:
    """The day by which a target is due: as its cell says, else its heading, else the date beside it."""
    return (
        amount_in(target.text, last_of_year=True).day
        or day_in(target.label, last_of_year=True)
        or day_in(texts.get("target_date", ""), last_of_year=True)
    )


def undated(table: Logframe) -> tuple[str, ...]:
    """The heading of targets for which the file names no day."""
    labels = (
        target.label
        for one in table.indicators
        for target in _one_by_one(one.targets)
        if day_of(target, one.texts) is None
    )
    return tuple(dict.fromkeys(labels))


def _broken_down(text: str) -> tuple[str, ...]:
    parts = [
        part.strip() for line in text.splitlines() for part in line.replace(";", ",").split(",")
    ]
    return tuple(dict.fromkeys(_list_word(part)[:500] for part in parts if part))


_LISTS = {
    "sex": "sex",
    "gender": "sex",
    "sexe": "sex",
    "sexo": "sex",
    "geschlecht": "sex",
    "age": "age-band",
    "edad": "age-band",
    "alter": "age-band",
}


def _list_word(part: str) -> str:
    return _LISTS.get(plain(part), part)


def _baseline(texts: Mapping[str, str], values: dict[str, Any], remainder: Remainder) -> None:
    text = texts.get("baseline", "")
    if not text and not texts.get("baseline_text") and not texts.get("baseline_source"):
        return
    amount = amount_in(text, last_of_year=False)
    day = amount.day or day_in(texts.get("baseline_date", ""), last_of_year=False)
    own = "" if amount.words == values.get("unit") else amount.words
    words = "; ".join(dict.fromkeys(part for part in (own, texts.get("baseline_text", "")) if part))
    baseline = {
        "value": amount.number,
        "text": words[:500],
        "measured": day,
        "source": texts.get("baseline_source", "")[:500],
    }
    values["baseline"] = {name: one for name, one in baseline.items() if not is_empty(one)}
    if len(words) > 500:
        remainder.add(f"{gettext('Baseline')}: {words}")
    if amount.unit and not values.get("unit"):
        values["unit"] = amount.unit


def _targets(
    indicator: IndicatorRow,
    texts: Mapping[str, str],
    values: dict[str, Any],
    remainder: Remainder,
    due: Mapping[str, date],
) -> bool:
    """Put the targets among the values; whether one of them counts women or men apart."""
    targets: dict[date, dict[str, Any]] = {}
    by_sex = False
    for target in _one_by_one(indicator.targets):
        amount = amount_in(target.text, last_of_year=True)
        day = day_of(target, texts) or due.get(target.label)
        by_sex = by_sex or amount.by_sex
        if amount.unit and not values.get("unit"):
            values["unit"] = PER_CENT
        if day is None or day in targets or len(amount.words) > 500:
            remainder.add(f"{target.label}: {target.text}", (target.place,))
        else:
            words = "" if amount.words == values.get("unit") else amount.words
            fields = {"due": day, "value": amount.number, "text": words}
            targets[day] = {name: one for name, one in fields.items() if not is_empty(one)}
    if targets:
        values["targets"] = tuple(targets[day] for day in sorted(targets))
    return by_sex
