"""The key of the four-column logframe, by which it is recognised when it is imported again."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.design.logframe_key import STRUCTURE, KeyBuilder, LogframeKey
from trueline.language import gettext, shortened
from trueline.reports.design.codes import codes_of, level_of
from trueline.reports.design.diagram.described import numbered
from trueline.reports.design.keys import plain_number
from trueline.reports.design.logframe.content import (
    activity_row,
    assumption_line,
    displaced_line,
    factor_line,
    measured,
)
from trueline.reports.design.logframe.references import field_texts
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording

STRUCTURE_OF_FOUR = {
    **STRUCTURE,
    "displacement": ("kind", "likelihood"),
    "external_factors": ("effect",),
}


def key_of(design: Design, wording: Wording, *, with_sheets: bool) -> LogframeKey:
    """The key; with what the sheet of indicators shows where the file has one."""
    key = KeyBuilder(design, "classic", {"assumptions": ("id", "statement")})
    _objectives(key, design, wording)
    _indicators(key, design, wording, with_sheets=with_sheets)
    numbers = numbered(design)
    for link in design.links:
        key.show("links", link.id, "assumptions", "")
        for count, assumption in numbers.get(link.id, ()):
            key.show("links", link.id, "assumptions", assumption_line(count, assumption))
    for factor in design.external_factors:
        if factor.effect != "helps":
            key.show("external_factors", factor.id, "statement mitigation", factor_line(factor))
    for one in design.displacement:
        if one.likelihood in ("likely", "possible"):
            key.show("displacement", one.key_value, "mitigation", displaced_line(wording, one))
    title = title_of(design, gettext(UNTITLED))
    head = title if with_sheets else f"{gettext('Logframe')}: {shortened(title, 200)}"
    key.show("", "", "title", head)
    return key.key(STRUCTURE_OF_FOUR)


def _objectives(key: KeyBuilder, design: Design, wording: Wording) -> None:
    used: dict[str, int] = {}
    codes = codes_of(design)
    for result in design.results:
        level = level_of(result)
        used[level] = used.get(level, 0) + 1
        key.name("results", result.id, level, str(used[level]))
        key.show("results", result.id, "statement", result.name)
    for number, activity in enumerate(design.activities, 1):
        key.name("activities", activity.id, "activity", str(number))
        key.show("activities", activity.id, "title", activity.name)
        row = activity_row(wording, codes, {}, activity)
        for one in row.indicators:
            key.show("activities", activity.id, "people start end budget", one.text)
            key.show("activities", activity.id, "lead", one.means)


def _indicators(key: KeyBuilder, design: Design, wording: Wording, *, with_sheets: bool) -> None:
    codes = codes_of(design)
    levels = {one.id: one for one in design.results}
    used: dict[str, int] = {}
    for indicator in design.indicators:
        owner = levels.get(indicator.result or "")
        name = owner.id if owner else ""
        used[name] = used.get(name, 0) + 1
        number = key.entry("results", name).number if owner else ""
        own = f"{number}.{used[name]}" if owner else str(used[name])
        key.name("indicators", indicator.id, level_of(owner) if owner else "", own)
        one = measured(wording, codes, indicator)
        key.show("indicators", indicator.id, "statement", "")
        head = f"{one.code}  {one.text}" if with_sheets else f"{one.code} {one.text}"
        key.show("indicators", indicator.id, "statement", head.strip())
        key.show("indicators", indicator.id, "methods source frequency responsible", one.means)
        if with_sheets:
            for fields, text in _in_sheets(indicator, wording):
                key.show("indicators", indicator.id, fields, text)


def _in_sheets(indicator: Indicator, wording: Wording) -> Iterator[tuple[str, str]]:
    baseline = indicator.baseline
    if baseline:
        value = plain_number(baseline.value) if baseline.value is not None else ""
        yield "baseline", value
        yield "baseline", baseline.text
        yield "baseline", baseline.measured.isoformat() if baseline.measured else ""
        yield "baseline", baseline.source
    else:
        yield "baseline", ""
    yield from field_texts(wording, indicator)
