"""The worked examples, each with what the review finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trueline.design import load_design
from trueline.reports.pages.markdown import MADE, plain, table
from trueline.reports.review import Reviewed, reviewed
from trueline.reports.review.content import review_content
from trueline.toolkit import Toolkit

UP = "../../../"


def example_pages(folder: Path, toolkit: Toolkit) -> Iterator[tuple[str, str]]:
    """Name and text of a page for each example, and of one that lists them."""
    reviews = [
        reviewed(load_design(path, f"examples/{path.name}"), toolkit)
        for path in sorted(folder.glob("*.yaml"))
    ]
    if reviews:
        yield "examples/README.md", "\n".join(_index(reviews))
    for review in reviews:
        yield f"examples/{Path(review.file).stem}.md", review_markdown(review)


def _index(reviews: list[Reviewed]) -> Iterator[str]:
    yield MADE
    yield "# Worked examples, and what the review finds\n"
    yield "The designs are as good as a careful team’s, with the weaknesses that it would own up to."
    yield "The counts are of notes to look at; they rank nothing.\n"
    rows = (
        (
            f"[{plain(review.title)}]({Path(review.file).stem}.md)",
            *(str(review.summary.severities[s]) for s in review.summary.severities),
            str(review.summary.waived),
        )
        for review in reviews
    )
    yield from table(("design", "errors", "warnings", "notes", "set aside"), rows)


def review_markdown(review: Reviewed) -> str:
    """The review of an example as a page that links to the lines of its file."""
    data = review_content(review)
    lines = [MADE, f"# {plain(data['title'])}\n"]
    lines += [f"{plain(review.document.summary)}\n"] if review.document.summary else []
    lines += [
        f"The design is [{review.file}]({UP}{review.file}). This is its review, as"
        f" `trueline review {review.file}` prints it.\n"
    ]
    lines += [f"**{plain(data['counts'])}**\n"]
    lines += [f"- {row['number']} to {plain(row['what'])}" for row in data["asked"]] + [""]
    if data["deciding"]:
        lines.append(f"## {plain(data['deciding_line'])}\n")
        for topic in data["deciding"]:
            lines += _topic(review, topic)
    for part in data["parts"]:
        lines.append(f"## {plain(part['title'])}\n")
        for topic in part["topics"]:
            lines += _topic(review, topic)
    if data["open"]:
        lines.append(f"## {plain(data['open_line'])}\n")
        for topic in data["open"]:
            lines += _topic(review, topic)
    if data["waived"]:
        lines.append("## Set aside by the team\n")
        for note in data["waived"]:
            lines += [f"**{plain(note['place'])}**{_line(review, note)}\n"]
            lines += [f"{note['label']}: {plain(note['message'])}\n"]
            lines += [f"{plain(note['waiver'])}: {plain(note['reason'])} {_rule(note)}\n"]
    return "\n".join(lines)


def _topic(review: Reviewed, topic: dict[str, Any]) -> Iterator[str]:
    if len(topic["notes"]) == 1:
        yield from _note(review, topic)
        return
    yield f"**{topic['label']}** · {plain(topic['title'])}\n"
    for note in topic["notes"]:
        lapsed = f" *{plain(note['lapsed'])}*" if note["lapsed"] else ""
        yield f"- {plain(note['message'])}{lapsed}{_line(review, note)}"
    yield f"\nNext: {plain(topic['next'])} {_rule(topic)}\n"


def _note(review: Reviewed, note: dict[str, Any]) -> Iterator[str]:
    where = ", ".join(plain(part) for part in (note["place"], note["inside"]) if part)
    yield f"**{note['label']}** · {where}{_line(review, note)}\n"
    yield f"{plain(note['message'])}\n"
    if note["lapsed"]:
        yield f"*{plain(note['lapsed'])}*\n"
    yield f"Next: {plain(note['next'])} {_rule(note)}\n"


def _line(review: Reviewed, note: dict[str, Any]) -> str:
    if not note["line"]:
        return ""
    return f" ([{note['line']}]({UP}{review.file}#L{note['line_number']}))"


def _rule(note: dict[str, Any]) -> str:
    group, name = note["rule"].split(".")
    refs = ", ".join(source["ref"] for source in note["refs"])
    return f"([{note['rule']}](../rules/{group}.md#{name}): {refs})"
