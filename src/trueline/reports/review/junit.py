"""The review as JUnit XML, the form in which many CI hosts show what failed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from trueline.files import Problem
from trueline.language import gettext
from trueline.language.terms import SORT
from trueline.reports.review.reviewed import Reviewed
from trueline.review import Finding

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def design_suite(review: Reviewed) -> str:
    """One design as a suite: an error or warning fails, a note or a waiver is skipped."""
    cases = [_case(review, finding) for finding in review.findings]
    failed = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    if not cases:
        message = review.emptiness or gettext("No remarks.")
        cases, skipped = [_skipped(review.title, review.file, message)], 1
    head = f'<testsuite name={_attribute(review.title)} tests="{len(cases)}"'
    return "\n".join(
        [f'{head} failures="{failed}" errors="0" skipped="{skipped}">', *cases, "</testsuite>"]
    )


def joined_junit(suites: Iterable[str], problems: Iterable[Problem]) -> str:
    """The whole text; a file that could not be read is an error."""
    wrong = [_problem(problem) for problem in problems]
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="Trueline">', *suites]
    if wrong:
        head = f'<testsuite name="Files" tests="{len(wrong)}" failures="0" errors="{len(wrong)}"'
        parts += [f'{head} skipped="0">', *wrong, "</testsuite>"]
    return "\n".join([*parts, "</testsuites>"]) + "\n"


def _case(review: Reviewed, finding: Finding) -> str:
    if finding.waiver or finding.severity == "note":
        why = finding.waiver and gettext("Set aside: {why}", why=finding.waiver.why)
        message = why or finding.message
        return _skipped(f"{finding.rule} {finding.path}", review.file, message)
    place, sort = review.place(finding.path), SORT.label(finding.sort)
    text = f"{place}\n{sort}: {finding.message}\nNext: {finding.next_step}"
    step = gettext("Next: {step}", step=finding.next_step)
    text = f"{review.place(finding.path)}\n{finding.message}\n{step}"
    return (
        f"{_open(f'{finding.rule} {finding.path}', review.file)}<failure"
        f' type="{finding.severity}" message={_attribute(finding.message)}>{_text(text)}'
        "</failure></testcase>"
    )


def _problem(problem: Problem) -> str:
    text = f"{problem.place}\n{problem.message} {problem.hint}".strip()
    return (
        f"{_open(problem.place, problem.file)}<error message={_attribute(problem.message)}>"
        f"{_text(text)}</error></testcase>"
    )


def _skipped(name: str, file: str, message: str) -> str:
    return f"{_open(name, file)}<skipped message={_attribute(message)}/></testcase>"


def _open(name: str, file: str) -> str:
    return f"<testcase name={_attribute(name.strip())} classname={_attribute(file)}>"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("", text))


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))
