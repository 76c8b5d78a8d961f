"""Reads a text as a page asks as soon as a field is left; and tells what a name may become."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.reports.values import COUNTRIES, terms_in
from trueline.web.accounts.access import for_people
from trueline.web.library.edition import toolkit_in_use
from trueline.web.typed.countries import CountriesField, CountryField
from trueline.web.typed.days import DayField
from trueline.web.typed.field import MEANT, ReadField
from trueline.web.typed.money import SumField
from trueline.web.typed.numbers import NumberField, NumbersField, WholeNumberField

LONGEST = 1000
"""No field is asked about more letters."""
MOST_OFFERED = 6


def _countries() -> dict[str, str]:
    """The names that forms show, by code."""
    return dict(terms_in(COUNTRIES, toolkit_in_use()))


FIELDS: Mapping[str, Callable[[str], ReadField]] = {
    "number": lambda _currency: NumberField(),
    "whole": lambda _currency: WholeNumberField(),
    "year": lambda _currency: WholeNumberField(is_year=True),
    "numbers": lambda _currency: NumbersField(),
    "day": lambda _currency: DayField(),
    "last-day": lambda _currency: DayField(last=True),
    "money": SumField,
    "country": lambda _currency: CountryField(labels=_countries()),
    "countries": lambda _currency: CountriesField(labels=_countries()),
}
"""Parsers of texts, by the name that their field has on pages."""


@for_people
@require_safe
def understood(request: HttpRequest) -> HttpResponse:
    """Shows what a text means, or can mean, as it stands beside its field."""
    query = request.GET
    make = FIELDS.get(query.get("as", ""))
    if make is None:
        raise Http404
    field = make(query.get("currency", "")[:3])
    context = {
        "understood": field.understood(query.get("text", "")[:LONGEST]),
        "choice": f"{query.get('name', '')}{MEANT}",
        "asked": True,
    }
    return render(request, "forms/understood.html", context)


@for_people
@require_safe
def offered(request: HttpRequest) -> HttpResponse:
    """The countries that a name may become while it is written: `start`, where it begins, and `names`."""
    make = FIELDS.get(request.GET.get("as", ""))
    field = make("") if make else None
    if not isinstance(field, CountriesField):
        raise Http404
    start, names = field.offers(request.GET.get("text", "")[:LONGEST])
    return JsonResponse({"start": start, "names": names[:MOST_OFFERED]})
