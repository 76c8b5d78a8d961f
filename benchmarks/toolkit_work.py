"""Loading, searching and exporting the toolkit."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.timing import Timed, cold, timed
from trueline.reports.toolkit_edition.write import MAKERS
from trueline.toolkit import Toolkit, load_toolkit, search
from trueline.toolkit.cache import cache_key, cached_pack, keep_pack
from trueline.toolkit.loading import SOURCE, read_pack

QUERIES = ("why train police if they rotate", "victims refuse shelter", "who pays for the plan")


def run() -> Iterator[Timed]:
    folder = SOURCE / "en"
    key = cache_key(folder, "bench")
    keep_pack(key, read_pack(folder))
    toolkit = load_toolkit()

    def from_cache() -> Toolkit:
        pack = cached_pack(key)
        assert pack is not None
        return Toolkit((pack,))

    yield timed("load the toolkit, after the first time", 0.050, from_cache)
    yield timed("load the toolkit, the first time (no bound given)", 1, lambda: read_pack(folder))
    yield timed(
        "search the toolkit, three queries",
        0.010,
        lambda: [search(toolkit, words) for words in QUERIES],
    )
    yield cold("trueline toolkit search, cold process", 0.6, "toolkit", "search", "posters")
    for ending, maker in MAKERS.items():
        yield timed(
            f"pocket edition as {ending} (no bound given)",
            2,
            lambda maker=maker: maker(toolkit, [], "a4"),
            runs=3,
        )
