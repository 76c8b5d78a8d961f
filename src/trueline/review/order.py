"""In which order findings are read: what decides a document first, then by sort and weight."""

from __future__ import annotations

from collections.abc import Iterable

from trueline.review.finding import REMEDIES, SEVERITIES, SORTS, Finding

MOST = 3
"""So many findings decide a document: more than anybody changes in a week are not read."""

FIRST = "safety"
"""The group whose findings stand before all others: people may come to harm."""

SLIPS = frozenset(["dates", "budget", "texts", "answers"])
"""Groups in which a slip of the pen is more likely than a weak approach."""


def weight(finding: Finding) -> tuple[int, ...]:
    """Less for what is read earlier among findings of its sort."""
    return (
        finding.group != FIRST,
        SEVERITIES.index(finding.severity),
        finding.group in SLIPS,
        REMEDIES.index(finding.remedy),
    )


def by_sort(finding: Finding) -> tuple[int, ...]:
    """Contradictions, then statements, then gaps; each by weight."""
    return (SORTS.index(finding.sort), *weight(finding))


def decisive(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The few that decide a document, one of each rule.

    What puts people at risk comes first; then errors that rest on something said or on a broken
    logic, then doubts about the whole approach, then what is missing.
    """
    chosen: dict[str, Finding] = {}
    standing = (
        finding for finding in findings if not finding.waiver and finding.severity != "note"
    )
    for finding in sorted(standing, key=_decides):
        chosen.setdefault(finding.rule, finding)
    return tuple(chosen.values())[:MOST]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings: what decides, errors and warnings by sort and weight, what is open, set aside."""
    ordered = list(findings)
    first = {id(finding): place for place, finding in enumerate(decisive(ordered))}
    return tuple(
        sorted(
            ordered,
            key=lambda finding: (
                finding.waiver is not None,
                first.get(id(finding), MOST),
                finding.severity == "note",
                *by_sort(finding),
            ),
        )
    )


def _decides(finding: Finding) -> tuple[int, ...]:
    is_about_a_text = finding.sort != "not-said"
    if finding.severity == "error" and is_about_a_text:
        rank = 0
    elif finding.remedy == "reconsider" and is_about_a_text:
        rank = 1
    elif finding.severity == "error":
        rank = 2
    else:
        rank = 3 if is_about_a_text else 4
    return (finding.group != FIRST, finding.group in SLIPS, rank, *weight(finding))
