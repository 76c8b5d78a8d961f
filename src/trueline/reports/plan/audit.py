"""Texts of the audit of a national plan alone."""

from __future__ import annotations

from trueline.language import dates, gettext, gettext_noop
from trueline.plan import Plan
from trueline.reports.audits import Report

NOTE = gettext_noop(
    "Made with Trueline from the plan. What can be told from its structure is counted; what only"
    " people can judge is left to the coordinator. Nothing here is a score, and plans are not ranked"
    " by it. Questions and indicators are those of section 9 of the ICAT toolkit, in Trueline’s"
    " words; its agencies have neither reviewed nor endorsed this plan."
)


def _facts(plan: Plan) -> list[tuple[str, str]]:
    return [
        (Plan.field_title("lead"), plan.lead or gettext("Not said yet")),
        (gettext("Dates"), dates(plan.start, plan.end) or gettext("Not said yet")),
    ]


REPORT = Report(
    gettext_noop("Audit of a national plan"),
    NOTE,
    gettext_noop("The plan holds no summary yet."),
    _facts,
)
