"""The guided interview: one question a screen, in the toolkit's order, to be left at any time.

Each screen asks for one field, of the first element of a list where it stands in one. What was
answered stands in the document at once, so there is nothing to finish and nothing to lose. A kind
says which screens it has; one that does not is asked for each field of its own, and for one element
of each list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from trueline.document import Document, Kind, Part, element_address, resolve
from trueline.document.field_spec import field_specs, form_fields
from trueline.document.fields import is_empty
from trueline.web.documents.cards import NEVER_ASKED
from trueline.web.documents.kind_pages import Screen
from trueline.web.documents.workspace import Workspace

ASKED_BEFORE = NEVER_ASKED | {"title", "language"}
"""Questions asked when a document is begun."""


@dataclass(frozen=True)
class Target:
    """The target of a screen's answer: the part at `address`, or a new element in the list `to`."""

    address: str = ""
    to: str = ""
    part: Part | None = None


@dataclass(frozen=True)
class Interview:
    """The screens about one document."""

    workspace: Workspace

    @property
    def document(self) -> Document:
        return self.workspace.document

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        return self.workspace.pages.screens or tuple(_usual_screens(self.workspace.kind))

    def screen_named(self, slug: str) -> Screen | None:
        return next((screen for screen in self.screens if screen.slug == slug), None)

    def url(self, screen: Screen) -> str:
        return reverse("workspace:interview", args=[self.workspace.record.pk, screen.slug])

    def target_of(self, screen: Screen) -> Target | None:
        """The target of the answer; None where it would stand in something that is not there yet."""
        document = self.document
        if not screen.in_list:
            return Target(address=screen.place, part=resolve(document, screen.place))
        holder, _slash, inner = screen.place.rpartition("/")
        address = ""
        if holder:
            first = next(iter(resolve(document, holder)), None)
            if first is None:
                return None
            address = element_address("", holder, first)
        to = f"{address}.{inner}" if address else inner
        element = next((each for each in resolve(document, to) if _fits(each, screen)), None)
        if element is not None:
            return Target(address=element_address(address, inner, element), part=element)
        return None if screen.follows else Target(to=to)

    def around(self, screen: Screen) -> tuple[Screen | None, Screen | None]:
        """The screen before and after, passing over those that have nowhere to put an answer."""
        place = self.screens.index(screen)
        before = (each for each in reversed(self.screens[:place]) if self.target_of(each))
        after = (each for each in self.screens[place + 1 :] if self.target_of(each))
        return next(before, None), next(after, None)

    def passed_over(self, screen: Screen) -> list[tuple[Screen, Screen]]:
        """The screens right before this one that were left out, each with the one it hangs on."""
        left_out: list[tuple[Screen, Screen]] = []
        for each in reversed(self.screens[: self.screens.index(screen)]):
            if self.target_of(each) is not None:
                break
            if (needed := self._needed_by(each)) is not None:
                left_out.insert(0, (each, needed))
        return left_out

    def _needed_by(self, screen: Screen) -> Screen | None:
        """The screen whose answer creates the element that this one is about."""
        if screen.needs:
            return self.screen_named(screen.needs)
        place = screen.place if screen.follows else screen.place.rpartition("/")[0]
        earlier = (
            each
            for each in reversed(self.screens[: self.screens.index(screen)])
            if each.place == place and not each.follows and each.fixed == screen.fixed
        )
        return next(earlier, None)

    def connected(self, document: Any) -> Any:
        """The document with its interview answers linked, as its kind does that."""
        connects = self.workspace.pages.connects
        return connects(document) if connects else document

    def open_screen(self) -> Screen | None:
        """The first screen that nothing was answered on: where the interview is gone on with."""
        return next((screen for screen in self.screens if self._is_open(screen)), None)

    def _is_open(self, screen: Screen) -> bool:
        target = self.target_of(screen)
        if target is None:
            return False
        return all(is_empty(getattr(target.part, name, None)) for name in screen.fields)


def _fits(element: Part, screen: Screen) -> bool:
    return all(getattr(element, name) == value for name, value in screen.fixed)


def _usual_screens(kind: Kind[Document]) -> Iterator[Screen]:
    """A screen for each field of the document itself, and for the first element of each list."""
    for name, spec in form_fields(kind.model).items():
        if name not in ASKED_BEFORE and not spec.is_part:
            slug = name.replace("_", "-")
            yield Screen(slug, spec.label, "", kind.model, (name,), in_list=False)
    for address in (name for step in kind.steps for name in step.lists if step.slug != "review"):
        listed = field_specs(kind.model).get(address)
        if listed is not None and not listed.kinds:
            names = tuple(name for name in form_fields(listed.base) if name not in NEVER_ASKED)
            slug = address.replace("_", "-")
            yield Screen(slug, listed.label, address, listed.base, names)
