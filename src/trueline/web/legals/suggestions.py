"""Legal reviews of an organisation that are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlencode

from trueline.legal import LegalReview
from trueline.web.documents.models import DocumentRecord

MOST_PAIRS = 12


@dataclass(frozen=True)
class SuggestedComparison:
    """Reviews worth comparing: their `countries`, how many they are, and the query that shows them."""

    countries: tuple[str, ...]
    count: int
    query: str


def over_the_years(read: list[tuple[DocumentRecord, LegalReview]]) -> Iterator[SuggestedComparison]:
    """Countries whose law was read more than once."""
    by_country: dict[str, list[DocumentRecord]] = defaultdict(list)
    for record, review in read:
        if review.countries:
            by_country[review.countries[0]].append(record)
    for country, records in sorted(by_country.items()):
        if len(records) > 1:
            yield SuggestedComparison((country,), len(records), _query(records))


def on_one_route(read: list[tuple[DocumentRecord, LegalReview]]) -> Iterator[SuggestedComparison]:
    """Two countries of which one names the other on its route; of each the law that was read last."""
    latest: dict[str, tuple[DocumentRecord, LegalReview]] = {}
    for record, review in sorted(read, key=lambda each: str(each[1].law_day or "")):
        if review.countries:
            latest[review.countries[0]] = (record, review)
    pairs = 0
    for one, other in combinations(sorted(latest), 2):
        if pairs < MOST_PAIRS and (other in latest[one][1].route or one in latest[other][1].route):
            pairs += 1
            yield SuggestedComparison((one, other), 2, _query([latest[one][0], latest[other][0]]))


def _query(records: list[DocumentRecord]) -> str:
    return urlencode([("of", str(record.pk)) for record in records])
