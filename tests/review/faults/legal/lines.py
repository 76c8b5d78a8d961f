"""Faults in the lines of a legal review: what the law provides, and what shows that it is applied."""

from typing import Any

from tests.review.faulty_lines import FaultsOf
from trueline.document import set_field, set_fields
from trueline.legal import LEGAL, LegalReview

of_reviews = FaultsOf(LEGAL.name)
WHOLE = {"in_law": "provided", "in_practice": "applied"}

of_reviews.lines(
    "provisions.not-judged",
    "a power that nobody judged",
    "powers",
    {"in_law": None, "in_practice": None, "practice": None},
    "in_law",
)
of_reviews.lines(
    "provisions.not-judged",
    "a right that nobody judged",
    "rights",
    {"in_law": None, "in_practice": None, "practice": None},
    "in_law",
    **WHOLE,
)
of_reviews.line("provisions.without-law", "an article of no law", "rights", "laws", **WHOLE)
of_reviews.lines(
    "provisions.without-source",
    "provided, and by no article",
    "rights",
    {"article": None, "quotation": None},
    "article",
    **WHOLE,
)
of_reviews.line("provisions.not-quoted", "an article without its words", "powers", "quotation")
of_reviews.line("provisions.nobody-judged", "judged by nobody", "remedies", "judged_by")
of_reviews.line("provisions.not-dated", "judged on no day", "remedies", "judged_on")
of_reviews.line(
    "provisions.judged-before-the-text",
    "judged before the text was there",
    "conducts",
    "judged_on",
    "2026-09-01",
)
of_reviews.lines(
    "provisions.practice-not-looked-at",
    "in law, and nobody looked at practice",
    "rights",
    {"in_practice": None, "practice": None},
    "in_practice",
    **WHOLE,
)
of_reviews.line(
    "provisions.practice-without-proof",
    "applied, and nothing shows it",
    "rights",
    "practice",
    **WHOLE,
)
of_reviews.lines(
    "provisions.gap-in-what-is-whole",
    "a crime in full, and yet a gap",
    "conducts",
    {
        "gap": "Work at sea is left out.",
        "recommendation": "Add work at sea.",
        "actor": "Parliament",
        "priority": "third",
    },
    "gap",
    **WHOLE,
)
of_reviews.lines(
    "provisions.gap-not-said",
    "in part, and nothing is missing",
    "powers",
    {"in_law": "partly", "gap": None},
    "gap",
    in_practice="applied",
)
of_reviews.lines(
    "provisions.unclear-and-left",
    "unclear, and left so",
    "remedies",
    {"in_law": "unclear", "recommendation": None},
    "recommendation",
    **WHOLE,
)
of_reviews.lines(
    "provisions.applied-without-law",
    "applied, and in no law",
    "remedies",
    {
        "in_law": "not-provided",
        "gap": "No law says it.",
        "recommendation": "Write it into the act.",
        "actor": "Ministry of Justice",
        "priority": "third",
    },
    "in_practice",
    **WHOLE,
)
of_reviews.line(
    "law.text-older-than-the-law", "an article as it was", "conducts", "dated", "1999-05-01"
)

ACTOR = {"actor": "Ministry of Justice", "priority": "third", "recommendation": "Amend the act."}
of_reviews.line(
    "proposals.without-actor", "nobody would have to act", "treaties", "actor", recommendation=True
)
of_reviews.line(
    "proposals.without-actor",
    "nobody would act on a gap",
    "incorporation",
    "actor",
    recommendation=True,
)
of_reviews.line(
    "proposals.without-priority",
    "no word on urgency",
    "incorporation",
    "priority",
    recommendation=True,
)
of_reviews.lines(
    "proposals.gap-without-recommendation",
    "a gap, and no advice",
    "incorporation",
    {"recommendation": None, "priority": None, "actor": None, "progress": None},
    "recommendation",
    gap=True,
)
of_reviews.lines(
    "proposals.actor-names-nobody",
    "the authorities concerned would act",
    "incorporation",
    {"actor": "The competent authorities"},
    "actor",
    recommendation=True,
)
of_reviews.lines(
    "proposals.done-and-still-missing",
    "done, and still not law",
    "remedies",
    {
        "in_law": "not-provided",
        "in_practice": "not-applied",
        "gap": "No law says it.",
        **ACTOR,
        "progress": "done",
    },
    "progress",
)


@of_reviews.fault("proposals.everything-first", "everything comes first")
def everything_first(review: LegalReview) -> tuple[LegalReview, str]:
    address = ""
    for holder, item in review.items():
        if item.recommendation and item.priority:
            address = f"{holder}[{item.key_value}].priority"
            review = set_field(review, address, "first")
    return review, address


for name, line in {
    "conducts": "crime-debt-bondage",
    "powers": "jurisdiction",
    "rights": "right-reflection-period",
    "remedies": "right-remedies",
    "framework": "labour-coverage",
}.items():

    @of_reviews.fault("provisions.lines-missing", f"{line} was forgotten")
    def forgotten(
        review: LegalReview, name: str = name, line: str = line
    ) -> tuple[LegalReview, str]:
        left = [each for each in getattr(review, name) if each.item != line]
        return set_field(review, name, left), name


@of_reviews.fault("provisions.none-of-a-treaty", "no provision of a treaty was looked at")
def none_of_a_treaty(review: LegalReview) -> tuple[LegalReview, str]:
    gone = next(
        each.item
        for each in review.treaties
        if each.status == "party"
        and not any(one.recommendation for one in review.incorporation if one.treaty == each.item)
    )
    left = [each for each in review.incorporation if each.treaty != gone]
    return set_field(review, "incorporation", left), f"treaties[{gone}]"


@of_reviews.fault("provisions.not-translated", "words in another language")
def not_translated(review: LegalReview) -> tuple[LegalReview, str] | None:
    for right in review.rights:
        others = [each for _, each in review.provisions() if each is not right]
        own = [law for law in right.laws if not any(law in each.laws for each in others)]
        if own:
            review = set_field(review, f"laws[{own[0]}].language", "fr")
            return review, f"rights[{right.item}].translation"
    right = review.rights[0]
    law: dict[str, Any] = {"id": "decree", "title": "Decree 3", "language": "fr"}
    law |= {"since": "2019-01-01", "link": "https://laws.example/oresia/decree"}
    review = set_field(review, "laws", [*review.laws, law])
    review = set_fields(review, f"rights[{right.item}]", {"laws": ("decree",)})
    return review, f"rights[{right.item}].translation"
