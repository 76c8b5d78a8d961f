"""Faults in words: what is written says something else than it should."""

from __future__ import annotations

from typing import Any

from tests.review.seeding import Broken, fault
from trueline.design import Design
from trueline.document import set_field, set_fields


def _in_activity(rule: str, breaks: str, kind: str, field: str, **values: Any) -> None:
    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        for activity in design.activities:
            if activity.kind == kind or not kind:
                where = f"activities[{activity.id}]"
                return set_fields(design, where, values), f"{where}.{field}"
        return None


_in_activity(
    "safety.personal-data",
    "a client is named",
    "",
    "partners",
    partners="With Nadia Volkova (née le 12.03.1994), victime.",
)
_in_activity(
    "safety.clients-speak-in-public",
    "survivors tell their stories",
    "awareness",
    "segments",
    segments="In every school survivors tell their stories to a class.",
)
_in_activity(
    "texts.contradicts-its-answer",
    "the gate is locked",
    "support",
    "free_to_leave",
    free_to_leave=True,
    standards="Los clientes no pueden salir sin autorización.",
)


@fault("indicators.words-of-another-category", "satisfaction as behaviour")
def satisfied(design: Design) -> Broken:
    for indicator in design.indicators:
        if indicator.measures == "behaviour" and not indicator.toolkit_id:
            where = f"indicators[{indicator.id}]"
            values = {"statement": "Part des participants satisfaits", "numerator": "Satisfaits"}
            return set_fields(design, where, values), f"{where}.measures"
    return None


@fault("indicators.attribution-claimed", "a result is put down to the programme")
def attributed(design: Design) -> Broken:
    for result in design.results:
        where = f"results[{result.id}].statement"
        return set_field(design, where, f"{result.statement}, thanks to the project"), where
    return None
