"""What became of a mutant."""

from __future__ import annotations

from dataclasses import dataclass

from tests.review.equivalent import EQUIVALENT


@dataclass(frozen=True)
class Outcome:
    """`module` is where it was made: a module of the review, or the id of a rule that is data."""

    module: str
    label: str
    noticed: bool

    @property
    def is_equivalent(self) -> bool:
        return (self.module, self.label) in EQUIVALENT


def is_called(name: str, words: str) -> bool:
    """Whether a rule's id or a module's name holds these words, written as either is."""
    return words.replace("-", "_") in name.replace("-", "_")


def short(module: str) -> str:
    """The module's name within the review."""
    return module.removeprefix("trueline.review.").removeprefix("rules.")
