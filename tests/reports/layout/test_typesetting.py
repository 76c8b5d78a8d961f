"""Typesetting for several people at once, as a server does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from trueline.reports.layout.typesetting import picture_png

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
    '<rect width="9" height="9"/></svg>'
)


def test_threads_wait_for_one_another():
    with ThreadPoolExecutor(4) as threads:
        pictures = list(threads.map(picture_png, [SQUARE] * 12, [72] * 12))
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert len(set(pictures)) == 1
