"""`trueline new --legal --report REPORT`: what a report says of a country's law, and what the register does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from trueline.cli.printing import console, fail
from trueline.language import gettext, gettext_noop, ngettext

if TYPE_CHECKING:
    from trueline.legal import LegalReview
    from trueline.legal.reading import Comparison, Report

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
STATUSES = {
    "party": gettext_noop("party"),
    "signed": gettext_noop("signed, not ratified"),
    "not-bound": gettext_noop("not ratified"),
}
VERDICTS = {
    "agrees": gettext_noop("The register says the same"),
    "differs": gettext_noop("The register says otherwise"),
    "not-in-register": gettext_noop("The register does not know"),
}


def begin_from_report(path: Path, countries: list[str], as_of: str) -> LegalReview:
    """The review of the first country's law, begun from a report. Prints what was read."""
    from babel import Locale

    from trueline.legal import LegalReview
    from trueline.legal.reading import begin_from, compare, read_report
    from trueline.passages.languages import language_of
    from trueline.passages.uploads import read_document_pages
    from trueline.toolkit.ratifications import load_register

    if not countries:
        fail(
            gettext("Say of which country's law the report speaks."),
            gettext("Add --country, such as --country NP."),
        )
    try:
        document, pages = read_document_pages(path.read_bytes(), path.name)
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        fail(gettext("{file} can’t be read: {reason}.", file=path, reason=reason))
    if language_of(document.text[:20_000]) != "en":
        fail(
            gettext("{file} does not seem to be in English.", file=path),
            gettext("Reports on a law are read in English alone; begin without --report."),
        )
    country, *route = countries
    name = Locale("en").territories[country]
    report, register = read_report(document, pages, name), load_register()
    review = LegalReview(countries=(country,), route=tuple(route))
    _print(report, compare(report, country, register))
    return begin_from(report, review, register, as_of or _year_of(path.name))


def _year_of(name: str) -> str:
    """The year that a file's name gives, if it gives one."""
    years = set(_YEAR.findall(name))
    return years.pop() if len(years) == 1 else ""


def _print(report: Report, comparisons: list[Comparison]) -> None:
    from trueline.legal.treaties import Treaty
    from trueline.reports.ratifications.wording import fact_in_words

    out = console()
    out.print(Text(report.name, style="bold underline"))
    for each in comparisons:
        claim = gettext(
            "Page {page}: {said}.", page=each.claim.page, said=gettext(STATUSES[each.claim.status])
        )
        out.print(Padding(Text(Treaty(item=each.claim.item).name, style="bold"), (0, 0, 0, 2)))
        out.print(Padding(Text(f"{claim} “{each.claim.quote}”"), (0, 0, 0, 4)))
        verdict = f"{gettext(VERDICTS[each.verdict])}: {fact_in_words(each.fact)}"
        style = "yellow" if each.verdict == "differs" else "dim"
        out.print(Padding(Text(verdict, style=style), (0, 0, 0, 4)))
    _print_conducts(report)
    out.print(_summary(report, comparisons), soft_wrap=True)


def _print_conducts(report: Report) -> None:
    from trueline.legal.checklists import Conduct

    out = console()
    for item in dict.fromkeys(each.item for each in report.conducts):
        out.print(Padding(Text(Conduct(item=item).name, style="bold"), (0, 0, 0, 2)))
        for each in (each for each in report.conducts if each.item == item):
            line = Text(
                f"{gettext('p. {number}', number=each.page)} {gettext(WHAT[each.what])}: ", "dim"
            )
            out.print(Padding(line.append(each.quote, "default"), (0, 0, 0, 4)))


WHAT = {
    "article": gettext_noop("law that it names"),
    "law": gettext_noop("penalty in law"),
    "case": gettext_noop("sentence passed in a case, not what the law allows"),
    "open": gettext_noop("prison term, not said whether in law or in a case"),
    "missing": gettext_noop("not covered, as it says"),
}


def _summary(report: Report, comparisons: list[Comparison]) -> str:
    differing = sum(each.verdict == "differs" for each in comparisons)
    penalties = sum(each.what == "law" for each in report.conducts)
    parts = (
        ngettext(
            "Of {count} treaty it says something.",
            "Of {count} treaties it says something.",
            len(comparisons),
        ),
        ngettext(
            "{count} statement differs from the register.",
            "{count} statements differ from the register.",
            differing,
        ),
        ngettext(
            "{count} penalty in law was found.", "{count} penalties in law were found.", penalties
        ),
        gettext(
            "Nothing is judged: each line is unclear until somebody has read the law. What the report"
            " does not speak of was not looked for, which is no “no”."
        ),
    )
    return " ".join(parts)
