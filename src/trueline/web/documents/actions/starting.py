"""Beginning a document: from a blank page, a worked example, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trueline.document import Document, Kind, kind_named, load_any
from trueline.web.accounts.access import reachable
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord
from trueline.web.examples import example_files


@dataclass(frozen=True)
class Example:
    """A worked example: the name of its file, and the document in it."""

    name: str
    document: Document


def examples(kind: str) -> list[Example]:
    """The worked examples of a kind that this installation has."""
    files = example_files(kind_named(kind).package)
    every = (_example(path, path.stat().st_mtime) for path in files)
    return [example for example in every if example.document.kind == kind]


@lru_cache(maxsize=64)
def _example(path: Path, changed: float) -> Example:
    """Read once, until the file changes."""
    return Example(path.stem, load_any(path).document)


def start_blank(
    *, by: User, organisation: Organisation, kind: Kind[Document], title: str, language: str | None
) -> DocumentRecord:
    """A document that holds its title, and says in which language it is written."""
    document = kind.model(title=title, language=language)
    return store.create(by=by, organisation=organisation, document=document, origin="blank")


def start_from_example(
    *, by: User, organisation: Organisation, kind: Kind[Document], name: str
) -> DocumentRecord:
    """A copy of a worked example, to be changed at will."""
    document = next(each.document for each in examples(kind.name) if each.name == name)
    return store.create(by=by, organisation=organisation, document=document, origin="example")


def start_from_file(
    *, by: User, organisation: Organisation, document: Document, origin: str = "file"
) -> DocumentRecord:
    """A document that somebody brings along, or what was made of another program's file."""
    return store.create(by=by, organisation=organisation, document=document, origin=origin)


def start_as_copy(
    *, by: User, organisation: Organisation, of: DocumentRecord, title: str
) -> DocumentRecord:
    """A copy of a document as it is now, under a title of its own; it has a history of its own."""
    document = store.document_of(of).model_copy(update={"title": title})
    origin = "template" if of.is_template else "copy"
    return store.create(by=by, organisation=organisation, document=document, origin=origin)


def templates_for(user: User, kind: str) -> list[DocumentRecord]:
    """The templates of somebody's organisations to begin with, by title. One query."""
    offered = DocumentRecord.objects.filter(kind=kind, is_template=True, archived=None)
    reached = reachable(offered, user).select_related("organisation")
    return list(reached.defer("content").order_by("title", "pk"))
