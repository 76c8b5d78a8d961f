"""The coverage of a section of the toolkit by a kind of document: tables, made from the code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from trueline.document import Document
from trueline.document.field_spec import field_specs
from trueline.document.fields import models_below
from trueline.legal import Concept, LegalReview
from trueline.legal.checklist import checklist
from trueline.plan import Body, Plan
from trueline.reports.pages.markdown import MADE, plain, table
from trueline.review import legal_audit, plan_audit, rules_of
from trueline.review.audits import Audit
from trueline.toolkit import Figure, Node, Toolkit
from trueline.toolkit.ratifications import load_register
from trueline.toolkit.wording import title_of


@dataclass(frozen=True)
class Coverage:
    """A section, and the kind of document that is about it.

    `fullest` is the least document of which every question is asked; `footnotes` are those of the
    section that ask something of it.
    """

    section: int
    fullest: Document
    audit: Callable[..., Audit[Any]]
    footnotes: tuple[str, ...]
    heading: str
    about: str


OF_PLANS = Coverage(
    9,
    Plan(bodies=(Body(id="committee", committee=True),)),
    plan_audit.audit,
    ("fn 53", "fn 55"),
    "# Section 9 of the toolkit in a national plan\n",
    """\
Every lesson, question, point, category and indicator of section 9, and the footnotes that ask something:
the fields of a plan that hold it, the rules of its review that look at it, and whether
`trueline audit` answers it. A category is answered by its indicators.
""",
)
OF_LAW = Coverage(
    5,
    checklist(LegalReview(route=("NP",), concepts=(Concept(id="concept"),)), load_register()),
    legal_audit.audit,
    ("fn 32",),
    "# Section 5 of the toolkit in a legal review\n",
    """\
Every lesson, question, category and indicator of section 5, and the footnote that asks something:
the fields of a legal review that hold it, the rules of its review that look at it, and whether
`trueline audit` answers it. A category is answered by its indicators, and an indicator is a line of
the list that holds its category. A point of a question whose field is the question’s is answered with it.
""",
)


SOURCES = """\
## Footnotes that name a source

They ask nothing. The toolkit's pages, the audit and the reports show each beside what rests on it.
"""


@dataclass(frozen=True)
class SourcePlace:
    """A place of the source, and what stands for it."""

    ref: str
    title: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    in_audit: bool


def places(toolkit: Toolkit, coverage: Coverage) -> Iterator[SourcePlace]:
    """Each place of the section, in its order."""
    fields, rules = list(_fields(coverage)), list(_rules(coverage))
    lines = coverage.audit(coverage.fullest, toolkit, ()).lines
    refs = {line.ref for line in lines}
    refs |= {answer.ref for line in lines for answer in line.answers}
    for node in _nodes(toolkit, coverage):
        place = node.ref or ""
        own = [name for name, ref in fields if _is_at(ref, place)]
        asking = [rule for rule, ref in rules if _is_at(ref, place)]
        question = place.partition(".")[0]
        shared = bool(own) and set(own) <= {name for name, ref in fields if _is_at(ref, question)}
        is_point = place != question and " Q" in place
        yield SourcePlace(
            place,
            title_of(node),
            tuple(dict.fromkeys(own)) or _of_category(fields, place),
            tuple(dict.fromkeys(asking)),
            any(_is_at(ref, place) for ref in refs) or (is_point and shared and question in refs),
        )


def coverage_page(toolkit: Toolkit, coverage: Coverage) -> str:
    """The page."""
    rows = (
        (
            place.ref,
            plain(place.title),
            ", ".join(f"`{name}`" for name in place.fields),
            ", ".join(f"[{rule}]({_page(rule)})" for rule in place.rules),
            "yes" if place.in_audit else "",
        )
        for place in places(toolkit, coverage)
    )
    head = ("place", "what it says", "fields", "rules", "audit")
    page = [MADE, coverage.heading, coverage.about, *table(head, rows)]
    if sources := list(_sources(toolkit, coverage)):
        source_head = ("footnote", "what it names", "where it stands")
        page += [SOURCES, *table(source_head, sources)]
    return "\n".join(page)


def _sources(toolkit: Toolkit, coverage: Coverage) -> Iterator[tuple[str, str, str]]:
    """The footnotes of the section that name a source, and the places that rest on each."""
    places_by_id: dict[str, list[str]] = {}
    section = next(each for each in toolkit.sections if each.number == coverage.section)
    at_head = ((f"{coverage.section} I", each) for each in section.introduction)
    below = ((node.ref or "", node.item) for node in toolkit)
    for id in section.questions_evidence:
        places_by_id[id] = [f"{coverage.section} Q"]
    for ref, item in (*at_head, *below):
        if ref.startswith(f"{coverage.section} "):
            for id in getattr(item, "evidence", ()):
                places_by_id.setdefault(id, []).append(ref)
    for evidence in toolkit.evidence:
        refs = places_by_id.get(evidence.id)
        if refs and evidence.ref not in coverage.footnotes:
            references = ", ".join(dict.fromkeys(refs))
            yield (
                evidence.ref or evidence.id,
                plain(title_of(toolkit.node(evidence.id))),
                references,
            )


def _nodes(toolkit: Toolkit, coverage: Coverage) -> Iterator[Node]:
    of_section = re.compile(rf"{coverage.section} [LQE]\d+(\.\d+)?")
    seen: set[str] = set()
    for node in toolkit:
        ref = node.ref or ""
        if isinstance(node.item, Figure) or ref in seen:
            continue
        if of_section.fullmatch(ref) or ref in coverage.footnotes:
            seen.add(ref)
            yield node


def _fields(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Each field that names a place of the source in its help."""
    reference = re.compile(rf"{coverage.section} [LQE]\d+(?:\.\d+)?|fn \d+")
    for model in models_below(type(coverage.fullest)):
        for name, spec in field_specs(model).items():
            for ref in reference.findall(spec.help):
                yield f"{model.__name__}.{name}", ref


def _of_category(fields: list[tuple[str, str]], place: str) -> tuple[str, ...]:
    """For an indicator without a field of its own, the field in which it is chosen."""
    category, _, indicator = place.partition(".")
    return tuple(name for name, ref in fields if indicator and ref == category)


def _rules(coverage: Coverage) -> Iterator[tuple[str, str]]:
    for rule in rules_of(coverage.fullest.kind).values():
        for ref in rule.refs:
            yield rule.id, ref


def _is_at(ref: str, place: str) -> bool:
    return ref == place or ref.startswith(f"{place}.")


def _page(rule: str) -> str:
    group, name = rule.split(".")
    return f"rules/{group}.md#{name}"
