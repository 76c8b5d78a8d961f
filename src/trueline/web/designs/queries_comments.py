"""Reading the comments on a design: all at once, then by the place that they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from trueline.design import Design
from trueline.toolkit import Toolkit
from trueline.web.accounts.models import User
from trueline.web.designs.models import Comment, DesignRecord, Revision
from trueline.web.designs.naming import named
from trueline.web.designs.store import design_in


@dataclass(frozen=True)
class Thread:
    """A comment and what was said in reply, oldest first."""

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


def comments_by_address(record: DesignRecord) -> dict[str, list[Thread]]:
    """Every thread of a design by the address it speaks of, "" for the whole. Two queries."""
    found: dict[str, list[Thread]] = {}
    for thread in threads(record):
        found.setdefault(thread.address, []).append(thread)
    return found


def threads(record: DesignRecord) -> list[Thread]:
    """Every thread of a design, oldest first. Two queries."""
    names = User.objects.only("name", "email")
    comments = (
        Comment.objects.filter(design=record)
        .select_related("author", "resolved_by")
        .prefetch_related(Prefetch("mentions", names, to_attr="named"))
    )
    found: dict[int, Thread] = {}
    replies: list[Comment] = []
    for comment in comments:
        if comment.parent_id is None:
            found[comment.pk] = Thread(comment)
        else:
            replies.append(comment)
    for reply in replies:
        found[reply.parent_id].replies.append(reply)
    return list(found.values())


@dataclass(frozen=True)
class Spoken:
    """A place and the threads on it. `there`: whether the place still stands in the design; `url`
    leads to it, where a page has put it in.
    """

    address: str
    title: str
    there: bool
    threads: list[Thread]
    url: str = ""


def by_place(
    record: DesignRecord, design: Design, toolkit: Toolkit, found: Iterable[Thread]
) -> list[Spoken]:
    """Threads by place: the whole design first, then the newest talk, what was removed last.

    What was removed is called by the name it had when it was spoken of. At most two queries.
    """
    places: dict[str, list[Thread]] = {}
    for thread in found:
        places.setdefault(thread.address, []).append(thread)
    gone = [address for address in places if address and not named(design, address, toolkit).there]
    names = _names_then(record, toolkit, {address: places[address][0].first for address in gone})
    spoken = [
        Spoken(address, names.get(address) or named(design, address, toolkit).text,
               address not in gone, threads)
        for address, threads in places.items()
    ]  # fmt: skip
    return sorted(spoken, key=lambda place: (bool(place.address), not place.there))


def _names_then(record: DesignRecord, toolkit: Toolkit, gone: dict[str, Comment]) -> dict[str, str]:
    """What places that are gone were called when they were first spoken of."""
    if not gone:
        return {}
    saves = list(record.revisions.order_by("number").values_list("at", "pk"))
    then = {
        address: max((pk for at, pk in saves if at <= comment.at), default=saves[0][1])
        for address, comment in gone.items()
    }
    revisions = Revision.objects.in_bulk(set(then.values()))
    return {
        address: found.text
        for address, pk in then.items()
        if (found := named(design_in(revisions[pk]), address, toolkit)).there
    }
