"""How many months later something is asked, read from the words of an indicator."""

from __future__ import annotations

import re

from trueline.memory import remembered

NUMBERS_WORDS = (
    "one 1 un 1 une 1 uno 1 una 1 two 2 deux 2 dos 2 three 3 trois 3 tres 3 six 6 seis 6 nine 9 neuf 9"
    " nueve 9 twelve 12 douze 12 doce 12 eighteen 18 dix-huit 18 dieciocho 18"
)
_WORDS = NUMBERS_WORDS.split()
NUMBERS = {_WORDS[n]: int(_WORDS[n + 1]) for n in range(0, len(_WORDS), 2)}
_LATER = re.compile(
    rf"(\d+|{'|'.join(NUMBERS)})\s+(?:(months?|mois|mes(?:es)?)|years?|ans?|años?)\b", re.IGNORECASE
)
A_YEAR = 12


@remembered(1024)
def months_in(statement: str) -> int:
    """The fewest months that a statement names: 12 in “after 12 and 24 months”; 0 where it names none."""
    months = [
        (NUMBERS.get(word.lower()) or int(word)) * (1 if month else A_YEAR)
        for word, month in _LATER.findall(statement)
    ]
    return min(months, default=0)
