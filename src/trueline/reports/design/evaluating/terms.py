"""Evaluation plan and terms of reference as a document, from cover to last page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from trueline.design import Design, Indicator, Result
from trueline.design.figure_wording import baseline_in_words, target_in_words
from trueline.language import (
    dates,
    day,
    gettext,
    noting_untranslated,
    shortened,
    untranslated_notice,
)
from trueline.reports.design.codes import Codes, codes_of
from trueline.reports.design.dossier.cover import MADE_UP, lead
from trueline.reports.design.dossier.learning import learning
from trueline.reports.design.dossier.measuring import calendar
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.design.dossier.risks import displacement
from trueline.reports.design.evaluating.readiness import is_ready, readiness
from trueline.reports.layout.blocks import (
    Block,
    Cover,
    Document,
    Facts,
    Points,
    Prose,
    Section,
    Table,
)
from trueline.reports.layout.lines import languages_of
from trueline.reports.printable import printable
from trueline.reports.titles import INVENTED, UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

LEVELS = ("impact", "outcome", "output")


def terms_of_reference(design: Design, toolkit: Toolkit, *, on: date | None = None) -> Document:
    """The terms of reference: questions and figures, when, by whom, and what is handed in."""
    design = printable(design)
    wording = Wording(design, toolkit)
    with noting_untranslated() as noted:
        sections = tuple(_sections(design, wording))
    front = _cover(design, wording, on)
    if notice := untranslated_notice(noted):
        front = replace(front, note=f"{front.note} {notice}")
    return Document(
        title=design.title or gettext(UNTITLED),
        running=shortened(title_of(design, gettext(UNTITLED))),
        kind=_kind(),
        cover=front,
        sections=sections,
        on=on,
        languages=languages_of(design, noted),
    )


def _kind() -> str:
    return gettext("Evaluation plan and terms of reference")


def _cover(design: Design, wording: Wording, on: date | None) -> Cover:
    note = gettext(
        "A draft made with Trueline from the programme’s design, to be gone through before it is sent"
        " out. Its questions, conditions and tasks are ours; they follow question 6 of section 1 of"
        " the ICAT toolkit, whose agencies have neither reviewed nor endorsed them."
    )
    facts = [
        (Design.field_title("lead"), design.lead or gettext("Not said yet")),
        (gettext("Dates"), dates(design.start, design.end) or gettext("Not said yet")),
        (Design.field_title("phase"), wording.field(design, "phase") or gettext("Not said yet")),
        (
            gettext("Budget for measurement and learning"),
            wording.field(design.evaluation, "budget") or gettext("Not said yet"),
        ),
        *([(gettext("Date of this draft"), day(on))] if on else []),
    ]
    return Cover(
        kind=f"{_kind()} · {gettext(INVENTED)}" if design.invented else _kind(),
        title=design.title or gettext(UNTITLED),
        lead=lead(design),
        facts=tuple(facts),
        note=f"{gettext(MADE_UP)} {note}" if design.invented else note,
    )


def _sections(design: Design, wording: Wording) -> Iterator[Section]:
    codes = codes_of(design)
    yield Section(gettext("Questions of the evaluation"), tuple(_questions(design)), new_page=True)
    yield Section(gettext("What is measured"), tuple(_indicators(design, wording, codes)))
    yield displacement(design, wording)
    yield learning(design, wording)
    yield _ready(design)
    yield _tasks()
    yield calendar(design, wording, codes)


def _questions(design: Design) -> Iterator[Block]:
    results = [each for level in LEVELS for each in design.results if each.level == level]
    if not results:
        yield nothing_yet(gettext("results"))
    for result in results:
        if result.statement:
            yield Points(tuple(_questions_on(result)), result.statement)
    yield Points(
        (
            gettext("What changed that nobody meant to change, for better or worse, and for whom?"),
            gettext("What else could have brought the changes about?"),
            gettext("Which of the assumptions held, and which did not?"),
            gettext("What would be done otherwise, and with what money?"),
        ),
        gettext("Of the whole"),
    )


def _questions_on(result: Result) -> Iterator[str]:
    if result.level == "output":
        yield gettext("Was it done as planned, for whom, and whom did it miss?")
        return
    yield gettext("How far did it come about, for whom, and how sure is that?")
    yield gettext("Does it last, and how long after the work was it looked at?")
    if result.level == "impact":
        yield gettext("Did trafficking grow less, or move elsewhere or to others?")


def _indicators(design: Design, wording: Wording, codes: Codes) -> Iterator[Block]:
    if not design.indicators:
        yield nothing_yet(gettext("how one would know"))
        return
    nothing = gettext("Not said yet")
    rows = tuple(
        (
            codes.indicators[each.id],
            each.statement or nothing,
            baseline_in_words(each.baseline),
            "\n".join(target_in_words(target) for target in each.targets) or gettext("No target"),
            wording.field(each, "frequency") or nothing,
            each.responsible or nothing,
        )
        for each in design.indicators
    )
    names = ("statement", "baseline", "targets", "frequency", "responsible")
    head = ("", *(Indicator.field_title(name) for name in names))
    yield Table(head, rows, (1.2, 3.2, 1.7, 1.8, 1.1, 1.5))


def _ready(design: Design) -> Section:
    conditions = readiness(design)
    message = (
        gettext(
            "Nothing in the design speaks against an impact study. Whether the work is done as designed is for people to look at first."
        )
        if is_ready(conditions)
        else gettext(
            "The design does not show yet that the programme is ready for an impact study. Money for one is better spent on what is missing here."
        )
    )
    rows = tuple((each.text, each.answer, each.why) for each in conditions)
    head = (gettext("Condition"), gettext("Holds"), "")
    return Section(
        gettext("Readiness for an impact study"), (Prose(message), Table(head, rows, (3, 0.8, 3)))
    )


def _tasks() -> Section:
    return Section(
        gettext("What the evaluator does and hands in"),
        (
            Points(
                (
                    gettext(
                        "Go through this plan with the team and people whom it concerns, and say what of it can be answered."
                    ),
                    gettext(
                        "Look at the records, and at how the figures came about, before using them."
                    ),
                    gettext(
                        "Ask people only with their consent, by somebody trained for it, and never where that puts them at risk."
                    ),
                    gettext(
                        "Keep no list of people: totals and what several said, with small counts held back."
                    ),
                    gettext("Tell those who were asked what was found."),
                ),
                gettext("Tasks"),
            ),
            Points(
                (
                    gettext("An inception report: questions, methods, sample, ethics, days."),
                    gettext(
                        "The figures as a table, with how they were counted and what is missing."
                    ),
                    gettext(
                        "A report that claims no more than was measured: what a figure shows, what it does not show, how sure it is, who was not asked again."
                    ),
                    gettext("A talk with the team on what is to be changed, by whom and when."),
                ),
                gettext("To hand in"),
            ),
            Facts(
                (
                    (gettext("Who answers for it"), gettext("To be filled in")),
                    (gettext("Experience asked for"), gettext("To be filled in")),
                    (gettext("Ethical review"), gettext("To be filled in")),
                    (gettext("Fee and days"), gettext("To be filled in")),
                )
            ),
        ),
    )
