"""The review as SARIF 2.1.0, the form in which code hosts and editors show findings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import trueline
from trueline import about
from trueline.files import Problem
from trueline.language import day, gettext
from trueline.reports.review.reviewed import Reviewed
from trueline.review import Finding, Rule, all_rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def review_sarif(reviews: Iterable[Reviewed], problems: Iterable[Problem] = ()) -> str:
    """Reviews as one SARIF text."""
    return joined_sarif([design_results(review) for review in reviews], problems)


def design_results(review: Reviewed) -> str:
    """The results on one design, and a notification of what is empty in it, as JSON."""
    emptiness = (
        [_notification(Problem(review.file, emptiness), "note")]
        if (emptiness := review.emptiness)
        else []
    )
    results = [_result(review, finding) for finding in review.findings]
    return json.dumps({"results": results, "notifications": emptiness}, ensure_ascii=False)


def joined_sarif(designs: Iterable[str], problems: Iterable[Problem]) -> str:
    """The whole text, of the results on each design."""
    parts = [json.loads(design) for design in designs]
    results = [result for part in parts for result in part["results"]]
    noted = [notification for part in parts for notification in part["notifications"]]
    rules = [all_rules()[id] for id in dict.fromkeys(result["ruleId"] for result in results)]
    wrong = [_notification(problem) for problem in problems]
    run = {
        "tool": {
            "driver": {
                "name": "Trueline",
                **({"informationUri": about.ADDRESS} if about.ADDRESS else {}),
                "semanticVersion": trueline.__version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [
            {"executionSuccessful": not wrong, "toolExecutionNotifications": [*wrong, *noted]}
        ],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    help = "\n\n".join(
        (
            rule.why,
            gettext("Example: {example}", example=rule.example),
            gettext("Resolve: {resolve}", resolve=rule.resolve),
        )
    )
    page = about.docs(f"generated/rules/{rule.group}.md#{rule.id.removeprefix(rule.group + '.')}")
    return {
        "id": rule.id,
        **({"helpUri": page} if page else {}),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": help},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "sort": rule.sort,
            "remedy": rule.remedy,
            "refs": list(rule.refs),
            "tags": [rule.group, rule.sort],
        },
    }


def _result(review: Reviewed, finding: Finding) -> dict[str, Any]:
    mark = sha256(f"{finding.rule}\0{finding.path}".encode()).hexdigest()[:32]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {gettext('Next: {next}', next=finding.next_step)}"},
        "locations": [_location(review, finding)],
        "partialFingerprints": {"ruleAndElement/v1": mark},
        "properties": {
            "sort": finding.sort,
            "remedy": finding.remedy,
            "refs": list(finding.refs),
            "tags": [finding.sort],
        },
    }
    if waiver := finding.waiver:
        until = f" {gettext('Until {end}', end=day(waiver.until))}." if waiver.until else ""
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": waiver.why + until}
        ]
    return result


def _location(review: Reviewed, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if review.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(review.file)}}
        if spot := review.spots.get(finding.path):
            physical["region"] = {"startLine": spot[0], "startColumn": spot[1]}
        location["physicalLocation"] = physical
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "element"}]
    return location


def _notification(problem: Problem, level: str = "error") -> dict[str, Any]:
    notification: dict[str, Any] = {
        "level": level,
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
    }
    if problem.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(problem.file)}}
        if problem.line:
            physical["region"] = {"startLine": problem.line, "startColumn": problem.column or 1}
        notification["locations"] = [{"physicalLocation": physical}]
    return notification


def uri(file: str) -> str:
    """A path as SARIF wants it: forward slashes, and other signs escaped."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
