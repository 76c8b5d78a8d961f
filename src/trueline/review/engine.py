"""The review: every rule, run over one design."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from trueline.design.design import Design
from trueline.document.responses import Waiver
from trueline.document.terms import Remedy
from trueline.review import rules as rules_package
from trueline.review.field_rules import field_rules
from trueline.review.finding import REMEDIES, SEVERITIES, Finding, Severity
from trueline.review.rule import GROUPS, Rule
from trueline.toolkit import Toolkit


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order in which a review is read."""
    rules: list[Rule] = []
    for group in GROUPS:
        rules += sorted(_of_group(group), key=lambda rule: rule.id)
    return MappingProxyType({rule.id: rule for rule in rules})


def _of_group(group: str) -> Iterator[Rule]:
    """The rules that have a file of their own, and those that are data."""
    package = importlib.import_module(f"{rules_package.__name__}.{group}")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            here = [value for value in vars(loaded).values() if isinstance(value, Rule)]
            if len(here) != 1:
                raise TypeError(f"{loaded.__name__} should hold one rule, not {len(here)}")
            yield here[0]
    if data := field_rules(Path(package.__path__[0])):
        yield from data.made(group)


def review(
    design: Design,
    toolkit: Toolkit,
    *,
    on: date | None = None,
    rules: Iterable[Rule] | None = None,
) -> tuple[Finding, ...]:
    """Everything the rules say of a design, heaviest first, in the order of the groups.

    A pure function: the same design and toolkit give the same findings. `on` is the day by which
    the end of a waiver is judged; without it every waiver is in force.
    """
    chosen = all_rules().values() if rules is None else rules
    found = [finding for rule in chosen for finding in rule.findings(design, toolkit)]
    waived = [_waived(finding, design.waivers, on) for finding in found]
    return tuple(sorted(waived, key=lambda finding: SEVERITIES.index(finding.severity)))


def _waived(finding: Finding, waivers: tuple[Waiver, ...], on: date | None) -> Finding:
    for waiver in waivers_of(finding, waivers):
        if in_force(waiver, on):
            return replace(finding, waiver=waiver)
    return finding


def waivers_of(finding: Finding, waivers: Iterable[Waiver]) -> list[Waiver]:
    """What was written to set a finding aside, in force or not; first what stands at its path."""
    of_it = [w for w in waivers if w.rule == finding.rule and finding.is_at(w.element)]
    return sorted(of_it, key=lambda waiver: waiver.element != finding.path)


def in_force(waiver: Waiver, on: date | None) -> bool:
    """Whether a waiver counts: it gives a reason and an end, and the end has not passed."""
    if not waiver.why or waiver.until is None:
        return False
    return on is None or on <= waiver.until


@dataclass(frozen=True)
class Summary:
    """How many findings ask for what. It holds no score: findings don't add up to one."""

    severities: Mapping[Severity, int]
    remedies: Mapping[Remedy, int]
    waived: int

    @property
    def heaviest(self) -> Remedy | None:
        """The heaviest consequence that a finding in force asks for."""
        return next((remedy for remedy in REMEDIES if self.remedies[remedy]), None)


def summarised(findings: Iterable[Finding]) -> Summary:
    """Counts of the findings in force, and of those set aside."""
    found = list(findings)
    standing = [finding for finding in found if finding.waiver is None]
    severities = Counter(finding.severity for finding in standing)
    remedies = Counter(finding.remedy for finding in standing)
    return Summary(
        severities={severity: severities[severity] for severity in SEVERITIES},
        remedies={remedy: remedies[remedy] for remedy in REMEDIES},
        waived=len(found) - len(standing),
    )
