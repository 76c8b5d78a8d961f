"""The control that resolves a finding: what its kind knows of its rule, else the very field."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from trueline.document import Document, Part, kind_of, resolve
from trueline.document.field_spec import field_specs
from trueline.review import Finding
from trueline.toolkit import Toolkit
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import (
    Spot,
    add_url,
    anchor_of,
    answer_url,
    edit_url,
    place_url,
    spot_of,
)

ADDING = ("add", "generate")
"""Consequences that ask for something more in a list."""


def resolve_url(
    record: DocumentRecord, document: Document, finding: Finding, toolkit: Toolkit
) -> str:
    """The address at which a finding is resolved."""
    resolver = pages_of(record.kind).resolvers.get(finding.rule)
    if resolver and (url := resolver(record, document, finding)):
        return url
    place = finding.place_to_act
    spot = spot_of(document, place)
    if spot.list_address == "answers":
        return _first_unanswered(record, document, toolkit)
    if spot.is_list:
        return _in_list(record, document, finding, spot)
    return place_url(record, document, place) if spot.at or spot.field else edit_url(record, "")


def _first_unanswered(record: DocumentRecord, document: Document, toolkit: Toolkit) -> str:
    question_ids = [question.id for question in toolkit.questions(applies=kind_of(document).asks)]
    unanswered = (question for question in question_ids if not document.answer(question))
    return answer_url(record, next(unanswered, question_ids[0]))


def _in_list(record: DocumentRecord, document: Document, finding: Finding, spot: Spot) -> str:
    """The form for a new element where one is missing; else the list, where all of it is spoken of."""
    address = spot.list_address
    is_empty = not resolve(document, address)
    holder: type[Part] = type(resolve(document, spot.at))
    of_kinds = bool(field_specs(holder)[spot.field].kinds)
    if is_empty or finding.remedy in ADDING:
        if not of_kinds:
            return add_url(record, address)
        url = place_url(record, document, address).partition("#")[0]
        return f"{url}#add-{anchor_of(address)}"  # which kind is chosen there
    return place_url(record, document, address)


def with_way_back(url: str, back: str) -> str:
    """The same address, with the page to go on to once something is saved there."""
    page, hash_sign, anchor = url.partition("#")
    joined = "&" if "?" in page else "?"
    return f"{page}{joined}{urlencode({'back': back})}{hash_sign}{anchor}"


def way_back(request: HttpRequest, record: DocumentRecord) -> str:
    """The page of this document to return to after a save; "" without one."""
    back = request.GET.get("back", "")
    here = reverse("documents:overview", args=[record.pk])
    return back if back.startswith(here) and ".." not in back else ""
