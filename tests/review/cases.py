"""The cases of the rules, ready to be run many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.rules.test_cases import cases_file, document_in, given
from trueline.document import Document
from trueline.files import read_file
from trueline.review import Finding, Rule, review
from trueline.toolkit import load_toolkit


@dataclass(frozen=True)
class Case:
    """A document, and what the rule should find in it."""

    name: str
    document: Document
    expected: dict[str, Any]

    def holds(self, rule: Rule) -> bool:
        """Whether a review by this rule finds what the case says; one that breaks does not."""
        try:
            data, related = given(self.document, self.expected)
            found = review(self.document, load_toolkit(), rules=[rule], data=data, related=related)
        except Exception:
            return False
        return [f.path for f in found] == self.expected.get("at", []) and (
            not found or self._says_so(found[0])
        )

    def _says_so(self, first: Finding) -> bool:
        expected = self.expected
        return (
            all(words in first.message for words in expected.get("says", []))
            and expected.get("next", "") in first.next_step
            and expected.get("also_at", list(first.also_at)) == list(first.also_at)
            and expected.get("severity", first.severity) == first.severity
            and expected.get("sort", first.sort) == first.sort
            and expected.get("remedy", first.remedy) == first.remedy
        )


@cache
def cases_of(rule: Rule) -> tuple[Case, ...]:
    """Every case of a rule, of all three sorts."""
    data = read_file(cases_file(rule)).data
    return tuple(
        Case(case["name"], document_in(case), case)
        for sort in ("fails", "passes", "not_applicable")
        for case in data[sort]
    )
