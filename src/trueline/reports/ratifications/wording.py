"""A fact of the register as a reader sees it: always with its day, and with whom it is from.

Unknown is shown as unknown, and no word here stands for yes or no alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from trueline.language import day, gettext, gettext_noop, territories
from trueline.language.terms import RATIFICATION, TREATY_ACTION
from trueline.reports.values import terms_in
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import (
    EUROPEAN_UNION,
    Depositary,
    Instrument,
    Moment,
    Ratification,
    Source,
    Status,
)

DEPOSITARIES: dict[Depositary, str] = {
    "un": gettext_noop("Secretary-General of the United Nations"),
    "ilo": gettext_noop("Director-General of the International Labour Office"),
    "council-of-europe": gettext_noop("Secretary General of the Council of Europe"),
}


def about() -> str:
    """The preface, to be read before any fact."""
    return gettext(
        "Each fact is as of the day beside it; what happened since is not in it. “Unknown” is neither"
        " yes nor no. Reservations and declarations are not in the register. Before you rely on a"
        " fact, look it up with the depositary: treaties.un.org, normlex.ilo.org, coe.int."
    )


def state_name(state: str, toolkit: Toolkit) -> str:
    """A state as the United Nations call it, or as the reader's language does."""
    if state == EUROPEAN_UNION:
        return territories()[EUROPEAN_UNION]
    return terms_in("country", toolkit).get(state, state)


def by_name(states: Iterable[str], toolkit: Toolkit) -> list[str]:
    """States in the order of their names."""
    return sorted(states, key=lambda state: _alphabetical(state_name(state, toolkit)))


def by_title(instruments: Iterable[Instrument]) -> list[Instrument]:
    """Instruments in the order of their titles, No. 29 before No. 105."""
    return sorted(instruments, key=lambda each: _alphabetical(each.title))


def _alphabetical(text: str) -> list[tuple[bool, int, str]]:
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(sign)
    )
    parts = re.findall(r"\d+|\D+", plain)
    return [(True, int(part), "") if part.isdigit() else (False, 0, part) for part in parts]


def place_of(instrument: Instrument) -> str:
    """The place where the toolkit asks for it, or that it is ours."""
    return gettext("ours") if instrument.is_ours else instrument.ref


def moment_in_words(moment: Moment) -> str:
    """A day, or a year where no day is known."""
    return str(moment) if isinstance(moment, int) else day(moment)


def as_of_in_words(fact: Ratification) -> str:
    """For which day the fact is good."""
    if fact.as_of is None:
        return gettext("The register has no line on it")
    if isinstance(fact.as_of, int):
        return gettext("As of {year} at the earliest", year=fact.as_of)
    return gettext("As of {day}", day=day(fact.as_of))


def act_in_words(fact: Ratification) -> str:
    """The act of the state and its day, as far as it is known; nothing where nothing is."""
    if fact.action and fact.day is not None:
        return gettext(
            "{action}: {day}",
            action=TREATY_ACTION.label(fact.action),
            day=moment_in_words(fact.day),
        )
    if fact.action:
        return gettext("{action}, day not found", action=TREATY_ACTION.label(fact.action))
    if fact.day is not None:
        return gettext("Since {day}", day=moment_in_words(fact.day))
    return gettext("Day not found") if fact.status in (Status.PARTY, Status.SIGNED) else ""


def fact_in_words(fact: Ratification) -> str:
    """Status, act and as-of day, in that order and never the first alone."""
    parts = (RATIFICATION.label(fact.status), act_in_words(fact), as_of_in_words(fact))
    return " ".join(f"{part}." for part in parts if part)


def attribution(fact: Ratification, instrument: Instrument) -> str:
    """Whether the depositary is the source, and for what."""
    if fact.source is None:
        return ""
    depositary = gettext(DEPOSITARIES[instrument.depositary])
    if fact.source.own and fact.source.confirms == "status":
        return gettext(
            "Depositary ({depositary}), as your organisation found it", depositary=depositary
        )
    if fact.source.confirms == "status":
        return gettext("Depositary ({depositary})", depositary=depositary)
    secondary = gettext("secondary source, not confirmed by the depositary")
    if fact.source.confirms == "act":
        return gettext(
            "Depositary ({depositary}) for the act and its day; for the as-of day: {secondary}",
            depositary=depositary,
            secondary=secondary,
        )
    return secondary[:1].upper() + secondary[1:]


def source_in_words(source: Source) -> str:
    """The source, where it lies, and its attribution."""
    title = f"{source.title} ({source.at})" if source.at else source.title
    if source.own:
        title = (
            gettext("your organisation’s file: {title}", title=title)
            if title
            else gettext("your organisation’s file")
        )
    return f"{title}. {source.note}".strip() if source.note else title
