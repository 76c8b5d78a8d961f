"""Puts a line of a legal review into sentences with their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from trueline.language import day, gettext, gettext_noop, joined, lower_first, number
from trueline.language.terms import (
    APPLIED,
    PRIORITY,
    PROGRESS,
    PROVIDED,
    RATIFICATION,
    TREATY_ACTION,
    Terms,
)
from trueline.legal import Conduct, Item, LegalReview, Provision, Treaty
from trueline.review.audits import Answer, in_words

I = TypeVar("I", bound=Item)  # noqa: E741
NOT_JUDGED = gettext_noop("{label}: not judged yet.")
YES_OR_NO = {True: gettext_noop("Yes"), False: gettext_noop("No")}


def tally(
    label: str, items: Sequence[I], judgement: Callable[[I], str | None], terms: Terms
) -> Answer:
    """How many lines are judged in each way: what nobody has judged is told apart from “no”.

    `count` are those of the first word of the list, such as “provided”.
    """
    judged = Counter(judgement(item) for item in items)
    parts = [
        gettext("{count} {judgement}", count=number(judged[word]), judgement=terms.within(word))
        for word in terms.labels
        if judged[word]
    ]
    if judged[None]:
        parts.append(gettext("{count} not judged yet", count=number(judged[None])))
    text = gettext("{label}: {text}.", label=label, text=", ".join(parts))
    return Answer("counted", text, count=judged[next(iter(terms.labels))], of=len(items))


def law_and_practice(items: Sequence[Provision]) -> Iterator[Answer]:
    """How many lines the law provides, and how many are applied: never one for the other."""
    yield tally(gettext("In law"), items, lambda each: each.in_law, PROVIDED)
    yield tally(gettext("In practice"), items, lambda each: each.in_practice, APPLIED)


def provision_answers(review: LegalReview, provision: Provision) -> Iterator[Answer]:
    """In law with its source, in practice with what shows it, who says so, and what should follow."""
    yield in_law(review, provision)
    yield from _texts(provision, "quotation", "translation")
    yield from in_practice(provision)
    yield from conclusions(provision)


def in_law(review: LegalReview, provision: Provision, label: str = "") -> Answer:
    """The provision in law, and where it stands."""
    judged = PROVIDED.label(provision.in_law) if provision.in_law else ""
    source = source_of(review, provision)
    title = label or provision.field_title("in_law").rstrip("?")
    text = ". ".join(filter(None, (judged, source))) if judged else ""
    return in_words(title, text, silent=NOT_JUDGED)


def in_practice(provision: Provision, of: str = "") -> Iterator[Answer]:
    """Whether it is applied, and what shows it."""
    judged = APPLIED.label(provision.in_practice) if provision.in_practice else ""
    title = _label(provision.field_title("in_practice").rstrip("?"), of)
    text = ". ".join(filter(None, (judged, provision.practice))) if judged else provision.practice
    yield in_words(title, text, silent=NOT_JUDGED)


def source_of(review: LegalReview, provision: Provision) -> str:
    """Law, article, link and the day of the version that was read."""
    names = {law.id: law.name for law in review.laws}
    laws = joined([names[id] for id in provision.laws if id in names])
    dated = (
        gettext("text of {day}", day=day(provision.dated)) if provision.dated is not None else ""
    )
    return ", ".join(filter(None, (laws, provision.article, dated, provision.link)))


def conclusions(item: Item, of: str = "") -> Iterator[Answer]:
    """The person who judged it and when, and what should follow."""
    if judged := judgement(item):
        yield in_words(_label(item.field_title("judged_by"), of), judged)
    yield from proposed(item, of)


def judgement(item: Item) -> str:
    """The person who judged it and when, "" where nobody says so."""
    when = day(item.judged_on) if item.judged_on else ""
    return ", ".join(filter(None, (item.judged_by, when)))


def proposed(item: Item, of: str = "") -> Iterator[Answer]:
    """The gap, and what should be done about it."""
    if item.gap:
        yield in_words(_label(item.field_title("gap"), of), item.gap)
    if item.recommendation:
        yield in_words(_label(item.field_title("recommendation"), of), recommendation(item))


def several_answers(review: LegalReview, provision: Provision, name: str) -> Iterator[Answer]:
    """One of several lines under one heading: each of its answers says by `name` which one it is of."""
    yield in_law(review, provision, name)
    for field in ("quotation", "translation"):
        if text := getattr(provision, field):
            yield in_words(_label(provision.field_title(field), name), text)
    if provision.in_practice or provision.practice:
        yield from in_practice(provision, name)
    yield from proposed(provision, name)


def judgements(items: Sequence[Item]) -> Iterator[Answer]:
    """The people who judged them and when, each once."""
    if judged := [*dict.fromkeys(filter(None, map(judgement, items)))]:
        yield in_words(items[0].field_title("judged_by"), "; ".join(judged))


def _label(title: str, of: str) -> str:
    """The label of an answer; `of` what it is, where several stand under one heading."""
    return gettext("{name}, {field}", name=of, field=lower_first(title)) if of else title


def recommendation(item: Item) -> str:
    """The recommendation: what, by whom, how soon, and what has come of it."""
    parts = [
        item.actor,
        PRIORITY.within(item.priority) if item.priority else "",
        PROGRESS.within(item.progress) if item.progress else "",
    ]
    details = ", ".join(filter(None, parts))
    if not details:
        return item.recommendation
    return gettext("{text} ({beside})", text=item.recommendation, beside=details)


def conduct_answers(review: LegalReview, conduct: Conduct) -> Iterator[Answer]:
    """The offence, its penalty, and how far it reaches."""
    yield in_law(review, conduct)
    yield from _texts(conduct, "quotation", "translation")
    yield in_words(conduct.field_title("elements"), conduct.elements)
    yield in_words(gettext("Penalty"), penalty(conduct))
    yield in_words(conduct.field_title("compared"), conduct.compared)
    for name in ("proportionate", "attempts", "companies"):
        value = getattr(conduct, name)
        text = gettext(YES_OR_NO[value]) if value is not None else ""
        yield in_words(conduct.field_title(name).rstrip("?"), text)
    yield from in_practice(conduct)
    yield from conclusions(conduct)


def penalty(conduct: Conduct) -> str:
    """Prison terms in years and the penalties in words."""
    least, most = conduct.minimum, conduct.maximum
    if least is not None and most is not None:
        years = gettext("{least} to {most} years", least=number(least), most=number(most))
    elif least is not None:
        years = gettext("{least} years or more", least=number(least))
    elif most is not None:
        years = gettext("up to {most} years", most=number(most))
    else:
        years = ""
    return "; ".join(filter(None, (years, conduct.penalty)))


def treaty_answers(treaty: Treaty) -> Iterator[Answer]:
    """The status of the country and a treaty: always as of a day, with its source.

    Reservations are asked of those alone that are party.
    """
    yield treaty_status(treaty)
    if treaty.signed_on:
        yield in_words(treaty.field_title("signed_on"), treaty.signed_on)
    if treaty.status == "party" or treaty.reservations:
        yield in_words(treaty.field_title("reservations"), treaty.reservations)
    yield from conclusions(treaty)


def treaty_status(treaty: Treaty) -> Answer:
    """The status as of its day; unknown is open."""
    if treaty.status is None:
        return in_words(treaty.name, "", silent=NOT_JUDGED)
    source = {
        True: gettext("from the depositary"),
        False: gettext("secondary source, not confirmed by the depositary"),
        None: "",
    }[treaty.confirmed]
    act = TREATY_ACTION.within(treaty.action) if treaty.action else ""
    facts = [
        RATIFICATION.label(treaty.status),
        ", ".join(filter(None, (act, treaty.day or ""))),
        gettext("as of {day}", day=treaty.as_of) if treaty.as_of else "",
        treaty.source,
        source,
    ]
    text = gettext("{label}: {text}", label=treaty.name, text="; ".join(filter(None, facts)))
    return Answer("open" if treaty.status == "unknown" else "stated", text)


def _texts(item: Item, *names: str) -> Iterator[Answer]:
    for name in names:
        if text := getattr(item, name):
            yield in_words(item.field_title(name), text)
