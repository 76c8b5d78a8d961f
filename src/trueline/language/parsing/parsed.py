"""The outcome of reading a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Parsed(Generic[T]):
    """A text, and each thing that it can mean; the most usual first, and none taken for granted."""

    text: str
    readings: tuple[T, ...] = ()

    @property
    def value(self) -> T | None:
        """The value, where the text can mean one thing only."""
        return self.readings[0] if len(self.readings) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether somebody has to say which of several things is meant."""
        return len(self.readings) > 1


def parsed(text: str, readings: Iterable[T]) -> Parsed[T]:
    """A text with its readings, each once."""
    return Parsed(text, tuple(dict.fromkeys(readings)))
