"""Break good documents in known ways, and see whether the review says so, there, and little else.

    python -m tests.review.seeded              every fault on every example
    python -m tests.review.seeded logic        the faults whose rule's name holds “logic”
    python -m tests.review.seeded "" plan      the faults of plans

A fault counts as found when the rule that should notice speaks at the address that was broken and
did not before. Beside it, one other new finding is allowed.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.review import faults as package
from tests.review.faulty_lines import in_a_real_country
from tests.review.seeding import FAULTS, Fault
from trueline.design import DESIGN
from trueline.document import Document, Kind, load_document
from trueline.kinds import KINDS
from trueline.legal import LEGAL
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
DRAFTS = {"oresia-draft", "oresia-first-reading"}
"""Examples with faults of their own."""


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
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return tuple(FAULTS)


@cache
def examples(kind: str = DESIGN.name) -> dict[str, Any]:
    """The worked examples of a kind that can be broken, and a small one, by file's name."""
    documents = {path.stem: load_document(path, _kind(kind)).document for path in _files(kind)}
    if kind == LEGAL.name:
        documents["in a real country"] = in_a_real_country(documents["oresia-law"])
    return documents


def _files(kind: str) -> list[Path]:
    if kind == DESIGN.name:
        return [*sorted(EXAMPLES.glob("*.yaml")), HERE / "small.yaml"]
    finished = [
        path for path in sorted((EXAMPLES / f"{kind}s").glob("*.yaml")) if path.stem not in DRAFTS
    ]
    return [*finished, *HERE.glob(f"small_{kind}.yaml")]


def _kind(name: str) -> Kind[Any]:
    return next(kind for kind in KINDS if kind.name == name)


def every(fault: Fault, example: str) -> bool:
    """All faults on all examples."""
    return True


def trials(
    only: str = "", kind: str = "", keep: Callable[[Fault, str], bool] = every
) -> Iterator[Trial]:
    """Each fault that is kept on each example that can be broken so."""
    for own in [each.name for each in KINDS if kind in ("", each.name)]:
        for name, document in examples(own).items():
            before = _said(document)
            for fault in all_faults():
                if fault.kind != own or only not in fault.rule or not keep(fault, name):
                    continue
                broken = fault.seed(document)
                if broken and not any(_is_meant(finding, fault, broken[1]) for finding in before):
                    yield _tried(fault, name, *broken, before)


def _tried(
    fault: Fault, name: str, broken: Document, address: str, before: tuple[Finding, ...]
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


def _said(document: Document) -> tuple[Finding, ...]:
    return review(document, load_toolkit())


def main(only: str = "", kind: str = "") -> int:
    """Print a table of the faults; the exit code says whether any was missed or drew a crowd."""
    found = list(trials(only, kind))
    faults = [f for f in all_faults() if only in f.rule and kind in ("", f.kind)]
    table = Table("Fault", "Rule", "Documents", "Found", "Other findings, at most", box=None)
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
    for one in [each for each in KINDS if kind in ("", each.name)]:
        console.print(_summed(one, [each for each in faults if each.kind == one.name], found))
    return 0 if found and all(trial.passed for trial in found) else 1


def _summed(kind: Kind[Any], faults: list[Fault], found: list[Trial]) -> str:
    own = [trial for trial in found if trial.fault in faults]
    met = {trial.fault.breaks for trial in own}
    recall = sum(trial.found for trial in own)
    return (
        f"{kind.name}: {len(faults)} faults, {len(met)} of them on {len(examples(kind.name))} documents: "
        f"{len(own)} trials, {recall} found ({recall / max(len(own), 1):.0%}), "
        f"{sum(not trial.passed for trial in own)} not as they should be"
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
