"""How plans and legal reviews are broken: a line, a field or a list of them at a time.

Unlike designs they are lists of like lines, so that most faults are told by the list, the field
and what makes a line fit for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from tests.review.seeding import FAULTS, Fault, cleared, without_answers
from trueline.document import Document, add_element, element_address, resolve, set_field, set_fields
from trueline.document.fields import extra
from trueline.legal import LegalReview
from trueline.legal.checklist import instrument_of, treaty_values
from trueline.toolkit.ratifications import load_register

D = TypeVar("D", bound=Document)


class FaultsOf:
    """Registers faults of one kind of document."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def fault(self, rule: str, breaks: str) -> Callable[[Callable[[Any], Any]], None]:
        """Register a function, as `seeding.fault` does for designs."""

        def registered(seed: Callable[[Any], Any]) -> None:
            FAULTS.append(Fault(rule, breaks, seed, self.kind))

        return registered

    def empty(self, rule: str, breaks: str, address: str) -> None:
        """Register: a field of the document is emptied, and the answer taken out that says the same."""

        @self.fault(rule, breaks)
        def seed(document: Document) -> tuple[Document, str]:
            return without_its_answer(emptied(document, address), address), address

    def change(self, rule: str, breaks: str, address: str, value: Any) -> None:
        """Register: a field of the document is set to a value."""

        @self.fault(rule, breaks)
        def seed(document: Document) -> tuple[Document, str]:
            return set_field(document, address, value), address

    def line(
        self, rule: str, breaks: str, holder: str, field: str, value: Any = None, /, **where: Any
    ) -> None:
        """Register: in the first line that fits, a field is set; emptied where no value is given."""
        self.lines(rule, breaks, holder, {field: value}, field, **where)

    def lines(
        self,
        rule: str,
        breaks: str,
        holder: str,
        values: Mapping[str, Any],
        at: str = "",
        /,
        **where: Any,
    ) -> None:
        """Register: in the first line that fits, several fields are set. `at` is where it is told."""

        @self.fault(rule, breaks)
        def seed(document: Document) -> tuple[Document, str] | None:
            for element in getattr(document, holder):
                if all(_fits(getattr(element, name), like) for name, like in where.items()):
                    address = element_address("", holder, element)
                    for name, value in values.items():
                        place = f"{address}.{name}"
                        empty = value is None
                        document = (
                            cleared_line(document, place)
                            if empty
                            else set_field(document, place, value)
                        )
                    return document, f"{address}.{at}" if at else address
            return None

    def added(
        self, rule: str, breaks: str, holder: str, values: Mapping[str, Any], at: str = ""
    ) -> None:
        """Register: a line is added."""

        @self.fault(rule, breaks)
        def seed(document: Document) -> tuple[Document, str]:
            document, address = add_element(document, holder, dict(values))
            return document, f"{address}.{at}" if at else address


def _fits(value: object, like: object) -> bool:
    """Whether a field is as a line needs it: True and False stand for filled and empty."""
    if like is True or like is False:
        return bool(value) is like
    return value == like


def emptied(document: D, address: str) -> D:
    """With nothing in a field of the document or of one of its parts."""
    holder, _, name = address.rpartition(".")
    part = resolve(document, holder) if holder else document
    return cast("D", set_field(document, address, type(part).model_fields[name].get_default()))


def cleared_line(document: D, address: str) -> D:
    """With nothing in a field of a line."""
    return cast("D", cleared(cast("Any", document), address))


def without_its_answer(document: D, address: str) -> D:
    """Without the answer to the question that a field asks."""
    holder, _, name = address.rpartition(".")
    part = resolve(document, holder) if holder else document
    question = extra(type(part).model_fields[name], "asks")
    return cast("D", without_answers(cast("Any", document), [question])) if question else document


def in_a_real_country(review: LegalReview) -> LegalReview:
    """The same review under the code of a country of the register, so that its rules speak too.

    Chosen for being party to all sixteen treaties; nothing of it is said of that country anywhere.
    """
    register = load_register()
    treaties = [
        {
            **treaty_values(each.item, register.of("PE", instrument_of(each.item))),
            "confirmed": True,
            "reservations": "none",
        }
        for each in review.treaties
    ]
    looked_at = {each.treaty for each in review.incorporation}
    one = review.incorporation[0].model_dump(exclude_defaults=True)
    lines = [
        {
            **one,
            "id": f"of-{item}",
            "title": f"Taken in of {item}",
            "treaty": item,
            "quotation": f"Courts apply {item} as they do other law.",
            "practice": f"Two rulings named {item} in 2025.",
        }
        for item in (each["item"] for each in treaties)
        if item not in looked_at
    ]
    agreements = [
        {**each.model_dump(exclude_defaults=True), "country": "BO"} for each in review.agreements
    ]
    return set_fields(
        review,
        "",
        {
            "invented": False,
            "countries": ("PE",),
            "route": ("BO",),
            "treaties": treaties,
            "incorporation": (*review.incorporation, *lines),
            "agreements": agreements,
        },
    )
