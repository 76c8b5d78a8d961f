"""Many patterns looked for at once in the sentences of a document.

A set of patterns is matched in one pass, as long as none of them spans a gap (`trained.*police`):
gaps would make the set remember too much. So a sign is taken apart at its gaps, all parts of all
signs are looked for at once, and the few signs whose parts are all there are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from trueline.lexicon.expression import NO_LETTER, composed

MEMORY = 64_000_000
"""Bytes that the parts of all signs may take together, compiled."""
GAP = ".*"


class Signs:
    """Compiled patterns, known by their numbers."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(patterns)

    def in_sentence(self, sentence: str) -> Iterator[int]:
        """The numbers of the patterns that stand in a sentence, in their order.

        Half a sign, which UTF-8 cannot hold, becomes a question mark.
        """
        text = composed(sentence).encode("utf-8", "replace").decode()
        present = self._parts.numbers_in(text)
        for number, ways in enumerate(self._ways):
            is_possible = any(way <= present for way in ways)
            if is_possible and self._whole(number).search(text):
                yield number

    def place(self, number: int, sentence: str) -> tuple[int, int] | None:
        """Where a pattern stands in a sentence."""
        match = self._whole(number).search(sentence)
        return match.span(1) if match else None

    def _whole(self, number: int) -> Any:
        compiled = self._compiled.get(number)
        if compiled is None:
            import re2

            compiled = self._compiled[number] = re2.compile(
                rf"(?:^|{NO_LETTER})({self.patterns[number]})(?:{NO_LETTER}|$)", _options()
            )
        return compiled

    @cached_property
    def _compiled(self) -> dict[int, Any]:
        return {}

    @cached_property
    def _parts(self) -> _PartSet:
        return _PartSet(
            dict.fromkeys(
                part
                for pattern in self.patterns
                for way in split_at(pattern, "|")
                for part in split_at(way, GAP)
            )
        )

    @cached_property
    def _ways(self) -> list[list[frozenset[int]]]:
        """For each pattern its alternatives, each as the parts that must be there."""
        numbers = self._parts.numbers
        return [
            [
                frozenset(numbers[part] for part in split_at(way, GAP))
                for way in split_at(pattern, "|")
            ]
            for pattern in self.patterns
        ]


class _PartSet:
    def __init__(self, parts: dict[str, None]) -> None:
        self.numbers = {part: number for number, part in enumerate(parts)}

    def numbers_in(self, text: str) -> frozenset[int]:
        return frozenset(self._set.Match(text) or ()) if self.numbers else frozenset()

    @cached_property
    def _set(self) -> Any:
        import re2

        compiled = re2.Set.SearchSet(_options())
        for part in self.numbers:
            compiled.Add(part)
        compiled.Compile()
        return compiled


def split_at(pattern: str, sign: str) -> list[str]:
    """A pattern parted where a sign stands outside of brackets and classes."""
    parts, depth, in_class, start, place = [], 0, False, 0, 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 2
            continue
        if in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif depth == 0 and pattern.startswith(sign, place):
            parts.append(pattern[start:place])
            place = start = place + len(sign)
            continue
        place += 1
    return [part for part in (*parts, pattern[start:]) if part]


def _options() -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = MEMORY
    return options
