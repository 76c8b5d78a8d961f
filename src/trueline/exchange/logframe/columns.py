"""Finding the row, or the two or three rows, that head a table, and what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trueline.exchange.logframe.headings import (
    column_named,
    extra_words,
    level_named,
    plain,
    says_nothing,
    without_brackets,
    words,
    years_in,
)
from trueline.memory import remembered
from trueline.office import Cell

WITHIN = 40
"""The first headings are looked for in so many filled rows from the top."""

_LONGEST = 90
_MOST_EXTRA_WORDS = 6
"""A heading says little beside what makes it one; a sentence that holds its word is none."""

CORE = frozenset(
    ("indicator", "objective", "baseline", "target", "milestone", "source", "assumptions")
)
_GENERIC = frozenset(
    plain(word)
    for word in (
        "value",
        "valeur",
        "valor",
        "wert",
        "year",
        "année",
        "año",
        "ano",
        "jahr",
        "date",
        "fecha",
        "data",
        "source",
        "fuente",
        "in words",
        "total",
        "planned",
        "actual",
        "q1",
        "q2",
        "q3",
        "q4",
        "men",
        "women",
        "male",
        "female",
        "القيمة",
        "السنة",
        "значение",
        "год",
        "值",
        "年份",
    )
)
"""Headings that say what they mean only together with the one above them."""

_DATES = frozenset(
    plain(w)
    for w in ("year", "année", "año", "ano", "jahr", "date", "fecha", "السنة", "год", "年份")
)


@dataclass(frozen=True)
class Heading:
    """One column: what heads it, what it holds (None where that is not known), and a level it names."""

    text: str
    role: str | None
    level: str = ""


@remembered(20_000)
def _role(text: str) -> str | None:
    role = column_named(text) if len(without_brackets(text)) <= _LONGEST else None
    if role is None or extra_words(text, role) > (2 if role == "code" else _MOST_EXTRA_WORDS):
        return None
    return role


@remembered(20_000)
def is_strict(text: str) -> bool:
    """Whether a text is a heading and little else, so that it may stand between rows of content."""
    role = _role(text)
    if role is None or says_nothing(text):
        return False
    _, colon, rest = text.partition(":")
    return not (colon and rest.strip()) and extra_words(text, role) <= 1


def has_extra_words(text: str) -> bool:
    """Whether a text is more than the name of a column."""
    role = _role(text)
    return role is None or extra_words(text, role) > 0


def headings_in(
    row: Mapping[int, Cell], *, again: bool, table_headings: frozenset[str] = frozenset()
) -> dict[int, Heading] | None:
    """The role that each cell of a row heads, None where the row heads nothing.

    `again`: whether the table has headings already; then a row must be made of them alone, or repeat
    some of `table_headings`.
    """
    texts = {column: cell.text for column, cell in row.items() if cell.text}
    headings: dict[int, Heading] = {}
    recognised = 0
    for column, text in texts.items():
        level = level_named(text)
        role = _role(text)
        if role and again and plain(text) not in table_headings and not is_strict(text):
            role = None
        if level and role in (None, "objective", "activity"):
            headings[column] = Heading(text, "objective", text if _is_level(text, texts) else "")
            recognised += 1
            continue
        headings[column] = Heading(text, role)
        recognised += role is not None
    roles = {one.role for one in headings.values() if one.role}
    enough = 3 if again else 2
    if len(roles) < enough or not roles & CORE or recognised * 5 < len(texts) * 3:
        return None
    if again and "indicator" not in roles and not {"baseline", "target"} <= roles:
        return None
    if (
        again
        and len(roles & CORE) < 2
        and not any(plain(text) in table_headings for text in texts.values())
    ):
        return None  # “Indicator 2”, what it counts and of whom: a row of tracked figures
    if len(roles) == enough and _is_numbered_item(headings):
        return None
    if "indicator" in roles:
        return headings
    levels = [one for one in headings.values() if one.role == "objective" and level_named(one.text)]
    return headings if len(roles & CORE) >= 3 and not levels else None


def _is_numbered_item(headings: Mapping[int, Heading]) -> bool:
    """Whether a row is one thing with its number: “Activity 1”, “Training on indicators of trafficking”."""
    numbered = any((level := level_named(one.text)) and level[1] for one in headings.values())
    others = [one.text for one in headings.values() if one.role and not level_named(one.text)]
    return numbered and not any(map(is_strict, others))


_OF_ACTIVITIES = frozenset(
    (
        "cost",
        "means",
        "dates",
        "start",
        "end",
        "people",
        "responsible",
        "assumptions",
        "definition",
        "objective",
        "code",
        "comment",
    )
)


def activity_headings(row: Mapping[int, Cell]) -> dict[int, Heading] | None:
    """The headings of a list of activities, which has no indicators; None of another row."""
    headings: dict[int, Heading] = {}
    for column, cell in row.items():
        role = _role(cell.text) if is_strict(cell.text) else None
        if role == "activity" and all(one.role != "objective" for one in headings.values()):
            headings[column] = Heading(cell.text, "objective", cell.text)
        else:
            headings[column] = Heading(cell.text, "definition" if role == "objective" else role)
    roles = [one.role for one in headings.values()]
    listed_roles = [role for role in roles if role in _OF_ACTIVITIES]
    enough = (
        "objective" in roles
        and len(set(listed_roles)) >= 3
        and len(listed_roles) * 5 >= len(headings) * 3
    )
    return headings if enough else None


def _is_level(text: str, row: Mapping[int, str]) -> bool:
    """Whether a heading names the level of what stands below, as OUTPUT 1 does, or “Outcome” beside
    “Outcome indicator”; a column of “Objectives” has all of them.
    """
    level = level_named(text)
    if level and level[1]:
        return True
    other_cells = (plain(other) for other in row.values() if other is not text)
    return any(
        heading.startswith(f"{plain(text)} ") and _role(heading) == "indicator"
        for heading in other_cells
    )


def is_group_row(row: Mapping[int, Cell], below: Mapping[int, Heading]) -> bool:
    """Whether a row above headings groups them: short words, fewer than there are headings."""
    texts = [cell.text for cell in row.values() if cell.text]
    return (
        1 < len(texts) <= len(below)
        and all(len(text) < 40 and not text.endswith((".", "?")) for text in texts)
    ) or any(1 < cell.columns < max(below) - min(below) + 1 for cell in row.values())


def under_groups(
    above: Mapping[int, Heading], spans: Mapping[int, int], row: Mapping[int, Cell]
) -> dict[int, Heading] | None:
    """The headings of two rows as one: "Targets" over "2027" and "2028"; None if `row` is no such row."""
    if not row or any(len(cell.text) > 60 for cell in row.values()):
        return None
    joined: dict[int, Heading] = dict(above)
    recognised = 0
    for column, cell in row.items():
        group = _above(above, spans, column)
        if column not in above and row_kind(cell.text):
            return None  # a row of planned values, not a second row of headings
        own = _role(cell.text) if is_strict(cell.text) else None
        generic = plain(without_brackets(cell.text)) in _GENERIC
        text = f"{group.text} {cell.text}" if group else cell.text
        if own and not generic:
            role: str | None = own
        elif group and (years_in(cell.text) or generic):
            role = _joined_role(group.role, cell.text) or _role(text)
        else:
            role = None
        recognised += role is not None
        joined[column] = Heading(text if group and not own else cell.text, role)
    return joined if recognised * 3 >= len(row) * 2 else None


def _joined_role(group: str | None, text: str) -> str | None:
    heading = plain(text)
    if group in ("baseline", "target", "milestone"):
        if heading in _DATES:
            return f"{group.replace('milestone', 'target')}_date"
        if heading in ("source", "fuente"):
            return "baseline_source" if group == "baseline" else "source"
        if heading == "actual":
            return "actual"
        return group
    return group if years_in(text) or heading == "total" else None


def _above(above: Mapping[int, Heading], spans: Mapping[int, int], column: int) -> Heading | None:
    """The heading that reaches over a column: its own, or the nearest to the left."""
    before = [other for other in above if other <= column]
    if not before:
        return None
    nearest = max(before)
    width = spans.get(nearest, 1)
    return above[nearest] if nearest == column or width == 1 or column < nearest + width else None


def row_kind(text: str) -> str | None:
    """The kind of a row where each indicator has several: planned, achieved, source."""
    return words().rows.get(plain(text))
