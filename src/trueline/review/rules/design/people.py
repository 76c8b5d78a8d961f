"""How many people a text speaks of."""

from __future__ import annotations

import re

from trueline.language.parsing import parse_number

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
