"""Kinds of document: what each is called, what it holds, and on which pages it is worked on.

A kind is declared and registered once, beside its model; `trueline.kinds` imports them all. Whatever
else belongs to it is found by its name, below the package that it says: its rules in
`review/rules/<name>`, what leaves of it in `reports/<name>/exports`, what its pages add in
`web/<name>s/pages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Generic

from trueline.document.address import parse_address
from trueline.document.document import D, Document
from trueline.document.upgrades import Upgrade
from trueline.language import label


@dataclass(frozen=True)
class Labels:
    """The words of pages on a kind, in English, for the catalogues to translate."""

    singular: str
    plural: str
    untitled: str
    whole: str
    begin: str
    the_document: str
    none_yet: str
    """Says what a document of the kind is, where a list of them is empty."""


@dataclass(frozen=True)
class Step:
    """A page of the workspace.

    `lists` are the lists of the document that it shows, as addresses; `part` the address of a part
    whose own fields it shows, "" for the document itself; `sections` the sections of the toolkit whose
    questions all stand beside it, after those that its fields answer. `page` names the address of a
    page of its own, "" where the usual one serves.
    """

    slug: str
    title: str
    about: str
    lists: tuple[str, ...] = ()
    part: str | None = None
    sections: tuple[str, ...] = ()
    page: str = ""

    @property
    def label(self) -> str:
        """Its label, in the reader's language and by the organisation's own names."""
        return label(self.title)


LAST_STEPS = (
    Step(
        "review",
        "Review",
        "What a colleague who knows the toolkit would say.",
        ("next_steps", "waivers"),
        page="review",
    ),
    Step(
        "share",
        "Share and export",
        "Hand it to others: a link to a fixed version, or a file.",
        page="share",
    ),
)
"""Steps that every document ends with."""


@dataclass(frozen=True)
class Facts:
    """The fields of a kind that tell its documents apart in a list, by name; "" where it has none."""

    countries: str = ""
    phase: str = ""
    lead: str = ""
    start: str = ""
    end: str = ""


PACKAGE = "trueline"
"""The packages of what belongs to a kind, unless the kind says otherwise."""


@dataclass(frozen=True)
class Kind(Generic[D]):
    """A kind of document. Its steps stand in the order in which they are worked on.

    `package` is where its rules, exports and pages are found; `facts` are what lists show of each
    document. Of the toolkit's questions, those whose `applies` names `asks` are asked of the whole
    document.
    """

    name: str
    model: type[D]
    labels: Labels
    steps: tuple[Step, ...]
    upgrades: Mapping[int, Upgrade] = field(default_factory=lambda: MappingProxyType({}))
    package: str = PACKAGE
    facts: Facts = Facts()
    asks: str = "programme"

    @property
    def version(self) -> int:
        """The version of the form that this kind has now."""
        return int(self.model.model_fields["schema_version"].default)

    def step(self, slug: str) -> Step | None:
        """The step of this name."""
        return next((step for step in self.steps if step.slug == slug), None)

    def step_of(self, address: str) -> Step:
        """The step on which a place is shown; a place of the whole document on the first."""
        names = [step if isinstance(step, str) else step[0] for step in parse_address(address)]
        if not names:
            return self.steps[0]
        if names[0] == "answers":
            return self.step("review") or self.steps[0]
        by_list = self._by_list
        own_step = by_list.get(names[0]) or by_list.get(".".join(names[:2]))
        return own_step or next(
            (step for step in self.steps if step.part == names[0]), self.steps[0]
        )

    @cached_property
    def _by_list(self) -> dict[str, Step]:
        return {name: step for step in self.steps for name in step.lists}


_registered: dict[str, Kind[Document]] = {}


def register(kind: Kind[D]) -> Kind[D]:
    """Let a kind be known, and give it back."""
    if kind.name != kind.model.kind:
        raise ValueError(f"The kind {kind.name} has a model of the kind {kind.model.kind!r}.")
    _registered[kind.name] = kind  # type: ignore[assignment]
    return kind


def unregister(name: str) -> None:
    """Forget a kind again, as tests do."""
    del _registered[name]


def kinds() -> tuple[Kind[Document], ...]:
    """Every registered kind, by name, whichever was imported first."""
    return tuple(_registered[name] for name in sorted(_registered))


def kind_named(name: str) -> Kind[Document]:
    """The kind of this name. Raises KeyError."""
    return _registered[name]


def kind_of(document: Document) -> Kind[Document]:
    """The kind that a document is of. Raises KeyError."""
    return _registered[document.kind]


def module_of(kind: str, path: str) -> ModuleType | None:
    """A kind's own module at a path, such as `reports.{kind}.exports`; None without it."""
    package = _registered[kind].package if kind in _registered else PACKAGE
    name = f"{package}.{path.format(kind=kind)}"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name and f"{name}.".startswith(f"{error.name}."):
            return None
        raise
