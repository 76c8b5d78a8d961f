"""The controls by which findings about a design are resolved, where that is not one field."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse
from django.utils.http import urlencode

from trueline.design import Design
from trueline.document import parse_address
from trueline.document.address import position_of
from trueline.review import Finding
from trueline.web.documents.kind_pages import Resolver
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import add_url


def _id_in(finding: Finding, name: str) -> str:
    """The id of the element of a list at which to act; "" where the finding is at none."""
    first = next(iter(parse_address(finding.place_to_act)), "")
    return first[1] if isinstance(first, tuple) and first[0] == name else ""


def _page(record: DocumentRecord, page: str, **params: str) -> str:
    query = urlencode({name: value for name, value in params.items() if value})
    address = reverse(f"designs:{page}", args=[record.pk])
    return f"{address}?{query}" if query else address


def _join_from(record: DocumentRecord, design: Design, finding: Finding) -> str:
    return _page(record, "connect", cause=_id_in(finding, "activities")) + "#id_effect"


def _join_to(record: DocumentRecord, design: Design, finding: Finding) -> str:
    return _page(record, "connect", effect=_id_in(finding, "results")) + "#id_cause"


def _pick_for(record: DocumentRecord, design: Design, finding: Finding) -> str:
    place = position_of(design, "results", _id_in(finding, "results"))
    if place is None:
        return _page(record, "pick")
    result = design.results[place]
    return _page(record, "pick", result=result.id, measures=result.change or "")


def _pick_behaviour(record: DocumentRecord, design: Design, finding: Finding) -> str:
    return _page(record, "pick", measures="behaviour")


def _assume(record: DocumentRecord, design: Design, finding: Finding) -> str:
    """The form for what has to hold, at the step spoken of or the first that states nothing."""
    bare = (link.id for link in design.links if not link.assumptions)
    link = _id_in(finding, "links") or next(bare, "")
    return add_url(record, f"links[{link}].assumptions") if link else ""


def _state_impact(record: DocumentRecord, design: Design, finding: Finding) -> str:
    return add_url(record, "results", level="impact")


RESOLVERS: Mapping[str, Resolver] = {
    "logic.activity-leads-nowhere": _join_from,
    "logic.result-without-cause": _join_to,
    "logic.impact-not-reached": _join_to,
    "logic.link-without-assumption": _assume,
    "logic.no-impact-stated": _state_impact,
    "indicators.result-without-indicator": _pick_for,
    "indicators.practice-not-measured": _pick_behaviour,
}
