"""A rule: a function, and the docstring of its file.

A rule stands alone in `rules/<kind>/<group>/<rule_name>.py`, or under `rules/shared` where it holds
for every kind of document, unless it is data (see `field_rules`). The file's docstring says
everything that screens, the command line and the docs print about it: its first line is the title,
and then come paragraphs that begin with `Why:`, `Example:` and `Resolve:`. The function is decorated
with `rule`, takes a `RuleContext` and yields an `Observation` for each place where it fires.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic

from trueline.document.address import parts_of
from trueline.document.document import D
from trueline.document.fields import Part
from trueline.language import gettext
from trueline.language.term_types import Remedy, Severity, Sort
from trueline.review.finding import Finding, Observation
from trueline.review.reading import Reading, read
from trueline.toolkit import Toolkit


@dataclass(frozen=True)
class RuleContext(Generic[D]):
    """The input of a rule, and nothing else: no database, no clock, no network.

    `document` is as a reader takes it: a text that says nothing, such as “TBD”, is empty in it.
    `reading` has the document as it was written, and finds words in its texts. `data` are aggregates
    of what was measured, `related` other documents by kind. Both are empty unless given; rules that
    need them are then silent.
    """

    document: D
    toolkit: Toolkit
    data: Mapping[str, Any] = field(default_factory=dict)
    related: Mapping[str, Any] = field(default_factory=dict)
    reading: Reading[D] = field(default=None, repr=False)  # type: ignore[arg-type]

    def __post_init__(self) -> None:
        if self.reading is None:
            reading = read(self.document, self.toolkit.reading)
            object.__setattr__(self, "reading", reading)
            object.__setattr__(self, "document", reading.readable)

    @cached_property
    def parts(self) -> Sequence[tuple[str, Part]]:
        """Every part of the document with its address."""
        reading = self.reading
        return reading.parts if reading.readable is reading.written else [*parts_of(self.document)]


Check = Callable[[RuleContext[Any]], Iterator[Observation]]


@dataclass(frozen=True)
class About:
    """A rule in English: the texts that translations know it by."""

    title: str
    why: str
    example: str
    resolve: str


@dataclass(frozen=True)
class Rule:
    """A check and all that is said about it. `id` is `group.rule-name`."""

    id: str
    group: str
    sort: Sort
    severity: Severity
    remedy: Remedy
    refs: tuple[str, ...]
    about: About
    check: Check

    def __post_init__(self) -> None:
        if (self.sort, self.remedy) == ("not-said", "reconsider"):
            raise TypeError(f"{self.id}: an empty field can't ask to reconsider the approach")

    @property
    def title(self) -> str:
        """What it checks, in a line."""
        return gettext(self.about.title)

    @property
    def why(self) -> str:
        """The reason why that matters, with its sources."""
        return gettext(self.about.why)

    @property
    def example(self) -> str:
        """A design in which it speaks."""
        return gettext(self.about.example)

    @property
    def resolve(self) -> str:
        """What can be done about it."""
        return gettext(self.about.resolve)

    def findings(self, context: RuleContext[Any]) -> Iterator[Finding]:
        """The findings of the rule in a document."""
        for finding in self.check(context):
            yield Finding(
                rule=self.id,
                sort=finding.sort or self.sort,
                severity=finding.severity or self.severity,
                remedy=finding.remedy or self.remedy,
                path=finding.path,
                message=finding.message,
                why=self.why,
                refs=self.refs,
                next_step=finding.next_step,
                also_at=finding.also_at,
            )


def rule(
    *, sort: Sort, severity: Severity, remedy: Remedy, refs: tuple[str, ...]
) -> Callable[[Check], Rule]:
    """Make a function the rule of its file. `refs` are the places of the source it rests on."""

    def made(check: Check) -> Rule:
        _, group, name = check.__module__.rsplit(".", 2)
        doc = sys.modules[check.__module__].__doc__ or ""
        return Rule(
            id=f"{group}.{name.replace('_', '-')}",
            group=group,
            sort=sort,
            severity=severity,
            remedy=remedy,
            refs=refs,
            about=_about(doc, check.__module__),
            check=check,
        )

    return made


_PART = re.compile(r"^(Why|Example|Resolve):\s*", re.MULTILINE)


def _about(doc: str, module: str) -> About:
    title, *rest = _PART.split(doc)
    parts = {name.lower(): _flowed(text) for name, text in zip(rest[::2], rest[1::2], strict=True)}
    missing = {"why", "example", "resolve"} - parts.keys()
    if missing or not title.strip():
        raise TypeError(f"The docstring of {module} lacks: {', '.join(sorted(missing)) or 'title'}")
    return About(title=_flowed(title).rstrip("."), **parts)


def _flowed(text: str) -> str:
    return " ".join(text.split())
