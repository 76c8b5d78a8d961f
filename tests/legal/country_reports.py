"""What eight real country reports say of law and of ratification, read into legal reviews.

The reports are on child labour: they name the articles that forbid forced labour, the trafficking of
children and their commercial sexual exploitation, and tick six conventions. Their grades are left
out, so that each line is unclear until somebody reads the law itself. Where a file draws its ticks
so that they are no text, what is ticked stays unknown; an empty cell counts only beside legible ticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from trueline.legal import LegalReview
from trueline.legal.checklist import LINES, checklist
from trueline.toolkit.ratifications import Register

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "documents"
COUNTRIES = {
    "Albania": "AL",
    "Cambodia": "KH",
    "Ghana": "GH",
    "Kenya": "KE",
    "Nepal": "NP",
    "Peru": "PE",
    "Philippines": "PH",
    "Ukraine": "UA",
}
CONVENTIONS = {
    "child-labour-182": "ILO C. 182, Worst Forms of Child Labor",
    "rights-of-the-child": "UN CRC",
    "sale-of-children": "UN CRC Optional Protocol on the Sale of Children, Child Prostitution and"
    " Child Pornography",
    "tip-protocol": "Palermo Protocol on Trafficking in Persons",
}
"""Those of the six that the toolkit names too."""
TICK = "✓"
STANDARDS = {
    "crime-forced-labour": "Prohibition of Forced Labor",
    "crime-trafficking": "Prohibition of Child Trafficking",
    "crime-child-sexual-exploitation": "Prohibition of Commercial Sexual Exploitation of Children",
}
_GRADE = r"(?:Yes|No|N/A|Unknown)\S*"


@dataclass(frozen=True)
class Said:
    """Something that a report says, and on which page."""

    text: str
    page: int


def file_of(country: str) -> Path:
    return FOLDER / f"{country}-labour-department-2021.pdf"


def pages_of(country: str) -> list[str]:
    """The text of each page, in one line."""
    document = pypdfium2.PdfDocument(file_of(country))
    texts = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    return [" ".join(text.split()) for text in texts]


def ratified(pages: list[str]) -> dict[str, Said]:
    """What stands beside each convention: a tick, nothing, or "?" where no tick can be read at all."""
    for number, text in enumerate(pages, 1):
        found = text.partition("Ratification of International Conventions")[2]
        if not found:
            continue
        table = found[:700]
        legible = TICK in table
        return {
            item: Said(_beside(table, name) if legible else "?", number)
            for item, name in CONVENTIONS.items()
        }
    return {}


def _beside(table: str, name: str) -> str:
    return TICK if re.search(rf"{re.escape(name)} {TICK}", table) else ""


def laws(pages: list[str]) -> dict[str, Said]:
    """The legislation that the report names for each conduct."""
    return {item: said for item, name in STANDARDS.items() for said in _legislation(pages, name)}


def _legislation(pages: list[str], name: str) -> Iterator[Said]:
    for number, text in enumerate(pages, 1):
        row = re.search(rf"{name} {_GRADE} (.+?) (?=Prohibition of|Compulsory Education)", text)
        if row:
            yield Said(re.sub(r" ?\([\d, -]+\)", "", row[1]).strip(" ;"), number)
            return


def review_of(country: str, register: Register) -> LegalReview:
    """A review with what the report says and its page; all else is unclear."""
    pages = pages_of(country)
    treaties = [_treaty(item, said) for item, said in ratified(pages).items()]
    law = {"id": "report", "title": "As named in the report of 2021, not read"}
    conducts = [
        {
            "item": item,
            "in_law": "unclear",
            "laws": ["report"],
            "article": said.text[:480],
            "gap": f"Named on page {said.page} of the report; the law itself was not read.",
        }
        for item, said in laws(pages).items()
    ]
    values: dict[str, Any] = {
        "title": f"What the report of 2021 says of the law of {country}",
        "countries": (COUNTRIES[country],),
        "laws": [law],
        "treaties": treaties,
        "conducts": conducts,
    }
    return _unclear(checklist(LegalReview.model_validate(values), register))


def _treaty(item: str, said: Said) -> dict[str, Any]:
    status = {TICK: "party", "": "not-party", "?": "unknown"}[said.text]
    source = f"Country report of 2021 on child labour, page {said.page}"
    return {"item": item, "status": status, "as_of": "2021", "source": source, "confirmed": False}


def _unclear(review: LegalReview) -> LegalReview:
    """With each line unclear that nothing is said of."""
    changed = {
        name: tuple(
            each if each.in_law else each.model_copy(update={"in_law": "unclear"})
            for each in getattr(review, name)
        )
        for name in (*LINES, "incorporation")
    }
    return review.model_copy(update=changed)
