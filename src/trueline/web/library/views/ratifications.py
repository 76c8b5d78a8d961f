"""The register of ratifications: by state, by treaty, and states side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from trueline.reports.exports.export import XLSX
from trueline.reports.ratifications.matrix import matrix, matrix_workbook
from trueline.reports.ratifications.picture import treaty_svg
from trueline.reports.ratifications.wording import (
    about,
    attribution,
    by_name,
    by_title,
    fact_in_words,
    place_of,
    source_in_words,
    state_name,
)
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import Ratification, Register, load_register, parse_state
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.pages import library_page

FEW = 6
"""States that stand side by side as columns; more of them stand below each other."""
LONGEST = 4_000


@dataclass(frozen=True)
class Fact:
    """A fact as its page shows it: its subject, its status and its source."""

    name: str
    key: str
    place: str
    text: str
    source: str


@library_page
def overview(request: HttpRequest) -> HttpResponse:
    """All treaties and states, each with its page."""
    register, toolkit = load_register(), toolkit_in_use()
    context = {
        "toolkit": toolkit,
        "about": about(),
        "instruments": [(each, place_of(each)) for each in by_title(register.instruments)],
        "states": [(code, state_name(code, toolkit)) for code in by_name(register.states, toolkit)],
    }
    return render(request, "library/ratifications.html", context)


@library_page
def of_state(request: HttpRequest, state: str) -> HttpResponse:
    """The facts on one state, treaty by treaty."""
    register, toolkit = load_register(), toolkit_in_use()
    if state not in register.states:
        raise Http404
    facts = [
        _fact(register.of(state, each.id), register, each.title, place_of(each))
        for each in by_title(register.instruments)
    ]
    context: dict[str, object] = {
        "name": state_name(state, toolkit),
        "facts": facts,
        "of": "instrument",
    }
    return _facts_page(request, toolkit, context)


@library_page
def of_instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    """The facts on one treaty, state by state."""
    register, toolkit = load_register(), toolkit_in_use()
    try:
        treaty = register.instrument(instrument)
    except KeyError:
        raise Http404 from None
    facts_by_state = [
        (state_name(code, toolkit), register.of(code, treaty.id))
        for code in by_name(register.states, toolkit)
    ]
    context: dict[str, object] = {
        "name": treaty.title,
        "facts": [_fact(fact, register, name) for name, fact in facts_by_state],
        "of": "state",
        "place": place_of(treaty),
        "picture": mark_safe(treaty_svg(treaty.title, facts_by_state)),
    }
    return _facts_page(request, toolkit, context)


@library_page
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Selected states side by side, or all of them, by treaty."""
    register, toolkit = load_register(), toolkit_in_use()
    states, unread = _states_in(request, register)
    table = matrix(register, toolkit, states)
    context = {
        "toolkit": toolkit,
        "about": about(),
        "matrix": table,
        "few": bool(states) and len(states) <= FEW,
        "asked_states": request.GET.get("states", "")[:LONGEST],
        "unread": unread,
    }
    return render(request, "library/ratifications_matrix.html", context)


@library_page
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    states, _unread = _states_in(request, load_register())
    table = matrix(load_register(), toolkit_in_use(), states)
    response = HttpResponse(matrix_workbook(table), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="ratifications.xlsx"'
    return response


def _facts_page(
    request: HttpRequest, toolkit: Toolkit, context: Mapping[str, object]
) -> HttpResponse:
    full_context = {**context, "toolkit": toolkit, "about": about()}
    return render(request, "library/ratifications_facts.html", full_context)


def _fact(fact: Ratification, register: Register, name: str, place: str = "") -> Fact:
    source = ""
    if fact.source:
        by = attribution(fact, register.instrument(fact.instrument))
        source = f"{by}: {source_in_words(fact.source)}"
    key = fact.instrument if place else fact.state
    return Fact(name, key, place, fact_in_words(fact), source)


def _states_in(request: HttpRequest, register: Register) -> tuple[list[str], list[str]]:
    """The states that somebody wrote, and a sentence for each that could not be read."""
    states, unread = [], []
    for name in request.GET.get("states", "")[:LONGEST].replace(";", ",").split(","):
        if not (name := " ".join(name.split())):
            continue
        read = parse_state(name)
        if read.value in register.states:
            states.append(read.value)
        else:
            unread.append(_("The register has no state “%(name)s”.") % {"name": name})
    return states, unread
