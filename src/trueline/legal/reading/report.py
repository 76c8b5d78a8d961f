"""A legal review begun from a report: what it says, with page, for a person to confirm.

No report is the law. Each line stays “unclear” until somebody has read the law itself, and what the
report does not speak of is left as it is: silence is no answer, least of all “not ratified”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from trueline.document.legal_items import ConductItem, TreatyItem
from trueline.language import gettext
from trueline.legal.checklist import LINES, checklist, instrument_of
from trueline.legal.reading.conducts import ConductMention, conducts
from trueline.legal.reading.treaties import Claim, claims
from trueline.legal.review import LegalReview
from trueline.passages.text import DocumentText
from trueline.toolkit.ratifications import Ratification, Register, Status

Values = dict[str, Any]
REPORT = "report"
"""The id of the law that stands for what a report names."""

LONGEST = 460
"""Letters of what a line of a form takes, with room for the page."""
Verdict = Literal["agrees", "differs", "not-in-register"]


@dataclass(frozen=True, slots=True)
class Report:
    """The law of one country by one document."""

    name: str
    treaties: tuple[Claim, ...]
    conducts: tuple[ConductMention, ...]

    def claim(self, treaty: str) -> Claim | None:
        """The first claim on a treaty."""
        return next((each for each in self.treaties if each.item == treaty), None)

    def of(self, conduct: str, *what: str) -> list[ConductMention]:
        """The reading of a conduct."""
        return [each for each in self.conducts if each.item == conduct and each.what in what]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report and the register on one treaty, side by side."""

    claim: Claim
    fact: Ratification
    verdict: Verdict


def read_report(document: DocumentText, pages: Sequence[str], country: str) -> Report:
    """Reads a report in English; `pages` are its texts in their own order, `country` a name."""
    claimed = claims(document, pages, country)
    return Report(document.name, tuple(claimed), tuple(conducts(document, pages)))


def compare(report: Report, country: str, register: Register) -> list[Comparison]:
    """Each treaty of which the report speaks beside what the register knows; `country` is a code."""
    return [
        Comparison(claim, fact, _verdict(claim, fact))
        for claim in {each.item: each for each in reversed(report.treaties)}.values()
        for fact in [register.of(country, instrument_of(claim.item))]
    ]


def begin_from(report: Report, review: LegalReview, register: Register, as_of: str) -> LegalReview:
    """The review with its checklist, and in it what the report says.

    Where the register says the same of a treaty, its facts stand, since they have a day and a source.
    """
    (country,) = review.countries
    differing = [each for each in compare(report, country, register) if each.verdict != "agrees"]
    treaties = [_treaty(each, report, as_of) for each in differing]
    lines = [_conduct(item, report) for item in get_args(ConductItem)]
    title = gettext("As named in {name}, not read", name=report.name)
    begun = {
        **review.model_dump(mode="json", exclude_defaults=True),
        "laws": [{"id": REPORT, "title": title[:LONGEST]}],
        "treaties": treaties,
        "conducts": lines,
    }
    return _unclear(checklist(LegalReview.model_validate(begun), register))


def _verdict(claim: Claim, fact: Ratification) -> Verdict:
    if fact.status is Status.UNKNOWN:
        return "not-in-register"
    if claim.status == "not-bound":
        return "differs" if fact.status is Status.PARTY else "agrees"
    year = str(fact.day)[:4] if fact.day else ""
    is_same = claim.status == fact.status.value and (
        not claim.year or not year or claim.year == year
    )
    return "agrees" if is_same else "differs"


def _treaty(comparison: Comparison, report: Report, as_of: str) -> Values:
    claim = comparison.claim
    status: str = claim.status
    if claim.status == "not-bound":
        status = "not-party" if comparison.verdict == "differs" else "unknown"
    source = gettext("{name}, page {page}", name=report.name, page=claim.page)
    values: Values = {"item": claim.item, "status": status, "source": source[:LONGEST]}
    values |= {"confirmed": False, "gap": _quoted(claim, report)}
    return values | ({"as_of": as_of} if as_of else {}) | _act(claim)


def _act(claim: Claim) -> Values:
    if not claim.year or claim.status == "not-bound":
        return {}
    return {
        "action": "signature" if claim.status == "signed" else "ratification",
        "day": claim.year,
    }


def _conduct(item: str, report: Report) -> Values:
    """The line of a conduct, with what the report says of it."""
    articles = report.of(item, "article")
    penalties = report.of(item, "law", "open")
    cases, missing = report.of(item, "case"), report.of(item, "missing")
    if not (articles or penalties or cases or missing):
        return {"item": item}
    values: Values = {"item": item, "laws": [REPORT]}
    if articles:
        values["article"] = "; ".join(_cited(articles))[:LONGEST]
    if penalties:
        values |= _least_and_most(penalties)
        values["penalty"] = "\n".join(dict.fromkeys(_quoted(each, report) for each in penalties))
    if cases:
        values["in_practice"] = "unclear"
        values["practice"] = "\n".join(dict.fromkeys(_quoted(each, report) for each in cases))
    values["gap"] = "\n".join(_gap(articles, missing, report))
    return values


def _least_and_most(penalties: list[ConductMention]) -> Values:
    """Both, where the report names exactly one term that the law sets."""
    terms = {term for each in penalties for term in each.terms}
    if len(terms) != 1 or any(each.what == "open" for each in penalties):
        return {}
    (term,) = terms
    ends = {"minimum": term.minimum, "maximum": term.maximum}
    return {name: str(number) for name, number in ends.items() if number is not None}


def _cited(articles: list[ConductMention]) -> Iterator[str]:
    """Each article once, with its page."""
    for each in {article.quote: article for article in reversed(articles)}.values():
        yield gettext("{article} (p. {page})", article=each.quote, page=each.page)


def _gap(
    articles: list[ConductMention], missing: list[ConductMention], report: Report
) -> Iterator[str]:
    yield from dict.fromkeys(_quoted(each, report) for each in missing)
    if articles:
        yield gettext(
            "Named in {name}, page {page}; the law itself was not read.",
            name=report.name,
            page=articles[0].page,
        )


def _quoted(mention: Claim | ConductMention, report: Report) -> str:
    return gettext(
        "“{quote}” ({name}, p. {page})", quote=mention.quote, name=report.name, page=mention.page
    )


def _unclear(review: LegalReview) -> LegalReview:
    """With each line on the law unclear that nobody has judged, and treaties in the toolkit's order."""
    order = get_args(TreatyItem)
    treaties = tuple(sorted(review.treaties, key=lambda treaty: order.index(treaty.item)))
    changed: Values = {"treaties": treaties} | {
        name: tuple(
            each if each.in_law else each.model_copy(update={"in_law": "unclear"})
            for each in getattr(review, name)
        )
        for name in (*LINES, "incorporation", "agreements")
    }
    return review.model_copy(update=changed)
