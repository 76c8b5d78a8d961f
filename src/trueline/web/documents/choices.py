"""Choices by which a page can be narrowed, as its form offers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """Values of one parameter of the address with their labels; `any` stands for all of them."""

    name: str
    title: str
    any: str
    options: Sequence[tuple[str, str]]
    chosen: str
