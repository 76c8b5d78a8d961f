"""How many people a text speaks of, and whether an indicator counts people."""

from __future__ import annotations

import re
from itertools import takewhile

from trueline.design import Indicator
from trueline.language.parsing import parse_number
from trueline.memory import remembered
from trueline.review.rules.design.shares import SMALL, subject_of, words_of

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
_IN_ALL = re.compile(
    rf"({_NUMBER})\s+(?:of them\s+)?(?:in all|in total|all told|altogether|overall|au total|en tout|en total|en conjunto)\b"
    rf"|\b(?:a total of|in total|in all|un total de|au total|en tout|en total|suman)[:,]?\s+({_NUMBER})",
    re.IGNORECASE,
)
"""A sum that is said to be one."""
_ABOUT = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|an estimated|environ|quelque|près de|à peu près"
    rf"|unos|unas|alrededor de|cerca de|aproximadamente|casi)\s+({_NUMBER})\s*(?=[,.;:()]|$)",
    re.IGNORECASE,
)
"""A round number that nothing follows which it could be of."""
_NUMBERS = re.compile(_NUMBER)
_ROOM = re.compile(
    r"\b(?:(?:can|could) (?:only )?(?:take|serve|admit|hold|house|reach)(?: in)?|(?:room|places?|space) (?:only )?for"
    r"|peut (?:en |n'en )?(?:accueillir|prendre|recevoir|servir|accepter)|places? (?:que )?pour"
    r"|(?:puede|podrá) (?:atender|acoger|admitir|recibir)|admite|acoge|atiende|(?:cupos?|plazas?|lugar) para)"
    rf"(?: only| no more than| at most| up to| que| au plus| jusqu'à| solo| hasta| a)* ({_NUMBER})"
    rf"|\b(?:of whom|dont|de (?:ellas|ellos|las|los) que)\b[^.;\d]{{0,30}} ({_NUMBER}) (?:at most|au plus|au maximum|como máximo)",
    re.IGNORECASE,
)
"""How many can be taken of a group that is larger: “the cooperative can take 260”."""
_A_TIME = re.compile(
    r"[^.;,]{0,20}?\b(?:(?:an?|per|each|every|par|chaque|cada|al|por) (?:day|week|month|quarter|season|year|round"
    r"|jour|semaine|mois|trimestre|saison|an|année|día|semana|mes|temporada|año)|at a time|at once|à la fois|a la vez)\b",
    re.IGNORECASE,
)
"""Behind a number that comes again: “260 a year”."""
_WORDS_OF_ONE = r"(?:[^\W\d]+[ ]){0,2}[^\W\d]+"
_COUNTED = re.compile(
    rf"{_NUMBER} {_WORDS_OF_ONE}(?:(?:, | and | et | y | e ){_NUMBER} {_WORDS_OF_ONE})+\.?"
)
"""A list of trades, each with its number, and nothing else: “9 prosecutors, 14 assistants and 6 inspectors”."""


@remembered(1024)
def people_in(text: str) -> int:
    """The sum of the numbers of people in a text; 0 where it gives none, or other numbers too.

    A sum that the text gives itself, or a round number by itself, counts before all others.
    """
    for pattern in (_IN_ALL, _ABOUT):
        if len(sums := list(pattern.finditer(text))) == 1:
            return _number_in(sums[0])
    if _COUNTED.fullmatch(text.strip()) and SEVERAL_IN_ONE.isdisjoint(words_of(text)):
        counts = (parse_number(each, decimals=0).value for each in _NUMBERS.findall(text))
        return int(sum(filter(None, counts)))
    numbers = (parse_number(each, decimals=0).value for each in _GROUP.findall(text))
    sizes = [size for size in numbers if size is not None]
    return 0 if len(sizes) < len(_NUMBERS.findall(text)) else int(sum(sizes))


@remembered(1024)
def room_in(text: str) -> int:
    """The most people that a text says can be taken; 0 where it doesn’t say, or says it of a year."""
    rooms = [room for room in _ROOM.finditer(text) if not _A_TIME.match(text, room.end())]
    return _number_in(rooms[0]) if len(rooms) == 1 else 0


def _number_in(match: re.Match[str]) -> int:
    return int(parse_number(next(filter(None, match.groups())), decimals=0).value or 0)


BODIES_WORDS = (
    "committee office institution agency ministry district village municipality school station"
    " court centre center shelter organisation organization body company plant boat port network desk law agreement comité réseau"
    " bureau institution agence ministère commune école tribunal foyer entreprise oficina agencia"
    " ministerio distrito aldea municipio escuela comisaría juzgado centro albergue empresa red convenio"
)
BODIES = frozenset(BODIES_WORDS.split())
"""Bodies that are counted and have neither sex nor age."""
GROUPS_WORDS = (
    "hamlet ward camp farm family household group club class couple team unit bus county town province"
    " hameau quartier camp ferme famille ménage groupe club classe couple équipe unité ville province"
    " caserío barrio campamento finca familia hogare hogar grupo club clase pareja equipo unidade ciudade"
)
SEVERAL_IN_ONE = BODIES | {*GROUPS_WORDS.split()}
"""What holds more people than the number before it."""


def counts_no_people(indicator: Indicator) -> bool:
    """Whether an indicator counts committees, offices or the like, or says that it counts no people."""
    if indicator.counts_people is not None:
        return not indicator.counts_people
    heads = [
        word for text in (indicator.denominator, indicator.numerator) for word in _first_word(text)
    ]
    heads.append(_counted_noun(indicator.statement))
    words = {*words_of(indicator.unit), *heads, subject_of(indicator.statement)}
    return not BODIES.isdisjoint(words)


_NUMBER_OF = re.compile(r"^\W*(?:the )?number of (?:the )?", re.IGNORECASE)
_NOMBRE_DE = re.compile(
    r"^\W*(?:le |el )?(?:nombre|n[uú]mero) (?:de los |de las |des |de |d['’])", re.IGNORECASE
)
_PHRASE = re.compile(r"(?:[^\W\d_]+ ?)+")


def _counted_noun(statement: str) -> str:
    """The noun that a statement counts: “district committees that …”, “comités actifs …”.

    The last word before one that goes on; in French and Spanish the first.
    """
    phrase = _PHRASE.match(_NOMBRE_DE.sub("", _NUMBER_OF.sub("", statement)))
    words = phrase[0].casefold().split() if phrase else []
    words = list(takewhile(lambda word: word not in SMALL, words))
    if not words:
        return ""
    head = words[0] if _NOMBRE_DE.match(statement) else words[-1]
    return next(iter(words_of(head)), "")


def _first_word(text: str) -> list[str]:
    """The word that says what is counted."""
    return words_of(text)[:1]
