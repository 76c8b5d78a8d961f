"""The revisions of the ten examples, each with fifty edits: how they are kept, and what that takes."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Timed, timed
from trueline.design import Design, load_design
from trueline.document import document_to_json, set_field
from trueline.web.documents.frames import SNAPSHOT_EVERY, pack, unpack

EXAMPLES = Path(__file__).parent.parent / "examples"
EDITS = 50
PACK, UNPACK = 0.010, 0.005


def run() -> Iterator[Timed]:
    """The packing and unpacking of all of them, as the time that one takes, and their size."""
    histories = [_history(load_design(path).document) for path in sorted(EXAMPLES.glob("*.yaml"))]
    count = sum(map(len, histories))
    frames = [_frames(texts) for texts in histories]
    before = sum(len(zlib.compress(text)) for texts in histories for text in texts)
    after = sum(len(frame) for kept in frames for frame in kept)
    sizes = f"{count} revisions, {before / 1e6:.2f} MB before, {after / 1e6:.2f} MB now"
    packing = timed(sizes, PACK * count, lambda: [_frames(texts) for texts in histories], runs=3)
    yield Timed(f"{sizes}; one kept", packing.seconds / count, PACK, 3)
    reading = timed(sizes, UNPACK * count, lambda: [_texts(kept) for kept in frames], runs=3)
    yield Timed("one read", reading.seconds / count, UNPACK, 3)


def _history(design: Design) -> list[bytes]:
    """A design and what fifty edits of one sentence make of it."""
    dice, texts = random.Random(7), [document_to_json(design).encode()]
    words = design.summary.split()
    for _ in range(EDITS):
        activity = dice.choice(design.activities)
        sentence = " ".join(dice.choice(words) for _ in range(dice.randint(5, 40)))
        design = set_field(design, f"activities[{activity.id}].description", sentence)
        texts.append(document_to_json(design).encode())
    return texts


def _frames(texts: list[bytes]) -> list[bytes]:
    frames = []
    for number, text in enumerate(texts):
        place = number % SNAPSHOT_EVERY
        frames.append(pack(text, against=texts[number - place] if place else b""))
    return frames


def _texts(frames: list[bytes]) -> list[bytes]:
    """As each is read alone: its snapshot is unpacked for it."""
    texts = []
    for number, frame in enumerate(frames):
        place = number % SNAPSHOT_EVERY
        texts.append(unpack(frame, against=unpack(frames[number - place]) if place else b""))
    return texts
