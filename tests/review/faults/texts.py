"""Faults in words: texts that say nothing where one said something."""

from __future__ import annotations

from tests.review.seeding import Broken, fault
from trueline.design import Design
from trueline.document import set_field


def _learning(rule: str, breaks: str, text: str) -> None:
    @fault(f"texts.{rule}", breaks)
    def seed(design: Design) -> Broken:
        if not design.evaluation.after_the_end:
            return None
        address = "evaluation.after_the_end"
        return set_field(design, address, text), address


_learning("placeholder", "a text is put off", "To be determined")
_learning("denial", "a text denies what is asked", "Aucun budget n’est prévu.")
_learning("promise-without-content", "a promise", "Se tomarán las medidas oportunas.")
_learning("yes-without-how", "a bare yes", "Yes")


@fault("texts.pasted-in-many-places", "one sentence stands in three places")
def pasted(design: Design) -> Broken:
    if len(design.behaviours) < 3:
        return None
    first, second, third, *_ = sorted(
        f"behaviours[{b.id}].trusted_sources" for b in design.behaviours
    )
    for address in (first, second, third):
        design = set_field(design, address, "People whom everybody here has known for years")
    return design, first


@fault("texts.assumption-repeats-its-effect", "an assumption repeats its effect")
def repeated(design: Design) -> Broken:
    statements = {result.id: result.statement for result in design.results}
    for link in design.links:
        for assumption in link.assumptions[1:]:
            address = f"links[{link.id}].assumptions[{assumption.id}].statement"
            return set_field(design, address, statements[link.effect]), address
    return None
