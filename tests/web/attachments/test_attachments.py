"""Files that people attach: kept once, gone when nothing names them, in backups and out of them again."""

from __future__ import annotations

import io
import os
import time
import zipfile

import pytest

from trueline.limits import OverLimit
from trueline.web.attachments import actions, storage
from trueline.web.attachments.actions import attach, content_of
from trueline.web.serving.backups.contents import write_contents
from trueline.web.serving.backups.reading import Damaged, opened
from trueline.web.serving.backups.restoring import _put_files


def test_what_is_alike_lies_there_once_and_goes_with_the_last_that_names_it(cast):
    first = attach(b"words", name="a.pdf", organisation=cast.organisation)
    second = attach(b"words", name="b.pdf", organisation=cast.elsewhere)
    assert content_of(first) == content_of(second) == b"words"
    path = storage.path_of(first.sha256)
    os.utime(path, (0, 0))
    cast.organisation.delete()
    assert actions.purge() == 0
    cast.elsewhere.delete()
    assert actions.purge() == 1
    assert not path.exists()


def test_a_file_that_is_attached_just_now_is_spared(cast):
    attach(b"other words", name="a.pdf", organisation=cast.organisation).delete()
    assert actions.purge() == 0
    assert time.time() - next(storage.folder().glob("??/*")).stat().st_mtime < storage.SPARED


@pytest.mark.parametrize("left", [b"", b"wor", b"swords", b"words and more", None])
def test_what_was_damaged_or_lost_is_whole_when_it_is_attached_again(cast, left):
    first = attach(b"words!", name="a.pdf", organisation=cast.organisation)
    path = storage.path_of(first.sha256)
    path.unlink() if left is None else path.write_bytes(left)
    attach(b"words!", name="b.pdf", organisation=cast.organisation)
    assert content_of(first) == storage.whole(first.sha256) == b"words!"


def test_what_is_whole_is_not_written_again(cast):
    path = storage.path_of(storage.put(b"as it was"))
    before = path.stat().st_ino
    storage.put(b"as it was")
    assert path.stat().st_ino == before


def test_a_large_file_is_refused_with_what_helps(cast):
    with pytest.raises(OverLimit, match="Bytes of a file"):
        attach(b"x" * 5_000_001, name="a.pdf", organisation=cast.organisation)


def test_a_backup_holds_files_and_puts_them_back(cast):
    kept = attach(b"a proposal", name="a.pdf", organisation=cast.organisation)
    stream = io.BytesIO()
    write_contents(stream)
    storage.path_of(kept.sha256).unlink()
    with opened(stream, str) as backup:
        assert backup.manifest.format == 2
        _put_files(backup)
    assert content_of(kept) == b"a proposal"


def test_a_backup_whose_file_was_changed_is_damaged(cast):
    kept = attach(b"a proposal", name="a.pdf", organisation=cast.organisation)
    stream, other = io.BytesIO(), io.BytesIO()
    write_contents(stream)
    with zipfile.ZipFile(stream) as read, zipfile.ZipFile(other, "w") as write:
        for name in read.namelist():
            changed = name.endswith(kept.sha256)
            write.writestr(name, b"b proposal" if changed else read.read(name))
    with pytest.raises(Damaged, match=kept.sha256), opened(other, str):
        pass
