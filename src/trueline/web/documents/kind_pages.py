"""Additions of one kind to the pages that every kind has.

Found by the kind's name: `PAGES` in `web/<kind>s/pages.py`. A kind that has none does without.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from trueline.document import Part, Step
from trueline.document.kind import module_of

if TYPE_CHECKING:
    from trueline.web.accounts.models import Membership
    from trueline.web.accounts.roles import Permission


@dataclass(frozen=True)
class EmptyState:
    """The worth of filling a list, and how one entry of it might read."""

    why: str | Promise
    example: str | Promise


@dataclass(frozen=True)
class Screen:
    """A page of the interview: asks one `question`, for some fields of `model`.

    `place` is the part that the fields stand in, or the list whose first element has them; `fixed`
    fields are set without being asked. A screen that `follows` is shown only once an earlier one made
    the element; the others make one where there is none. `needs` is the screen whose answer it speaks
    of, where that stands at another place. `asks` is the question of the toolkit behind it, where its
    fields name none: its lessons stand beside.
    """

    slug: str
    question: str | Promise
    place: str
    model: type[Part]
    fields: tuple[str, ...]
    in_list: bool = True
    fixed: tuple[tuple[str, str], ...] = ()
    follows: bool = False
    asks: str = ""
    needs: str = ""


@dataclass(frozen=True)
class Importer:
    """Begins a document with a file of another program.

    `endings` are those of its files; `read` shows what was understood, or raises FileProblems.
    """

    endings: tuple[str, ...]
    help: str | Promise
    read: Callable[[HttpRequest, bytes, str, Membership], HttpResponse]


@dataclass(frozen=True)
class Becomes:
    """The element that a suggestion of the toolkit is added as: the list, the kind in it, and its button."""

    to: str
    kind: str
    act: str | Promise


@dataclass(frozen=True)
class Related:
    """Other documents that a review of one is given, by kind. `key` changes whenever they do.

    `names` are those that were looked for, whether they are there or not, as `name_of` puts them.
    """

    key: tuple[Hashable, ...] = ()
    documents: Mapping[str, Any] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def name_of(kind: str, title: str) -> str:
    """The key of a document that others name by its title: capitals and spaces make no difference."""
    return f"{kind}:{' '.join(title.split()).casefold()}"


Connector = Callable[[Any], Any]
"""From a document to the same with what an interview asked joined together."""
Resolver = Callable[[Any, Any, Any], str]
"""From a record, its document and a finding to an address."""


@dataclass(frozen=True)
class PageLink:
    """A further page of a document: its named address, what it is called, and the right it asks for."""

    name: str
    title: str | Promise = field(compare=False)  # a lazy text's hash differs by language
    permission: Permission = "read"


@dataclass(frozen=True)
class KindPages:
    """`empty_states` and `pickers` by the address of a list; a picker is a named address, and what
    its button says. `suggestions_become`: what is made of what the toolkit suggests to add.
    `resolvers` by the id of a rule lead to the control that resolves its finding, where that is not
    the field that it speaks of; "" where they know of none. `connects` joins what the interview asked,
    after each of its saves. `grids`: the columns that the table of a list begins with, by its address
    without keys. `pictures` of a workspace's step; `extra_chapter` is HTML that a chapter to be read
    begins with. `links` lead to further pages of a document; `related` gives a review, by the id of the
    organisation and a document, what else it needs. `of_organisation` are pages of all that an
    organisation has of the kind, each a named address and its title. `named_by_others`: the review of
    other documents is given those of this kind that they name.
    """

    empty_states: Mapping[str, EmptyState] = field(default_factory=dict)
    pickers: Mapping[str, tuple[str, str | Promise]] = field(default_factory=dict)
    screens: tuple[Screen, ...] = ()
    connects: Connector | None = None
    importers: tuple[Importer, ...] = ()
    suggestions_become: Becomes | None = None
    resolvers: Mapping[str, Resolver] = field(default_factory=dict)
    grids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: Callable[[Any, Step], Iterator[SafeString]] | None = None
    extra_chapter: Callable[[Any, Any, Step], SafeString] | None = None
    related: Callable[[Any, Any], Related] | None = None
    links: tuple[PageLink, ...] = ()
    of_organisation: tuple[tuple[str, str | Promise], ...] = ()
    named_by_others: bool = False


def pages_of(kind: str) -> KindPages:
    """The pages of this kind."""
    module = module_of(kind, "web.{kind}s.pages")
    pages: KindPages = module.PAGES if module else KindPages()
    return pages


def related_to(organisation: Any, document: Any) -> Related:
    """The documents of the same organisation that the review of a document needs besides it."""
    related = pages_of(document.kind).related
    return related(organisation, document) if related else Related()
