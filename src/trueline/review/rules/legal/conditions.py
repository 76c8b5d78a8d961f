"""Conditions that field rules name, where a rule matters by more than its element's own fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from trueline.document import Part
from trueline.legal import LegalReview

Condition = Callable[[LegalReview, Part], bool]


def real_country(review: LegalReview, part: Part) -> bool:
    """The country is not made up, so that it and its neighbours have codes."""
    return not review.invented


CONDITIONS: Mapping[str, Condition] = MappingProxyType({"real-country": real_country})
"""By the names that field rules call them."""
