"""Whoever saves while a backup is made is let in, and the backup shows one moment all the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.db import connection, connections

from tests.web.saving import change
from trueline.document import set_field
from trueline.web.documents.models import DocumentRecord
from trueline.web.serving.backups import copying
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=["as usual", "with a write-ahead log"])
def is_copied(request, monkeypatch) -> Iterator[bool]:
    """Whether the database is copied page by page, which one with a log is not."""
    logged = request.param != "as usual"
    if logged and connection.vendor == "sqlite":
        options = connections.settings["default"]["OPTIONS"]
        monkeypatch.setitem(options, "init_command", "PRAGMA journal_mode=WAL")
        connection.close()
    yield not logged and connection.vendor == "sqlite"
    connection.close()


def test_saves_go_on_and_the_backup_is_whole(cast, record, tmp_path, monkeypatch, is_copied):
    begun, pause = threading.Event(), copying._Copy._pause

    def paused(copy: copying._Copy) -> None:
        begun.set()
        pause(copy)

    def titled(title: str) -> int:
        return change(
            record.pk, by=cast.editor, edit=lambda design: set_field(design, "title", title)
        ).revision

    def save() -> None:
        begun.wait(30)
        saved.extend(titled(f"Title {number}") for number in range(5))
        connection.close()

    saved: list[int] = []
    monkeypatch.setattr(copying, "READS_FOR", 0)
    monkeypatch.setattr(copying._Copy, "_pause", paused)
    if not is_copied:
        begun.set()
    writer = threading.Thread(target=save)
    writer.start()
    made = write(FileTarget(tmp_path / "a.backup"))
    writer.join(30)
    assert begun.is_set()
    assert not made.unfit
    assert saved == [2, 3, 4, 5, 6]
    assert DocumentRecord.objects.get().title == "Title 4"
