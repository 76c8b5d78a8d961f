"""Whatever was written is read back: as a frame, as it was kept before, and half-way between."""

from __future__ import annotations

import zlib

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.saving import change
from trueline.document import set_field
from trueline.web.documents import frames, revision_texts, store
from trueline.web.documents.frames import Damaged, pack, unpack
from trueline.web.documents.models import DocumentRecord, Revision
from trueline.web.documents.revision_texts import move_some, text_of

USUAL, ONE_BATCH = 60.0, 0.0


@given(text=st.binary(max_size=2000), against=st.binary(max_size=2000))
def test_a_frame_gives_its_text_and_a_part_of_it_none(text, against):
    frame = pack(text, against=against)
    assert unpack(frame, against=against) == text
    assert unpack(zlib.compress(text)) == text
    for damaged in (frame[:-1], frame[:-1] + bytes([frame[-1] ^ 1]), frame + b"x", b"", text):
        with pytest.raises(Damaged):
            unpack(damaged, against=against)


def test_a_text_against_one_like_it_is_kept_in_a_fraction(record):
    before = record.content.encode()
    after = before.replace(b"the", b"every", 3)
    assert len(pack(after, against=before)) * 10 < len(pack(after))
    with pytest.raises(Damaged):
        unpack(pack(after, against=before), against=after)


@pytest.mark.parametrize("packed", [pack, zlib.compress])
def test_a_frame_that_swells_is_refused(monkeypatch, packed):
    monkeypatch.setattr(frames, "LARGEST_TEXT", 1_000_000)
    with pytest.raises(Damaged, match="more than a document"):
        unpack(packed(b" " * 2_000_000))


def titled(cast, record, title: str) -> str:
    """Save a title; returns the text of the document with it."""
    change(record.pk, by=cast.editor, edit=lambda design: set_field(design, "title", title))
    return DocumentRecord.objects.get(pk=record.pk).content


def keep_as_before(record) -> None:
    """As revisions were kept before there were frames."""
    texts = {one.pk: text_of(one) for one in record.revisions.all()}
    for pk, text in texts.items():
        packed = zlib.compress(text.encode())
        Revision.objects.filter(pk=pk).update(packed=packed, snapshot=None, digest=None)


def read(record, order: str = "?") -> dict[int, str]:
    return {one.number: text_of(one) for one in record.revisions.order_by(order)}


@pytest.fixture
def often(monkeypatch):
    """Snapshots and batches so short that a few revisions meet each of their edges."""
    monkeypatch.setattr(revision_texts, "SNAPSHOT_EVERY", 4)
    monkeypatch.setattr(revision_texts, "AT_A_TIME", 3)


@pytest.mark.slow
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=st.integers(0, 9),
    steps=st.lists(st.sampled_from(["save", "batch", "torn", "all", "as before"]), max_size=9),
)
def test_every_revision_is_read_back_however_far_the_move_has_come(
    cast, record, often, first, steps
):
    with transaction.atomic():
        texts = {1: record.content}
        for number in range(2, 2 + first):
            texts[number] = titled(cast, record, f"before {number}")
        keep_as_before(record)
        for step in steps:
            if step == "save":
                number = len(texts) + 1
                texts[number] = titled(cast, record, f"then {number}")
            elif step == "as before":
                keep_as_before(record)
            elif step == "torn":
                with transaction.atomic():
                    move_some(seconds=ONE_BATCH)
                    transaction.set_rollback(True)
            else:
                move_some(seconds=ONE_BATCH if step == "batch" else USUAL)
            assert read(record) == texts
        transaction.set_rollback(True)


def test_a_move_leaves_nothing_behind_and_few_snapshots(cast, record, often):
    texts = {1: record.content} | {n: titled(cast, record, f"v{n}") for n in range(2, 12)}
    keep_as_before(record)
    assert move_some() == len(texts)
    assert move_some() == 0
    assert read(record) == texts
    assert [one.number for one in record.revisions.filter(snapshot=None)] == [9, 5, 1]
    assert not record.revisions.filter(digest=None).exists()


def test_what_two_move_at_once_is_moved_once(cast, record, often, monkeypatch):
    texts = {1: record.content} | {n: titled(cast, record, f"v{n}") for n in range(2, 6)}
    keep_as_before(record)
    calls = []

    def pack_while_another_moves(text: bytes, *, against: bytes = b"") -> bytes:
        if not calls:
            calls.append("other")
            move_some()
        return pack(text, against=against)

    monkeypatch.setattr(revision_texts, "pack", pack_while_another_moves)
    assert move_some() == 0
    assert read(record) == texts


def test_a_text_quite_unlike_the_snapshot_begins_another(cast, record):
    other = "".join(chr(0x4E00 + (n * 7919) % 20_000) for n in range(18_000))
    changed = [lambda d: set_field(d, "summary", other), lambda d: set_field(d, "title", "After")]
    for edit in changed:
        change(record.pk, by=cast.editor, edit=edit)
    third, second, first = record.revisions.all()
    assert (third.snapshot, second.snapshot, first.snapshot) == (second, None, None)
    assert len(third.packed) * 10 < len(second.packed)


def test_a_damaged_text_is_told_and_hinders_no_save(cast, record):
    titled(cast, record, "Second")
    snapshot, whole = record.revisions.get(number=1), record.revisions.get(number=1).packed
    for packed in (b"(\xb5/\xfd none", pack(b'{"title": "Another that was never written"}')):
        Revision.objects.filter(pk=snapshot.pk).update(packed=packed)
        with pytest.raises(Damaged):
            store.document_in(store.revision_of(record, 1))
        text = titled(cast, record, f"Third {len(packed)}")
        assert text_of(record.revisions.first()) == text
    Revision.objects.filter(pk=snapshot.pk).update(packed=whole)
    assert len(read(record)) == 4


def test_one_that_was_damaged_before_is_left_and_the_others_are_moved(cast, record, often):
    texts = {1: record.content} | {n: titled(cast, record, f"v{n}") for n in range(2, 8)}
    keep_as_before(record)
    record.revisions.filter(number=3).update(packed=b"x\x9cno")
    assert move_some() == len(texts)
    damaged = record.revisions.get(number=3)
    assert bytes(damaged.packed) == b"x\x9cno"
    with pytest.raises(Damaged):
        text_of(damaged)
    assert {n: text_of(record.revisions.get(number=n)) for n in texts if n != 3} == {
        n: text for n, text in texts.items() if n != 3
    }


def test_a_document_goes_with_all_its_revisions(cast, record):
    titled(cast, record, "Second")
    record.delete()
    assert not Revision.objects.exists()
