"""The rules of the review: an index, and a page for each group with the documentation of its rules."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.language import shortened
from trueline.language.terms import ADVICE, GROUP, SEVERITY, SORT
from trueline.reports.pages.markdown import MADE, plain, table
from trueline.review import Rule, all_rules, groups
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import title_of

TITLE = 62
"""Longest title of a place of the source: enough to know it by."""
ABOUT = """\
Each rule looks at one thing in a design and says what to do about it, with the places of the source
that it rests on. An **error** is where the source is categorical or the logic is broken, a **warning**
a lesson ignored, a **note** a question still open. None of them is a score. Three sorts are told apart: what **cannot be** (dates, sums, references
and steps that can't all be true), what is **said badly** (nothing, something else, or what the field has
learned not to rely on), and what is **not said**. `trueline explain RULE`
prints the same as these pages, and `trueline rules` lists them.
"""


def rule_pages(toolkit: Toolkit) -> Iterator[tuple[str, str]]:
    """Name and text of each page on rules."""
    yield "rules/README.md", "\n".join(_index(toolkit))
    for group in groups():
        yield f"rules/{group}.md", "\n".join(_group(group, toolkit))


def _in(group: str) -> list[Rule]:
    return [rule for rule in all_rules().values() if rule.group == group]


def _index(toolkit: Toolkit) -> Iterator[str]:
    yield MADE
    yield f"# The {len(all_rules())} rules of the review"
    yield ABOUT
    for group in groups():
        yield f"## {GROUP.label(group)}\n"
        rows = (
            (
                f"[{plain(rule.title)}]({group}.md#{_anchor(rule)})",
                rule.sort,
                rule.severity,
                rule.remedy,
            )
            for rule in _in(group)
        )
        yield from table(("rule", "sort", "severity", "asks to"), rows)


def _group(group: str, toolkit: Toolkit) -> Iterator[str]:
    yield MADE
    yield f"# Rules: {GROUP.label(group)}\n"
    yield "[All rules](README.md)\n"
    for rule in _in(group):
        yield from _rule(rule, toolkit)


def _rule(rule: Rule, toolkit: Toolkit) -> Iterator[str]:
    yield f'<a id="{_anchor(rule)}"></a>\n'
    yield f"## {plain(rule.title)}\n"
    about = (SORT.within(rule.sort), SEVERITY.within(rule.severity), ADVICE.within(rule.remedy))
    yield f"`{rule.id}` · {' · '.join(about)}\n"
    yield f"**Why.** {plain(rule.why)}\n"
    yield f"**Example.** {plain(rule.example)}\n"
    yield f"**Resolve.** {plain(rule.resolve)}\n"
    yield "**In the source.**\n"
    for ref in rule.refs:
        nodes = toolkit.at(ref)
        yield f"- {ref}: {plain(shortened(title_of(nodes[0]), TITLE)) if nodes else ''}"
    yield ""


def _anchor(rule: Rule) -> str:
    return rule.id.split(".")[1]
