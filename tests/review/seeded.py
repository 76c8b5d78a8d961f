"""Break good designs in known ways, and see whether the review says so, there, and little else.

    python -m tests.review.seeded              every fault on every example
    python -m tests.review.seeded logic        the faults whose rule's name holds “logic”

A fault counts as found when the rule that should notice speaks at the address that was broken and
did not before. Beside it, one other new finding is allowed.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.review import faults as package
from tests.review.seeding import FAULTS, Fault
from trueline.design import Design, load_design
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Trial:
    """One fault on one example: whether it was found, and what else was said."""

    fault: Fault
    example: str
    found: bool
    others: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        return self.found and len(self.others) <= 1


@cache
def all_faults() -> tuple[Fault, ...]:
    """Every registered fault."""
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return tuple(FAULTS)


@cache
def examples() -> dict[str, Design]:
    """The worked examples and a small design, by their file's name."""
    paths = [*sorted(EXAMPLES.glob("*.yaml")), Path(__file__).with_name("small.yaml")]
    return {path.stem: load_design(path).document for path in paths}


def trials(only: str = "") -> Iterator[Trial]:
    """Each fault on each example that can be broken so."""
    for name, design in examples().items():
        before = _said(design)
        for fault in all_faults():
            broken = fault.seed(design) if only in fault.rule else None
            if broken and not any(_is_meant(finding, fault, broken[1]) for finding in before):
                yield _tried(fault, name, *broken, before)


def _tried(
    fault: Fault, name: str, broken: Design, address: str, before: tuple[Finding, ...]
) -> Trial:
    known = {(finding.rule, _places(finding)) for finding in before}
    new = [finding for finding in _said(broken) if (finding.rule, _places(finding)) not in known]
    meant = [finding for finding in new if _is_meant(finding, fault, address)]
    others = tuple(finding for finding in new if finding not in meant)
    return Trial(fault, name, bool(meant), others)


def _is_meant(finding: Finding, fault: Fault, address: str) -> bool:
    return finding.rule == fault.rule and finding.is_at(address)


def _places(finding: Finding) -> frozenset[str]:
    return frozenset([finding.path, *finding.also_at])


def _said(design: Design) -> tuple[Finding, ...]:
    return review(design, load_toolkit())


def main(only: str = "") -> int:
    """Print a table of the faults; the exit code says whether any was missed or drew a crowd."""
    found = list(trials(only))
    faults = [fault for fault in all_faults() if only in fault.rule]
    table = Table("Fault", "Rule", "Designs", "Found", "Other findings, at most", box=None)
    for fault in faults:
        own = [trial for trial in found if trial.fault is fault]
        table.add_row(
            fault.breaks,
            fault.rule,
            str(len(own)),
            str(sum(t.found for t in own)),
            str(max((len(t.others) for t in own), default=0)),
        )
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    for trial in found:
        if not trial.passed:
            console.print(f"{trial.example}: {trial.fault.breaks}", markup=False)
            for finding in trial.others:
                console.print(f"    {finding.rule}  {finding.path}", markup=False)
    met = {trial.fault.breaks for trial in found}
    recall = sum(trial.found for trial in found)
    console.print(
        f"{len(faults)} faults, {len(met)} of them on {len(examples())} designs: {len(found)} "
        f"trials, {recall} found ({recall / max(len(found), 1):.0%}), "
        f"{sum(not trial.passed for trial in found)} not as they should be"
    )
    return 0 if found and all(trial.passed for trial in found) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
