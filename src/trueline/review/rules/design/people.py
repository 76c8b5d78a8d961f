"""How many people a text speaks of, and whether an indicator counts people."""

from __future__ import annotations

import re

from trueline.design import Indicator
from trueline.language.parsing import parse_number
from trueline.review.rules.design.shares import subject_of, words_of

_GROUP = re.compile(
    r"(\d[\d ,.\u00a0\u202f]*)\s+(?:[^\W\d]+\s+){0,2}?(?:people|persons?|women|men|girls|boys|children"
    r"|adults|youths?|migrants|workers|teachers|nurses|officers|officials|inspectors|prosecutors|investigators"
    r"|judges|victims|survivors|clients|trainees|participants|members|staff|personnes|femmes|hommes"
    r"|filles|garçons|enfants|jeunes|agents|enseignants|victimes|personas|mujeres|hombres|niñas"
    r"|niños|jóvenes|trabajadores|agentes|maestros|víctimas)\b",
    re.IGNORECASE,
)
"""A number, and a word for people within two words of it."""
_NUMBERS = re.compile(r"\d[\d ,.\u00a0\u202f]*")


def people_in(text: str) -> int:
    """The sum of the numbers of people in a text; 0 where it gives none, or other numbers too."""
    sizes = [parse_number(each.strip(" ,."), decimals=0).value for each in _GROUP.findall(text)]
    unclear = None in sizes or len(sizes) < len(_NUMBERS.findall(text))
    return 0 if unclear else sum(int(size) for size in sizes if size)


BODIES_WORDS = (
    "committee office institution agency ministry district village municipality school station"
    " court centre center shelter organisation organization body company plant boat port comité"
    " bureau institution agence ministère commune école tribunal foyer entreprise oficina agencia"
    " ministerio distrito aldea municipio escuela comisaría juzgado centro albergue empresa"
)
BODIES = frozenset(BODIES_WORDS.split())
"""What is counted and has neither sex nor age."""


def counts_no_people(indicator: Indicator) -> bool:
    """Whether an indicator counts committees, offices or the like, or says that it counts no people."""
    if indicator.counts_people is not None:
        return not indicator.counts_people
    counted = (indicator.denominator, indicator.numerator, indicator.unit)
    words = [word for text in counted for word in words_of(text)[:1]]
    units = {word for word in words_of(indicator.unit) if word in BODIES}
    return bool(units or BODIES & {*words, subject_of(indicator.statement)})
