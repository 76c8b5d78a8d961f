"""Plants each of many wordings of one fault, and says how many the review notices.

The wordings lie in `said/`, one a line, by language. `python -m tests.review.words.saying` prints
those that are missed, and decoys that are complained of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.review.seeded import examples
from trueline.design import Assumption, Design, Indicator, Link, Other, Result
from trueline.document import set_field, set_fields
from trueline.files import read_file
from trueline.review import review
from trueline.toolkit import load_toolkit

LANGUAGES = ("en", "fr", "es")
DECOYS = "decoys"


@dataclass(frozen=True)
class Wording:
    """One way to say a fault of a sort, or a decoy, which only looks like it."""

    sort: str
    language: str
    text: str
    fault: dict[str, Any]

    def is_noticed(self) -> bool:
        """Whether one of the rules that are to notice it says something of it and did not before."""
        good, broken = _planted(self)
        return bool(self._told(broken) - self._told(good))

    def _told(self, design: Design) -> frozenset[tuple[str, str, str]]:
        """What is said by the rules that are to notice it, or at its place as said badly."""
        rules, place = self.fault.get("rules"), self.fault.get("at", "")
        return frozenset(
            (finding.rule, finding.path, finding.message)
            for finding in _findings(design)
            if (finding.rule in rules if rules else finding.is_at(place))
            and (rules or finding.sort == "said-badly")
        )


def wordings() -> Iterator[Wording]:
    """All of them."""
    for path in sorted(Path(__file__).with_name("said").glob("*.yaml")):
        for fault in read_file(path).data:
            for language in (*LANGUAGES, DECOYS):
                for text in fault.get(language, "").splitlines():
                    yield Wording(fault["of"], language, text, fault)


@cache
def _findings(design: Design) -> Any:
    return review(design, load_toolkit())


def _planted(wording: Wording) -> tuple[Design, Design]:
    """The design without the wording, and with it."""
    fault, text = wording.fault, wording.text
    if "template" in fault:
        return _from_template(fault, fault["plain"]), _from_template(fault, text)
    good = examples()[fault.get("base", "identification-ghana-volta")]
    for address, value in fault.get("set", {}).items():
        good = set_field(good, address, value)
    if "paste" in fault:
        return good, _pasted(good, fault["paste"], text)
    if "assume" in fault:
        assumption = Assumption(id="planted", statement=text)
        return good, set_field(good, f"links[{fault['assume']}].assumptions", (assumption,))
    if "indicator" in fault:
        new = Indicator(
            id="planted", statement=text, measure="count", unit="", **fault["indicator"]
        )
        return good, set_field(good, "indicators", (*good.indicators, new))
    if "reword" in fault:
        values = {"statement": text, "definition": "", "numerator": "", "denominator": ""}
        return good, set_fields(good, f"indicators[{fault['reword']}]", values)
    if "cases" in fault:
        new = Indicator(id="planted", statement=text, measure="count", direction="up")
        plain = set_field(good, "indicators", ())
        return plain, set_field(plain, "indicators", (new,))
    if "activity" in fault:
        activity = Other(id="planted", title=text, **fault["activity"])
        return good, set_field(good, "activities", (*good.activities, activity))
    if "displacement" in fault:
        where = f"displacement[{fault['displacement']}]"
        good = set_fields(
            good, where, {"likelihood": "unlikely", "reasoning": "", "mitigation": ""}
        )
        return good, set_field(good, f"{where}.reasoning", text)
    if "effects" in fault:
        effect = fault["effects"].get(wording.language, fault["effects"]["en"])
        assumption = Assumption(id="a", statement=text)
        results = (
            Result(id="r", statement=effect, level="outcome"),
            Result(id="c", statement="Something before it", level="output"),
        )
        link = Link(id="l", cause="c", effect="r")
        fair = Assumption(id="a", statement="Buses run on school days, pay days and rainy days")
        plain = set_field(Design(results=results, links=(link,)), "links[l].assumptions", (fair,))
        return plain, set_field(plain, "links[l].assumptions", (assumption,))
    address = fault["at"]
    if "kind" in fault:
        activity = next(each for each in good.activities if each.kind == fault["kind"])
        address = f"activities[{activity.id}].{address}"
    return good, set_field(good, address, text)


def _from_template(fault: dict[str, Any], text: str) -> Design:
    """A small design that holds the text where the template says `{text}`."""
    return Design.model_validate_json(
        json.dumps(fault["template"]).replace('"{text}"', json.dumps(text))
    )


def _pasted(design: Design, addresses: list[str], text: str) -> Design:
    """The design with the text in several places, with a number of its own in each."""
    for number, address in enumerate(addresses, 1):
        design = set_field(design, address, text.replace("{n}", f"1.{number}"))
    return design


def main() -> None:
    """Print what is missed of each sort, and how many are noticed in all."""
    noticed: dict[tuple[str, str], list[bool]] = {}
    for wording in wordings():
        told = wording.is_noticed()
        key = (wording.sort, wording.language)
        noticed.setdefault(key, []).append(told)
        if told == (wording.language == DECOYS):
            print(f"{wording.sort} [{wording.language}]: {wording.text}")
    for sort in dict.fromkeys(sort for sort, _ in noticed):
        counts = [
            f"{language} {sum(noticed[sort, language])}/{len(noticed[sort, language])}"
            for language in (*LANGUAGES, DECOYS)
            if (sort, language) in noticed
        ]
        print(f"{sort:40} {'  '.join(counts)}")
    real = [told for (_, language), each in noticed.items() if language != DECOYS for told in each]
    print(f"{sum(real)} of {len(real)}")


if __name__ == "__main__":
    main()
