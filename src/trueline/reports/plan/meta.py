"""A meta-review of many plans, to read, as a workbook and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from trueline.language import gettext, number
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.reports.titles import title_of
from trueline.review.plan_audit.meta import MetaReview


def meta_head(review: MetaReview) -> list[str]:
    """The heads of the table: the plan, then each criterion with its place in the source."""
    return [gettext("Plan"), *(f"{gettext(each.title)} ({each.ref})" for each in review.criteria)]


def meta_rows(review: MetaReview) -> Iterator[list[str]]:
    """A row for each plan, then how many meet each criterion."""
    words = {True: gettext("yes"), False: gettext("no"), None: gettext("can’t be told")}
    for plan, met in review.rows:
        yield [title_of(plan, gettext("Untitled plan")), *(words[each] for each in met)]
    of = len(review.rows)
    counts = (gettext("{count} of {of}", count=number(c), of=number(of)) for c in review.counts)
    yield [gettext("All plans"), *counts]


def meta_note() -> str:
    """The note that belongs to the table."""
    return gettext(
        "Told from the structure of each plan: that something is there says nothing of how good it is."
        " Plans stand in the order of their titles and are not ranked. The first five criteria are those"
        " of a review of eleven plans that the toolkit cites: four were informed by data, five had"
        " measurable indicators, none stated risks and assumptions, none was fully budgeted (fn 53)."
    )


def meta_workbook(review: MetaReview) -> bytes:
    """The table as a workbook."""
    return rows_workbook(
        Rows(gettext("Meta-review"), meta_head(review), meta_rows(review), [meta_note()])
    )


def meta_json(review: MetaReview) -> str:
    """The same for programs; what can't be told is null."""
    ids = [each.id for each in review.criteria]
    data = {
        "criteria": [
            {"id": c.id, "title": gettext(c.title), "ref": c.ref} for c in review.criteria
        ],
        "plans": [
            {
                "title": plan.title,
                "invented": bool(plan.invented),
                "met": dict(zip(ids, met, strict=True)),
            }
            for plan, met in review.rows
        ],
        "counts": dict(zip(ids, review.counts, strict=True)),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
