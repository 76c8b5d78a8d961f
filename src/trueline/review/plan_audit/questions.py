"""The seven questions of section 9, answered from a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from trueline.document import Element
from trueline.document.budget import totals
from trueline.language import gettext, gettext_noop, joined, lower_first, number
from trueline.language.terms import AVAILABLE, EVIDENCE, PART, PAYER, STRUCTURE, TASK
from trueline.plan import Body, Plan
from trueline.review.audits import Answer, Answering, share, to_judge
from trueline.review.plan_audit.indicators import bodies_for, in_currencies
from trueline.review.plan_audit.stated import in_words


def earlier_plans(plan: Plan) -> Iterator[Answer]:
    for earlier in plan.earlier_plans:
        counts = (earlier.carried_out, earlier.activities)
        if None not in counts:
            carried_out, all_ = (number(count or 0) for count in counts)
            text = gettext("{done} of {all}", done=carried_out, all=all_)
            yield in_words(_of(earlier, "carried_out"), text)
        yield in_words(_of(earlier, "use"), earlier.use)
    if not plan.earlier_plans:
        yield in_words(Plan.field_title("earlier_plans"), "")
    yield in_words(Plan.field_title("other_sectors"), plan.other_sectors, "9 Q1.1")


def _of(element: Element, field: str) -> str:
    """A field of an element, as a label."""
    title = lower_first(type(element).field_title(field))
    return gettext("{name}, {field}", name=element.name, field=title)


def stakeholders(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Stakeholders whose part is said")
    yield share(
        "stakeholders", plan.stakeholders, lambda stakeholder: bool(stakeholder.parts), what
    )
    for part in PART.labels:
        names = [stakeholder.name for stakeholder in plan.stakeholders if part in stakeholder.parts]
        ref = "9 Q2.1" if part in ("ideas", "decision") else ""
        yield in_words(PART.label(part), joined(names), ref)


def oversight(plan: Plan) -> Iterator[Answer]:
    yield from bodies_for(plan, *TASK.labels)
    for body in plan.bodies:
        yield in_words(_of(body, "capacity"), _capacity(body), "9 Q3.1")
        if body.committee:
            yield in_words(_of(body, "representation"), body.representation, "9 Q3.2")


def _capacity(body: Body) -> str:
    """The plan's words on whether a body can do its task."""
    able = gettext("able to do it: {able}", able=AVAILABLE.within(body.able)) if body.able else ""
    return "; ".join(filter(None, (able, body.capacity)))


def data(plan: Plan) -> Iterator[Answer]:
    kinds = Counter(evidence.kind for evidence in plan.evidence if evidence.kind)
    listed = [f"{EVIDENCE.label(kind)} ({number(count)})" for kind, count in kinds.items()]
    yield in_words(Plan.field_title("evidence"), joined(listed))
    what = gettext_noop("Data that say which choice they led to")
    yield share("evidence", plan.evidence, lambda evidence: bool(evidence.led_to), what)
    what = gettext_noop("Activities with data behind them")
    yield share("activities", plan.activities, lambda activity: bool(activity.evidence), what)


def money_there_is(plan: Plan) -> Iterator[Answer]:
    for payer in PAYER.labels:
        sums = totals(source.amount for source in plan.funding if source.payer == payer)
        if payer != "none-yet":
            yield in_words(PAYER.label(payer), in_currencies(sums))
    what = gettext_noop("Activities that somebody is said to pay for")
    paid = (None, "none-yet")
    yield share("activities", plan.activities, lambda activity: activity.payer not in paid, what)


def priorities(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("prioritising"), plan.prioritising)
    what = gettext_noop("Activities marked as new or as business as usual")
    yield share("activities", plan.activities, lambda activity: activity.work is not None, what)
    new = [activity for activity in plan.activities if activity.work != "business-as-usual"]
    what = gettext_noop("Action items with a priority")
    yield share("activities", new, lambda activity: activity.priority is not None, what)


def structure(plan: Plan) -> Iterator[Answer]:
    chosen = STRUCTURE.label(plan.structured_by) if plan.structured_by else ""
    yield in_words(Plan.field_title("structured_by"), chosen)
    yield in_words(Plan.field_title("structure"), plan.structure)
    answered = {id for activity in plan.activities for id in activity.patterns}
    what = gettext_noop("Patterns that an activity works against")
    yield share("patterns", plan.patterns, lambda each: each.id in answered, what)
    yield to_judge(gettext_noop("does this structure fit the patterns of the country?"))


QUESTIONS: Mapping[str, Answering] = MappingProxyType(
    {
        "plans.earlier-plans": earlier_plans,
        "plans.stakeholders": stakeholders,
        "plans.oversight": oversight,
        "plans.data": data,
        "plans.budget": money_there_is,
        "plans.prioritising": priorities,
        "plans.structure": structure,
    }
)
"""By the ids of the toolkit."""
