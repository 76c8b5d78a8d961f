"""The review: every rule of a kind, run over one document."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from trueline.document import Document, kinds
from trueline.document.kind import module_of
from trueline.document.responses import Waiver
from trueline.language.term_types import Remedy, Severity, Sort
from trueline.review import rules as rules_package
from trueline.review.field_rules import field_rules
from trueline.review.finding import REMEDIES, SEVERITIES, SORTS, Finding
from trueline.review.quoting import TEXTS, quote_empty_texts
from trueline.review.rule import Rule, RuleContext
from trueline.toolkit import Toolkit

SHARED = "shared"
"""The folder of the rules that hold for every kind of document."""


def all_rules() -> Mapping[str, Rule]:
    """Every rule of every kind by its id, in the order in which a review is read."""
    folders = sorted(module.name for module in pkgutil.iter_modules(rules_package.__path__))
    names = dict.fromkeys([*folders, *(kind.name for kind in kinds())])
    return _rules_of_all(tuple(name for name in names if name != SHARED))


@functools.cache
def _rules_of_all(names: tuple[str, ...]) -> Mapping[str, Rule]:
    return MappingProxyType({id: rule for kind in names for id, rule in rules_of(kind).items()})


@functools.cache
def rules_of(kind: str) -> Mapping[str, Rule]:
    """The rules of one kind and those that every kind has, in the order in which a review is read."""
    every_rule: list[Rule] = []
    for group in groups_of(kind):
        rules_of_group = [*_of_group(kind, group), *_of_group(SHARED, group)]
        every_rule += sorted(rules_of_group, key=lambda rule: rule.id)
    return MappingProxyType({rule.id: rule for rule in every_rule})


@functools.cache
def groups_of(kind: str) -> tuple[str, ...]:
    """The groups of the rules of a kind, in the order in which a review is read."""
    own = _module(kind)
    shared: tuple[str, ...] = importlib.import_module(f"{rules_package.__name__}.{SHARED}").GROUPS
    return tuple(dict.fromkeys([*(own.GROUPS if own else ()), *shared]))


def groups() -> tuple[str, ...]:
    """The groups of the rules of all kinds."""
    return tuple(dict.fromkeys(rule.group for rule in all_rules().values()))


def _module(*names: str) -> ModuleType | None:
    """A package of rules below `rules`, or None where there is none."""
    kind, *below = names
    return module_of(kind, ".".join(("review.rules.{kind}", *below)))


def _of_group(kind: str, group: str) -> Iterator[Rule]:
    """The rules that have a file of their own, and those that are data."""
    package = _module(kind) and _module(kind, group)
    if package is None:
        return
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            rules = [value for value in vars(loaded).values() if isinstance(value, Rule)]
            if len(rules) != 1:
                raise TypeError(f"{loaded.__name__} should hold one rule, not {len(rules)}")
            yield rules[0]
    if data := field_rules(Path(package.__path__[0])):
        conditions = _module(kind, "conditions")
        yield from data.rules_of_group(group, conditions.CONDITIONS if conditions else {})


def review(
    document: Document,
    toolkit: Toolkit,
    *,
    on: date | None = None,
    rules: Iterable[Rule] | None = None,
    data: Mapping[str, Any] | None = None,
    related: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Everything the rules say of a document, heaviest first, in the order of the groups.

    A pure function: the same document and toolkit give the same findings. `on` is the day by which
    the end of a waiver is judged; without it every waiver is in force. `data` and `related` are
    handed to the rules (see `RuleContext`).
    """
    context = RuleContext(document, toolkit, data or {}, related or {})
    chosen = list(rules_of(document.kind).values() if rules is None else rules)
    findings = _findings(chosen, context)
    waived = [_waived(finding, context.document.waivers, on) for finding in findings]
    return tuple(sorted(waived, key=lambda finding: SEVERITIES.index(finding.severity)))


def _findings(rules: list[Rule], context: RuleContext[Any]) -> list[Finding]:
    """The findings of every rule, in the order of the rules.

    Rules on texts in general are given only the passages that no other finding quotes.
    """
    others = [
        finding for rule in rules if rule.group != TEXTS for finding in rule.findings(context)
    ]
    findings, quoted = quote_empty_texts(others, context.reading)
    remaining = replace(context, reading=context.reading.without_texts_at(quoted))
    findings += [f for rule in rules if rule.group == TEXTS for f in rule.findings(remaining)]
    places = {rule.id: number for number, rule in enumerate(rules)}
    return sorted(findings, key=lambda finding: places[finding.rule])


def _waived(finding: Finding, waivers: tuple[Waiver, ...], on: date | None) -> Finding:
    for waiver in waivers_of(finding, waivers):
        if in_force(waiver, on):
            return replace(finding, waiver=waiver)
    return finding


def waivers_of(finding: Finding, waivers: Iterable[Waiver]) -> list[Waiver]:
    """The waivers of a finding, in force or not; first those at its path."""
    of_it = [w for w in waivers if w.rule == finding.rule and finding.is_at(w.element)]
    return sorted(of_it, key=lambda waiver: waiver.element != finding.path)


def in_force(waiver: Waiver, on: date | None) -> bool:
    """Whether a waiver counts: it gives a reason and an end, and the end has not passed."""
    if not waiver.why or waiver.until is None:
        return False
    return on is None or on <= waiver.until


@dataclass(frozen=True)
class Summary:
    """How many findings ask for what. It holds no score: findings don't add up to one.

    `heaviest` is the heaviest consequence that a finding in force asks for. It rests on something
    said or on what cannot be; on what is not said only where there is nothing else.
    """

    sorts: Mapping[Sort, int]
    severities: Mapping[Severity, int]
    remedies: Mapping[Remedy, int]
    waived: int
    heaviest: Remedy | None


def summarised(findings: Iterable[Finding]) -> Summary:
    """Counts of the findings in force, and of those set aside."""
    all_findings = list(findings)
    standing = [finding for finding in all_findings if finding.waiver is None]
    sorts = Counter(finding.sort for finding in standing)
    severities = Counter(finding.severity for finding in standing)
    remedies = Counter(finding.remedy for finding in standing)
    return Summary(
        sorts={sort: sorts[sort] for sort in SORTS},
        severities={severity: severities[severity] for severity in SEVERITIES},
        remedies={remedy: remedies[remedy] for remedy in REMEDIES},
        waived=len(all_findings) - len(standing),
        heaviest=min(
            (finding.remedy for finding in _not_from_empty_fields(standing)),
            key=REMEDIES.index,
            default=None,
        ),
    )


def _not_from_empty_fields(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that rest on something said or on what cannot be; all of them where there is none."""
    all_findings = list(findings)
    return [finding for finding in all_findings if finding.sort != "not-said"] or all_findings
