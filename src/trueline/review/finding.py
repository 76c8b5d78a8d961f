"""The outcome of a review: pieces of advice, each about one place of a design."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trueline.document.address import element_address
from trueline.document.fields import Element
from trueline.document.responses import Waiver
from trueline.language.term_types import Remedy, Severity, Sort

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
REMEDIES: tuple[Remedy, ...] = ("reconsider", "modify", "add", "generate")
"""From the heaviest consequence to the lightest."""

SORTS: tuple[Sort, ...] = ("cannot-be", "said-badly", "not-said")
"""In the order in which they are read: what can't stand, what was said, what is still empty."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A rule's yield: where, what it means for this design, and what to do next.

    `path` is an element address such as `activities[training-1].mentoring`, or "" for the whole
    design. It never depends on the order of a list: what is said once of several elements stands
    at their list (see `shared_address`), or at the first in the order of the alphabet where the
    list has several such groups; `also_at` holds the addresses of the others. `remedy`,
    `severity` and `sort` differ from the rule's own only where the case is another.
    """

    path: str
    message: str
    next_step: str
    remedy: Remedy | None = None
    severity: Severity | None = None
    sort: Sort | None = None
    also_at: tuple[str, ...] = ()


def shared_address(addresses: Sequence[str], whole: str) -> tuple[str, tuple[str, ...]]:
    """`path` and `also_at` of what is said once of every element at `addresses`.

    One element is spoken of at its own address, several at `whole`, the address of their list. A
    waiver at either counts for both, so that it outlives an element that is added or removed.
    """
    return (addresses[0], (whole,)) if len(addresses) == 1 else (whole, tuple(addresses))


def address_of_all(
    holder: str, elements: Sequence[Element], field: str = ""
) -> tuple[str, tuple[str, ...]]:
    """`path` and `also_at` of what is said once of elements of a list, or of one field of each."""
    end = f".{field}" if field else ""
    return shared_address([f"{element_address('', holder, e)}{end}" for e in elements], holder)


@dataclass(frozen=True, slots=True)
class Finding:
    """An `Observation`, with what its rule says: why it matters and where the source says so.

    `waiver` is what the team wrote when it set the finding aside; it stays in the review.
    """

    rule: str
    sort: Sort
    severity: Severity
    remedy: Remedy
    path: str
    message: str
    why: str
    refs: tuple[str, ...]
    next_step: str
    waiver: Waiver | None = None
    also_at: tuple[str, ...] = ()

    def is_at(self, address: str) -> bool:
        """Whether a waiver at this address is about the finding."""
        return address == self.path or address in self.also_at

    @property
    def group(self) -> str:
        """The group of its rule, such as `justice`."""
        return self.rule.partition(".")[0]

    @property
    def place_to_act(self) -> str:
        """Where to begin to resolve it: at an element rather than at a list of several."""
        return self.also_at[0] if self.also_at and "[" not in self.path else self.path
