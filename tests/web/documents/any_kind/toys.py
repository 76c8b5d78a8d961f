"""A toy, and how its tests read pages about it."""

from __future__ import annotations

import re
from html import unescape

from tests.toy import Block, Toy
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

TOWER = Toy(
    title="Tower",
    blocks=(
        Block(id="cube", title="Cube", edges="sharp"),
        Block(id="ball", title="Ball", edges="round"),
    ),
)


def now(record: DocumentRecord) -> Toy:
    record.refresh_from_db()
    return store.document_of(record)


def text_of(response) -> str:
    """What a page says, without its markup."""
    assert response.status_code == 200, response
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


def seen(response) -> str:
    return re.search(r'name="seen" value="([^"]*)"', response.content.decode())[1]
