"""How many faults the review notices that were written by people who had not seen its rules.

Twelve sets lie in `faults/`: two of sixty, one of 47, one of 83 in four designs of its own, one of 63
in words alone, one of sixty with twenty decoys, one of forty in three designs of other fields, one of
twenty, one of 89 with thirty good sentences, one of sixty in fifteen kinds with 25, one of 36 with
twelve, and one of 39 with fifteen. Each fault changes one thing in a worked example or in a design
beside them, and decoys are such as a good reviewer leaves alone. A fault is noticed where the review of
the changed design says something new at its address, in one of its sorts: a rule that spoke there
before, and now only quotes other words, does not count. When they were tried first, 39 of the first
sixty were noticed, 35 of the second and 30 of the 47: there all twelve that arithmetic tells, eight of
nine categories, three of four in the logic, and seven of 22 in words. Of the fourth set 49 of 83 were
noticed at first, 30 of its 63 in words; of the fifth 31 of 63. The authors of these three knew which
kinds there are, and of the fifth the rules too. Of the sixth, whose author knew the titles of the
rules, 44 of 60; of the seventh and eighth, by the same hand and as oblique as could be, 21 of 40 and 10
of 20. Of the ninth, whose author had weighed the others’ texts by what they name, 57 of 89. Of the
tenth, written without a look at the lists, 50 of 60, and three of its good texts were flagged, one of
them with reason; of the eleventh, by the same hand and on the kinds that were missed, 25 of 36 before
these were mended, and 29 after, before its misses were looked at; of the twelfth, by the same hand and
oblique again, 27 of 39, and one good text was flagged. Rules that are mended after a look at a set make
its figure say less; what new faults would meet, only new faults show.
"""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from trueline.design import parse_design
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

FAULTS = Path(__file__).parent / "faults"
DESIGNS = (FAULTS / "designs", Path("examples"))
DECOY = "decoy"


def main() -> None:
    """Print how many of each set, group and language are noticed, and what is not."""
    for path in sorted(FAULTS.glob("*.yaml")):
        _print(path.stem, yaml.load(path.read_text(), yaml.CSafeLoader))


def _print(name: str, faults: list[dict[str, Any]]) -> None:
    noticed: dict[str, Counter[bool]] = defaultdict(Counter)
    missed = []
    for fault in faults:
        is_noticed = any(_speaks_of(fault, finding) for finding in _new_findings(fault))
        for row in (fault["group"], f"in {fault['language']}"):
            if row == fault["group"] or fault["group"] != DECOY:
                noticed[row][is_noticed] += 1
        if is_noticed == (fault["group"] == DECOY):
            missed.append(f"  {fault['name']}: {fault['expect']}")
    print(f"The {name} set, noticed of all:")
    for row, counts in sorted(noticed.items()):
        print(f"  {row:12} {counts[True]:3} of {counts.total()}")
    print("Not noticed, or a decoy that was complained of:", *missed, sep="\n")


def _new_findings(fault: dict[str, Any]) -> Iterator[Finding]:
    """What the review says of the changed design, and not of what it was made from."""
    base = _base(fault["base"])
    known = Counter(_key(finding) for finding in _review(base))
    for finding in _review(_changed(base, fault)):
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        elif finding.rule not in fault.get("not_by", ()):
            yield finding


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.path


def _speaks_of(fault: dict[str, Any], finding: Finding) -> bool:
    if "sort" in fault and finding.sort not in fault["sort"]:
        return False
    if "by" in fault and finding.rule not in fault["by"]:
        return False
    places = (finding.path, *finding.also_at)
    return any(
        place == address or (address and place.startswith((f"{address}.", f"{address}[")))
        for place in places
        for address in fault["at"]
    )


def _base(name: str) -> dict[str, Any]:
    path = next(path for folder in DESIGNS if (path := folder / f"{name}.yaml").exists())
    design: dict[str, Any] = yaml.load(path.read_text(), yaml.CSafeLoader)
    return design


def _changed(base: dict[str, Any], fault: dict[str, Any]) -> dict[str, Any]:
    design = copy.deepcopy(base)
    for address, value in fault.get("set", {}).items():
        element, _, field = address.rpartition(".")
        _element(design, element)[field] = value
    for name, elements in fault.get("add", {}).items():
        design.setdefault(name, []).extend(elements)
    for address in fault.get("remove", ()):
        design[address.partition("[")[0]].remove(_element(design, address))
    return design


def _element(design: dict[str, Any], address: str) -> Any:
    """The design itself, one of its sections, or an element of a list by its id or kind."""
    name, _, wanted = address.rstrip("]").partition("[")
    if not name:
        return design
    if not wanted:
        return design.setdefault(name, {})
    return next(each for each in design[name] if each.get("id", each.get("kind")) == wanted)


def _review(plain: dict[str, Any]) -> tuple[Finding, ...]:
    loaded = parse_design(yaml.dump(plain, Dumper=yaml.CSafeDumper), "fault.yaml")
    return tuple(each for each in review(loaded.document, load_toolkit()) if each.waiver is None)


if __name__ == "__main__":
    main()
