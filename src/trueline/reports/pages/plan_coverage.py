"""Where each place of section 9 of the toolkit stands in a national plan: a table, made from the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.document.field_spec import field_specs
from trueline.document.fields import models_below
from trueline.plan import Body, Plan
from trueline.reports.pages.markdown import MADE, plain, table
from trueline.review import rules_of
from trueline.review.plan_audit import audit
from trueline.toolkit import Figure, Node, Toolkit
from trueline.toolkit.wording import title_of

_REF = re.compile(r"9 [LQE]\d(?:\.\d)?|fn \d+")
_PLACE = re.compile(r"9 [LQE]\d+(\.\d+)?")
FOOTNOTES = ("fn 53", "fn 55")
"""Those of section 9 that ask something of a plan; fn 54 names further guidance."""

WITH_COMMITTEE = Plan(bodies=(Body(id="committee", committee=True),))
"""The least plan of which every question is asked: two points are about its bodies."""

ABOUT = """\
Every lesson, question, point, category and indicator of section 9, and the footnotes that ask something:
the fields of a plan that hold it, the rules of its review that look at it, and whether
`trueline audit` answers it. A category is answered by its indicators.
"""


@dataclass(frozen=True)
class Place:
    """A place of the source, and what stands for it."""

    ref: str
    title: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    in_audit: bool


def places(toolkit: Toolkit) -> Iterator[Place]:
    """Each place of section 9, in its order."""
    fields, rules = list(_fields()), list(_rules())
    lines = audit(WITH_COMMITTEE, toolkit, ()).lines
    refs = {line.ref for line in lines}
    refs |= {answer.ref for line in lines for answer in line.answers}
    for node in _nodes(toolkit):
        place = node.ref or ""
        own = [name for name, ref in fields if _is_at(ref, place)]
        asking = [rule for rule, ref in rules if _is_at(ref, place)]
        yield Place(
            place,
            title_of(node),
            tuple(dict.fromkeys(own)),
            tuple(dict.fromkeys(asking)),
            any(_is_at(ref, place) for ref in refs),
        )


def plan_coverage_page(toolkit: Toolkit) -> str:
    """The page."""
    rows = (
        (
            place.ref,
            plain(place.title),
            ", ".join(f"`{name}`" for name in place.fields),
            ", ".join(f"[{rule}]({_page(rule)})" for rule in place.rules),
            "yes" if place.in_audit else "",
        )
        for place in places(toolkit)
    )
    head = ("place", "what it says", "fields", "rules", "audit")
    title = "# Section 9 of the toolkit in a national plan\n"
    return "\n".join([MADE, title, ABOUT, *table(head, rows)])


def _nodes(toolkit: Toolkit) -> Iterator[Node]:
    seen: set[str] = set()
    for node in toolkit:
        ref = node.ref or ""
        if isinstance(node.item, Figure) or ref in seen:
            continue
        if _PLACE.fullmatch(ref) or ref in FOOTNOTES:
            seen.add(ref)
            yield node


def _fields() -> Iterator[tuple[str, str]]:
    """Each field that names a place of the source in its help."""
    for model in models_below(Plan):
        for name, spec in field_specs(model).items():
            for ref in _REF.findall(spec.help):
                yield f"{model.__name__}.{name}", ref


def _rules() -> Iterator[tuple[str, str]]:
    for rule in rules_of(Plan.kind).values():
        for ref in rule.refs:
            yield rule.id, ref


def _is_at(ref: str, place: str) -> bool:
    return ref == place or ref.startswith(f"{place}.")


def _page(rule: str) -> str:
    group, name = rule.split(".")
    return f"rules/{group}.md#{name}"
