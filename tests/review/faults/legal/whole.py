"""Faults in what a legal review says of treaties, penalties, agreements and the law as a whole."""

from tests.review.faulty_lines import FaultsOf
from trueline.document import remove_element, set_field, set_fields
from trueline.legal import LEGAL, LegalReview

of_reviews = FaultsOf(LEGAL.name)
PARTY = {"status": "party"}

of_reviews.empty("law.no-day", "no day of the law", "law_day")
of_reviews.line("law.law-without-day", "a law in force since nobody knows when", "laws", "since")
of_reviews.line("law.law-without-link", "a law that nobody can find", "laws", "link")
of_reviews.line("law.not-yet-in-force", "a law of tomorrow", "laws", "since", "2029-01-01")
of_reviews.change("law.several-countries", "two countries at once", "countries", ("CL", "UY"))

of_reviews.line(
    "treaties.not-looked-up", "a treaty that nobody looked up", "treaties", "status", **PARTY
)
of_reviews.lines(
    "treaties.status-unknown",
    "unknown, and left so",
    "treaties",
    {"status": "unknown", "action": None, "day": None, "recommendation": None},
    "status",
    **PARTY,
)
of_reviews.lines(
    "treaties.party-without-day",
    "party since nobody knows when",
    "treaties",
    {"day": None, "action": None},
    "day",
    **PARTY,
)
of_reviews.line("treaties.without-as-of", "known of no day", "treaties", "as_of", **PARTY)
of_reviews.line("treaties.without-source", "known from nowhere", "treaties", "source", **PARTY)
of_reviews.line(
    "treaties.not-from-the-depositary", "from hearsay", "treaties", "confirmed", False, **PARTY
)
of_reviews.line(
    "treaties.reservations-not-looked-at",
    "reservations left open",
    "treaties",
    "reservations",
    **PARTY,
)
of_reviews.lines(
    "treaties.signed-and-left",
    "signed, and nothing follows",
    "treaties",
    {"status": "signed", "action": "signature", "recommendation": None},
    "recommendation",
    item="civil-political-rights",
)
of_reviews.lines(
    "treaties.not-party-and-left",
    "not a party, and nothing follows",
    "treaties",
    {
        "status": "not-party",
        "action": None,
        "day": None,
        "recommendation": None,
        "priority": None,
        "actor": None,
        "progress": None,
    },
    "recommendation",
    item="domestic-workers-189",
)
of_reviews.line(
    "treaties.act-does-not-fit", "party by signing", "treaties", "action", "signature", **PARTY
)
of_reviews.line(
    "treaties.before-it-was-adopted",
    "party before the treaty",
    "treaties",
    "day",
    "1901-01-01",
    **PARTY,
)
of_reviews.line(
    "treaties.act-after-it-was-known", "known before it was", "treaties", "as_of", "1950", **PARTY
)
of_reviews.lines(
    "treaties.protocol-without-convention",
    "a protocol without its convention",
    "treaties",
    {
        "status": "not-party",
        "action": None,
        "day": None,
        "recommendation": "Join it.",
        "actor": "Parliament",
        "priority": "second",
    },
    "status",
    item="convention-organized-crime",
)
of_reviews.line("conducts.least-over-greatest", "the least is the most", "conducts", "minimum", 90)
of_reviews.lines(
    "conducts.without-penalty",
    "a crime without a penalty",
    "conducts",
    {"minimum": None, "maximum": None, "penalty": None},
    "maximum",
)
of_reviews.line("conducts.elements-not-said", "no elements of a crime", "conducts", "elements")
of_reviews.line(
    "conducts.not-compared", "compared with nothing", "conducts", "compared", maximum=True
)
of_reviews.line("conducts.proportion-not-judged", "nobody weighed it", "conducts", "proportionate")
of_reviews.line(
    "conducts.out-of-proportion",
    "out of proportion",
    "conducts",
    "proportionate",
    False,
    recommendation=False,
)
of_reviews.line("conducts.attempts-not-looked-at", "attempts left open", "conducts", "attempts")
of_reviews.line(
    "conducts.attempts-not-covered",
    "attempts go free",
    "conducts",
    "attempts",
    False,
    recommendation=False,
)
of_reviews.line("conducts.companies-not-looked-at", "companies left open", "conducts", "companies")
of_reviews.line(
    "conducts.companies-out-of-reach",
    "companies go free",
    "conducts",
    "companies",
    False,
    recommendation=False,
)

of_reviews.line(
    "rights.holders-not-said", "nobody has this right", "rights", "holders", in_law="provided"
)
of_reviews.line(
    "rights.remedy-holders-not-said",
    "nobody has this remedy",
    "remedies",
    "holders",
    in_law="provided",
)
of_reviews.line(
    "rights.conditions-not-said", "conditions left open", "rights", "conditional", in_law="provided"
)
of_reviews.line(
    "rights.only-for-those-who-cooperate",
    "only for witnesses",
    "rights",
    "conditional",
    True,
    recommendation=False,
)
GONE = {
    "in_law": "not-provided",
    "in_practice": "not-applied",
    "gap": "No law says it.",
    "recommendation": None,
    "article": None,
    "quotation": None,
    "laws": None,
}
of_reviews.lines(
    "rights.victims-may-be-punished",
    "victims are charged",
    "rights",
    GONE,
    "in_law",
    item="right-non-punishment",
)
of_reviews.lines(
    "rights.no-way-but-return",
    "everybody is sent back",
    "rights",
    GONE,
    "in_law",
    item="right-alternatives-to-return",
)
of_reviews.lines(
    "rights.foreign-children-have-less",
    "foreign children have less",
    "rights",
    GONE,
    "in_law",
    item="right-children-equal",
)

of_reviews.line(
    "agreements.without-name", "an agreement of no name", "agreements", "title", in_law="provided"
)
of_reviews.lines(
    "agreements.never-used",
    "never used",
    "agreements",
    {"in_practice": "not-applied", "recommendation": None},
    "in_practice",
    in_law="provided",
)

for field, breaks in {
    "licence": "anybody may recruit",
    "fees": "fees left open",
    "inspection": "nobody inspects agencies",
    "complaints": "nobody hears complaints",
}.items():
    of_reviews.empty(f"framework.{field}-not-said", breaks, f"agencies.{field}")
of_reviews.line(
    "framework.left-out-not-said", "nobody is left out", "framework", "left_out", in_law="provided"
)
of_reviews.empty("framework.no-rules", "no rules at all", "rules")
of_reviews.line("framework.standing-not-said", "a rule in force or not", "rules", "standing")
of_reviews.line("framework.rule-without-due-day", "a rule due some day", "rules", "due", due=True)
of_reviews.lines(
    "framework.rule-missing",
    "a rule that nobody writes",
    "rules",
    {"actor": None, "recommendation": None, "priority": None, "progress": None},
    "standing",
    standing="missing",
)

for field, rule in {
    "definition": "definition",
    "identification": "identification",
    "treatment": "treatment",
    "other_laws": "other-laws",
    "harmonised": "fit",
    "savings_clause": "savings-clause",
    "labour": "labour-law",
    "migration": "labour-migration",
    "cooperation": "formal-cooperation",
    "informal": "informal-cooperation",
    "proceeds": "proceeds",
    "other_actors": "other-actors",
    "companies": "companies",
    "expertise": "expertise",
    "time": "time",
}.items():
    of_reviews.empty(f"whole.{rule}-not-said", f"nothing on {rule}", f"questions.{field}")
of_reviews.empty("whole.no-concepts", "no difficult concept", "concepts")
of_reviews.line("whole.police-not-asked", "police were not asked", "concepts", "police")
of_reviews.line(
    "whole.prosecutors-not-asked", "prosecutors were not asked", "concepts", "prosecutors"
)


def _abroad(review: LegalReview) -> bool:
    return bool(review.countries)


@of_reviews.fault("law.no-country", "the law of no country")
def no_country(review: LegalReview) -> tuple[LegalReview, str] | None:
    return (set_field(review, "countries", ()), "countries") if _abroad(review) else None


@of_reviews.fault("law.no-route", "no country on the route")
def no_route(review: LegalReview) -> tuple[LegalReview, str] | None:
    return (set_field(review, "route", ()), "route") if _abroad(review) else None


@of_reviews.fault("treaties.differs-from-register", "not what the register says")
def differs(review: LegalReview) -> tuple[LegalReview, str] | None:
    if not _abroad(review):
        return None
    values = {"status": "not-party", "action": None, "day": None, "recommendation": "Join it."}
    here = "treaties[forced-labour-105]"
    values |= {"actor": "Parliament", "priority": "second"}
    return set_fields(review, here, values), f"{here}.status"


@of_reviews.fault("agreements.with-itself", "a country on its own route")
def with_itself(review: LegalReview) -> tuple[LegalReview, str] | None:
    if not _abroad(review):
        return None
    return set_field(review, "route", (*review.route, *review.countries)), "route"


@of_reviews.fault("agreements.off-the-route", "an agreement off the route")
def off_the_route(review: LegalReview) -> tuple[LegalReview, str] | None:
    return _elsewhere(review, "EC")


@of_reviews.fault("agreements.with-nobody", "an agreement with nobody")
def with_nobody(review: LegalReview) -> tuple[LegalReview, str] | None:
    return _elsewhere(review, None)


def _elsewhere(review: LegalReview, country: str | None) -> tuple[LegalReview, str] | None:
    if not _abroad(review):
        return None
    first, *others = review.agreements
    changed = first.model_copy(update={"country": country})
    review = set_field(review, "agreements", [changed, *others])
    return review, f"agreements[{changed.key_value}].country"


@of_reviews.fault("agreements.country-not-covered", "a kind of agreement was forgotten")
def not_covered(review: LegalReview) -> tuple[LegalReview, str] | None:
    if not _abroad(review):
        return None
    address = f"agreements[{review.agreements[-1].key_value}]"
    return remove_element(review, address)[0], "agreements"


@of_reviews.fault("law.no-laws", "no law was read")
def no_laws(review: LegalReview) -> tuple[LegalReview, str] | None:
    if _abroad(review):
        return None
    lists = ("incorporation", "conducts", "powers", "rights", "remedies", "agreements", "framework")
    return set_fields(review, "", dict.fromkeys((*lists, "laws"), ())), "laws"
