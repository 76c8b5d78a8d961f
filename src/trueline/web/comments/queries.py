"""Reading the comments on a document: all at once, then by the place that they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from trueline.reports.labels import place_label
from trueline.web.comments.models import Comment, Mention
from trueline.web.documents.models import DocumentRecord, Revision
from trueline.web.documents.store import document_in
from trueline.web.documents.workspace import Workspace


@dataclass(frozen=True)
class Thread:
    """A comment and its replies, oldest first."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.first.address

    @property
    def is_open(self) -> bool:
        return self.first.resolved is None

    @property
    def all(self) -> list[Comment]:
        return [self.first, *self.replies]

    def holds(self, words: str) -> bool:
        """Whether every word is in its texts or in the name of an author."""
        text = " ".join(
            f"{comment.text} {comment.quote} {comment.who}" for comment in self.all
        ).casefold()
        return all(word in text for word in words.casefold().split())


def comments_by_address(record: DocumentRecord) -> dict[str, list[Thread]]:
    """Every thread of a document by the address it speaks of, "" for the whole. Two queries."""
    by_address: dict[str, list[Thread]] = {}
    for thread in threads(record):
        by_address.setdefault(thread.address, []).append(thread)
    return by_address


def threads(record: DocumentRecord) -> list[Thread]:
    """Every thread of a document, oldest first. Two queries."""
    mentions = Mention.objects.select_related("user").order_by("user__name", "user__email")
    comments = (
        Comment.objects.filter(document=record)
        .select_related("author", "resolved_by")
        .prefetch_related(Prefetch("mention_set", mentions))
    )
    by_first: dict[int, Thread] = {}
    replies: list[Comment] = []
    for comment in comments:
        if comment.parent_id is None:
            by_first[comment.pk] = Thread(comment)
        else:
            replies.append(comment)
    for reply in replies:
        by_first[reply.parent_id].replies.append(reply)
    return list(by_first.values())


def in_order_of_places(threads: Iterable[Thread]) -> list[Thread]:
    """Threads on the whole document first, then those on each place together, oldest place first."""
    places: dict[str, list[Thread]] = {"": []}
    for thread in threads:
        places.setdefault(thread.address, []).append(thread)
    return [thread for place in places.values() for thread in place]


@dataclass(frozen=True)
class PlaceThreads:
    """A place and the threads on it. `exists`: whether the place still stands in the document; `url`
    leads to it, where a page has put it in.
    """

    address: str
    title: str
    exists: bool
    threads: list[Thread]
    url: str = ""


def by_place(workspace: Workspace, threads: Iterable[Thread]) -> list[PlaceThreads]:
    """Threads by place: the whole document first, then the newest, what was removed last.

    What was removed is called by the name it had when it was spoken of. At most two queries.
    """
    places: dict[str, list[Thread]] = {}
    for thread in threads:
        places.setdefault(thread.address, []).append(thread)
    labels = {
        address: place_label(workspace.document, address, workspace.toolkit) for address in places
    }
    gone = {a: places[a][0].first for a, label in labels.items() if a and not label.exists}
    names = _names_then(workspace, gone)
    every = [
        PlaceThreads(address, names.get(address) or labels[address].text, address not in gone, each)
        for address, each in places.items()
    ]
    return sorted(every, key=lambda place: (bool(place.address), not place.exists))


def _names_then(workspace: Workspace, gone: dict[str, Comment]) -> dict[str, str]:
    """The names that places now gone had when they were first spoken of."""
    if not gone:
        return {}
    saves = list(workspace.record.revisions.order_by("number").values_list("at", "pk"))
    then = {
        address: max((pk for at, pk in saves if at <= comment.at), default=saves[0][1])
        for address, comment in gone.items()
    }
    revisions = Revision.objects.select_related("document", "snapshot").in_bulk(set(then.values()))
    labels = {
        address: place_label(document_in(revisions[pk]), address, workspace.toolkit)
        for address, pk in then.items()
    }
    return {address: label.text for address, label in labels.items() if label.exists}
