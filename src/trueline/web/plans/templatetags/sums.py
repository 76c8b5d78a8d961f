"""Sums of money on the pages of a plan."""

from __future__ import annotations

from django import template

from trueline.document import Money
from trueline.language import money

register = template.Library()


@register.filter
def sum_in_words(sum_: Money) -> str:
    """An amount with its currency."""
    return money(sum_.amount, sum_.currency)
