"""What a baseline's or target's cell says: a number, its unit, its day, and the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trueline.exchange.logframe.headings import plain

_YEAR_IN_BRACKETS = re.compile(r"[(\[（]\s*((?:19|20)\d\d(?:-\d\d-\d\d)?)\s*[)\]）]")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d.,])")
_AMOUNT = re.compile(
    r"^(?P<number>[+-]?\d[\d.,' \u00a0\u202f\u066b\u066c]*)\s*(?P<rest>.*)$", re.DOTALL
)
_PERCENT = re.compile(
    r"^(?:%|٪|per ?cent\b|percent\b|pour ?cent\b|por ?ciento\b|por ?cento\b|prozent\b|процент\w*|بالمئة)",
    re.IGNORECASE,
)
PER_CENT = "per cent"
SEX = frozenset(
    map(
        plain,
        [
            "women",
            "men",
            "girls",
            "boys",
            "female",
            "male",
            "femme",
            "femmes",
            "fille",
            "filles",
            "homme",
            "hommes",
            "garçons",
            "mujer",
            "mujeres",
            "hombre",
            "hombres",
            "niñas",
            "niños",
            "mulheres",
            "homens",
            "meninas",
            "meninos",
            "frauen",
            "männer",
            "mädchen",
            "jungen",
            "женщин",
            "женщины",
            "мужчин",
            "мужчины",
            "نساء",
            "رجال",
            "فتيات",
            "فتيان",
            "امرأة",
        ],
    )
)


@dataclass(frozen=True)
class Amount:
    """A cell of a baseline or target. Without a number, all of it is words."""

    number: Decimal | None
    words: str
    unit: str = ""
    day: date | None = None

    @property
    def by_sex(self) -> bool:
        """Whether it says how many women or men."""
        return any(word in SEX for word in plain(self.words).split())


def amount_in(text: str, *, last_of_year: bool) -> Amount:
    """Read a cell. A year becomes the last of its days for targets, the first for baselines."""
    bare = text.strip()
    day: date | None = None
    if match := _YEAR_IN_BRACKETS.search(bare):
        day = day_in(match[1], last_of_year=last_of_year)
        bare = f"{bare[: match.start()].rstrip()}{bare[match.end() :]}".strip()
    match = _AMOUNT.match(bare)
    number = decimal_in(match["number"]) if match else None
    if match is None or number is None:
        return Amount(None, bare, day=day)
    rest = match["rest"].strip()
    unit = ""
    if percent := _PERCENT.match(rest):
        unit, rest = PER_CENT, rest[percent.end() :].strip()
    rest = rest.strip(" ,;.")
    if rest.startswith(("/", "-", "–", "of ", "out of", ":", "°")) and not rest.startswith(
        "of whom"
    ):
        return Amount(None, bare, day=day)
    return Amount(number, rest, unit, day)


def day_in(text: str, *, last_of_year: bool) -> date | None:
    """The day that a text names: a whole date, else a year."""
    if match := _DAY.search(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    years = _YEAR.findall(text)
    if not years:
        return None
    return date(int(years[-1]), 12, 31) if last_of_year else date(int(years[-1]), 1, 1)


def decimal_in(text: str) -> Decimal | None:
    """A number as people write it; None where it is none, or could be two."""
    bare = re.sub(r"[ \u00a0\u202f']", "", text.strip()).rstrip(".,")
    if re.fullmatch(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[+-]?\d+,\d{1,2}", bare):
        bare = bare.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,12}(?:\.\d{1,6})?", bare):
        return None
    return Decimal(bare)
