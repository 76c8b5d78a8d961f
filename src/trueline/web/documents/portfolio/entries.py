"""Facts of documents for lists: kept beside them with each save, so that no list opens or reviews one.

An entry repeats what the revision says and how many notes the review has on it. Counts grow old in
three ways: a finding was set aside until a day that has come, this version of Trueline reviews
otherwise than the one that counted, or something else that the review was given has changed.
`recounting` does so again where they have.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

import trueline
from trueline.document import Document, element_address, kind_of
from trueline.document.address import parts_of
from trueline.review import Finding, summarised
from trueline.review.reading.texts import texts_in
from trueline.web.accounts.models import User
from trueline.web.documents.kind_pages import name_of, pages_of, related_to
from trueline.web.documents.models import DocumentRecord, PortfolioEntry
from trueline.web.documents.reviewing import findings_on
from trueline.web.library.edition import toolkit_in_use

_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\0]")


def keep_entry(record: DocumentRecord, document: Document, *, by: User | None) -> None:
    """Keep what lists know of a document as it is now; `by` is who saved it."""
    related = related_to(record.organisation_id, document)
    findings = findings_on(record, record.content, document, toolkit_in_use(), related)
    values = {**_facts(document), **_counts(findings), "words": words_in(document)}
    values["rests_on"] = "".join(f"{name}\n" for name in ("", *related.names))
    entry = PortfolioEntry(
        document=record,
        revision=record.revision,
        counted_by=trueline.__version__,
        changed_by=by,
        **values,
    )
    names = [field.name for field in PortfolioEntry._meta.fields if not field.primary_key]
    PortfolioEntry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=["document"], update_fields=names
    )
    _settle(record, [finding for finding in findings if not finding.waiver])


def tell_those_that_name(record: DocumentRecord, *titles: str) -> None:
    """A document has changed: let those be counted anew whose review is given it by one of these titles."""
    if not pages_of(record.kind).named_by_others:
        return
    entries = PortfolioEntry.objects.filter(document__organisation_id=record.organisation_id)
    for name in {name_of(record.kind, title) for title in titles}:
        entries.filter(rests_on__contains=f"\n{name}\n").update(counted_by="")


def count_kind_anew(organisation: uuid.UUID, kind: str) -> None:
    """Let all documents of a kind be counted anew, since what their reviews are given has changed."""
    entries = PortfolioEntry.objects.filter(document__organisation_id=organisation)
    entries.filter(document__kind=kind).update(counted_by="")


def _settle(record: DocumentRecord, standing: list[Finding]) -> None:
    """Note which of the findings that people see to no longer stand, and which do again."""
    for assignment in record.assignments.all():
        place, rule = assignment.place, assignment.rule
        stands = any(finding.rule == rule and finding.is_at(place) for finding in standing)
        if stands == bool(assignment.settled):
            assignment.settled = None if stands else timezone.now()
            assignment.save(update_fields=["settled"])


def _facts(document: Document) -> dict[str, Any]:
    """The places, phase, people and time of a document: from the fields that the kind names for it."""
    facts = kind_of(document).facts

    def value_of(name: str) -> Any:
        return getattr(document, name) if name else None

    due = [
        {
            "step": step.step[:200],
            "owner": step.owner[:120],
            "day": step.due.isoformat(),
            "at": element_address("", "next_steps", step),
        }
        for step in document.next_steps
        if step.due and not step.done
    ]
    return {
        "countries": " ".join(["", *(value_of(facts.countries) or ()), ""])[:1000],
        "phase": value_of(facts.phase) or "",
        "lead": (value_of(facts.lead) or "").replace("\0", "")[:200],
        "starts": value_of(facts.start),
        "ends": value_of(facts.end),
        "due": sorted(due, key=lambda each: each["day"]),
        "next_due": min((each["day"] for each in due), default=None),
        "due_of": folded(" / ".join(sorted({each["owner"] for each in due}))),
    }


def _counts(findings: Iterable[Finding]) -> dict[str, Any]:
    """How many notes stand, by weight, and until when that is so."""
    counted = list(findings)
    summary = summarised(counted)
    ends = [finding.waiver.until for finding in counted if finding.waiver and finding.waiver.until]
    return {
        "errors": summary.severities["error"],
        "warnings": summary.severities["warning"],
        "open_questions": summary.severities["note"],
        "waived": summary.waived,
        "counted_until": min(ends, default=None),
    }


def words_in(document: Document) -> str:
    """Each word of its texts once, as searches compare them."""
    texts = folded(" ".join(field_text.text for field_text in texts_in(parts_of(document))))
    return " ".join(dict.fromkeys(texts.split()))


def folded(text: str) -> str:
    """A text without capitals and accents."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
