"""How many people a text speaks of, and whether an indicator counts people."""

from __future__ import annotations

import re

from trueline.design import Indicator
from trueline.language.parsing import parse_number
from trueline.review.rules.design.shares import subject_of, words_of

_NUMBER = r"(?<!\d)(?<!\d[ ,.\u00a0\u202f])\d+(?:[ ,.\u00a0\u202f]\d+)*+"
"""From its first digit on alone, so that a long row of digits is read once."""
_GROUP = re.compile(
    rf"({_NUMBER})[,.]?\s+(?:[^\W\d]+\s+){{0,2}}?(?:people|persons?|women|men|girls|boys|children"
    r"|adults|youths?|migrants|workers|teachers|nurses|officers|officials|inspectors|prosecutors|investigators"
    r"|judges|victims|survivors|clients|trainees|participants|members|staff|personnes|femmes|hommes"
    r"|filles|garçons|enfants|jeunes|agents|enseignants|victimes|personas|mujeres|hombres|niñas"
    r"|niños|jóvenes|trabajadores|agentes|maestros|víctimas)\b",
    re.IGNORECASE,
)
"""A number, and a word for people within two words of it."""
_NUMBERS = re.compile(_NUMBER)


def people_in(text: str) -> int:
    """The sum of the numbers of people in a text; 0 where it gives none, or other numbers too."""
    found = (parse_number(each, decimals=0).value for each in _GROUP.findall(text))
    sizes = [size for size in found if size is not None]
    return 0 if len(sizes) < len(_NUMBERS.findall(text)) else int(sum(sizes))


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
    heads = [word for text in (indicator.denominator, indicator.numerator) for word in _head(text)]
    words = {*words_of(indicator.unit), *heads, subject_of(indicator.statement)}
    return not BODIES.isdisjoint(words)


def _head(text: str) -> list[str]:
    """The word that says what is counted."""
    return words_of(text)[:1]
