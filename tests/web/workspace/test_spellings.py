"""Spellings of numbers, days, sums and countries through the forms: right, asked, or refused.

None is ever read as something else than its writer meant.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.web.workspace.test_forms import Sent
from trueline.design import Design, Indicator, parse_design
from trueline.document import Money, resolve
from trueline.toolkit import load_toolkit
from trueline.web.workspace.forms import form_for

TOOLKIT = load_toolkit()
DESIGN = parse_design("activities: [{id: a1, kind: justice}]").document
ASKED, REFUSED = "asked", "refused"
NB = "\u00a0"
THIN = "\u202f"

NUMBERS: list[tuple[str, str, Any]] = [
    ("en", "6,000", ASKED),
    ("en", "6000", "6000"),
    ("en", "6 000", "6000"),
    ("en", "6.000", ASKED),
    ("en", "1.500", ASKED),
    ("en", "1,500", ASKED),
    ("fr", "1,500", ASKED),
    ("es", "1.500", ASKED),
    ("en", "1,25,00,000", "12500000"),
    ("en", "1'000", "1000"),
    ("en", "1’234’567.25", "1234567.25"),
    ("en", "12.5", "12.5"),
    ("fr", "12,5", "12.5"),
    ("es", "0,5", "0.5"),
    ("fr", f"6{NB}000", "6000"),
    ("fr", f"6{THIN}000,5", "6000.5"),
    ("es", "1.234.567,5", "1234567.5"),
    ("pt", "1.234,50", "1234.50"),
    ("ar", "٦٬٠٠٠", "6000"),
    ("ar", "١٢٫٥", "12.5"),
    ("ar", "۶۰۰۰", "6000"),
    ("ru", "1 234 567,5", "1234567.5"),
    ("en", "१,२५,०००", "125000"),
    ("en", "45 %", "45"),
    ("fr", "12,5 pour cent", "12.5"),
    ("en", "3 lakh", "300000"),
    ("es", "2,5 millones", "2500000"),
    ("ru", "2 тыс", "2000"),
    ("en", "0.125", "0.125"),
    ("en", "(5)", "-5"),
    ("en", "12 34", REFUSED),
    ("en", "1,234,56", REFUSED),
    ("en", "about 20", REFUSED),
    ("en", "250+", REFUSED),
    ("en", "six thousand", REFUSED),
    ("en", "1e9", REFUSED),
    ("en", "0x1F", REFUSED),
    ("en", "NaN", REFUSED),
    ("en", "Infinity", REFUSED),
    ("en", "10-20", REFUSED),
    ("fr", "1.250", ASKED),
    ("ar", "1,200", ASKED),
    ("es", "3 mil", "3000"),
    ("pt", "1 500,75", "1500.75"),
    ("pt", "3,2 milhões", "3200000"),
    ("ar", "١٬٢٣٤٫٥", "1234.5"),
    ("ar", "٣ آلاف", "3000"),
    ("ar", "٥٠٪", "50"),
    ("ru", "1,5 млн", "1500000"),
    ("ru", "2 миллиона", "2000000"),
    ("en", ".5", "0.5"),
    ("en", "1.500,00", "1500"),
    ("en", "−5", "-5"),
    ("en", "1 0000", REFUSED),
    ("en", "<5", REFUSED),
    ("es", "un millón", REFUSED),
]
PEOPLE: list[tuple[str, str, Any]] = [
    ("en", "6.000", 6000),
    ("en", "6,000", 6000),
    ("fr", "6 000", 6000),
    ("ar", "٦٠٠٠", 6000),
    ("en", "12.5", REFUSED),
    ("en", "-3", REFUSED),
    ("en", "a few", REFUSED),
]
DAYS: list[tuple[str, str, Any]] = [
    ("en", "2026-04-03", date(2026, 4, 3)),
    ("en", "03/04/2026", ASKED),
    ("fr", "03/04/2026", ASKED),
    ("en", "3/4/26", ASKED),
    ("en", "31/12/2027", date(2027, 12, 31)),
    ("en", "12/31/2027", date(2027, 12, 31)),
    ("en", "04/04/2026", date(2026, 4, 4)),
    ("en", "31.12.2027", date(2027, 12, 31)),
    ("en", "3.4.2026", date(2026, 4, 3)),
    ("en", "31 Dec 27", date(2027, 12, 31)),
    ("en", "December 31, 2027", date(2027, 12, 31)),
    ("en", "Friday, 31st December 2027", date(2027, 12, 31)),
    ("fr", "1er janvier 2027", date(2027, 1, 1)),
    ("fr", "31 décembre 2027", date(2027, 12, 31)),
    ("es", "31 de diciembre de 2027", date(2027, 12, 31)),
    ("pt", "31 de dezembro de 2027", date(2027, 12, 31)),
    ("ru", "31 декабря 2027 г.", date(2027, 12, 31)),
    ("ar", "٣١/١٢/٢٠٢٧", date(2027, 12, 31)),
    ("ar", "31 كانون الأول 2027", date(2027, 12, 31)),
    ("en", "March 2027", date(2027, 3, 1)),
    ("en", "2027", date(2027, 1, 1)),
    ("en", "31/02/2027", REFUSED),
    ("en", "31 March", REFUSED),
    ("en", "next year", REFUSED),
    ("en", "1405/01/15", REFUSED),
    ("en", "31/12/2570", REFUSED),
    ("en", "20270331", REFUSED),
    ("en", "45382", REFUSED),
    ("fr", "le 15 janvier 2027", date(2027, 1, 15)),
    ("fr", "fin mars 2027", date(2027, 3, 31)),
    ("en", "end of 2027", date(2027, 12, 31)),
    ("ar", "نهاية مارس 2027", date(2027, 3, 31)),
    ("ru", "до конца 2027 г.", date(2027, 12, 31)),
    ("en", "before March 2027", REFUSED),
    ("en", "Monday 15 March 2027", date(2027, 3, 15)),
    ("en", "Sunday 15 March 2027", REFUSED),
    ("fr", "mar. 16 mars 2027", date(2027, 3, 16)),
    ("es", "15/ene/27", date(2027, 1, 15)),
    ("es", "1º de marzo de 2027", date(2027, 3, 1)),
    ("pt", "15 de março de 2027", date(2027, 3, 15)),
    ("ar", "5 جانفي 2027", date(2027, 1, 5)),
    ("ar", "15 رمضان 1448", REFUSED),
    ("ru", "15.03.2027", date(2027, 3, 15)),
    ("fr", "1/2/27", ASKED),
]
SUMS: list[tuple[str, str, str, Any]] = [
    ("en", "USD 6,000", "", "USD 6000"),
    ("en", "6.000 €", "", "EUR 6000"),
    ("fr", "1 234,50", "EUR", "EUR 1234.50"),
    ("es", "5.000 euros", "", "EUR 5000"),
    ("en", "US$ 2.5 million", "", "USD 2500000"),
    ("en", "250,000.500", "TND", "TND 250000.500"),
    ("en", "250,000", "TND", ASKED),
    ("fr", "12 000 dinars tunisiens", "", "TND 12000"),
    ("en", "₹1,25,00,000", "", "INR 12500000"),
    ("en", "CHF 1'000.-", "", "CHF 1000"),
    ("ar", "٦٬٠٠٠", "TND", "TND 6000"),
    ("en", "6.000", "EUR", "EUR 6000"),
    ("en", "$6,000", "USD", "USD 6000"),
    ("en", "$6,000", "", REFUSED),
    ("en", "500 dinars", "", REFUSED),
    ("fr", "6 000 francs CFA", "", ASKED),
    ("en", "USD 5", "EUR", ASKED),
    ("en", "KES 1,000/-", "", "KES 1000"),
    ("en", "12.345", "EUR", "EUR 12345"),
    ("en", "12345.678", "EUR", REFUSED),
    ("en", "1000.5", "XOF", REFUSED),
    ("en", "-5", "EUR", REFUSED),
    ("en", "6000", "", REFUSED),
    ("en", "lots", "EUR", REFUSED),
    ("fr", "2,5 M€", "", "EUR 2500000"),
    ("fr", "500 francs suisses", "", "CHF 500"),
    ("es", "$ 1.500,50", "MXN", "MXN 1500.50"),
    ("es", "20 pesos mexicanos", "", "MXN 20"),
    ("es", "1.500 dólares", "", REFUSED),
    ("pt", "R$ 1.234,56", "", "BRL 1234.56"),
    ("pt", "5 mil reais", "", "BRL 5000"),
    ("ar", "500 دولار أمريكي", "", "USD 500"),
    ("ar", "٥٠٠ دينار أردني", "", "JOD 500"),
    ("ar", "٥٠٠ دينار", "", REFUSED),
    ("ru", "10 000 долларов США", "", "USD 10000"),
    ("ru", "5 тыс. руб.", "", ASKED),
    ("en", "Rs 500", "", ASKED),
    ("en", "1.234", "KWD", ASKED),
    ("en", "N$500", "", "NAD 500"),
    ("en", "5 USD 6", "", REFUSED),
    ("en", "5 DIN", "", REFUSED),
]
COUNTRIES: list[tuple[str, str, Any]] = [
    ("en", "Nepal", ("NP",)),
    ("fr", "Népal", ("NP",)),
    ("en", "npl", REFUSED),
    ("en", "NPL", ("NP",)),
    ("en", "Côte d'Ivoire", ("CI",)),
    ("en", "Côte d’Ivoire", ("CI",)),
    ("en", "Ivory Coast", ("CI",)),
    ("en", "Iran", ("IR",)),
    ("en", "Syria", ("SY",)),
    ("en", "Kosovo", ("XK",)),
    ("en", "Bangladesh and the Philippines", ("BD", "PH")),
    ("fr", "le Bangladesh et les Philippines", ("BD", "PH")),
    ("en", "Bosnia and Herzegovina and Serbia", ("BA", "RS")),
    ("en", "Trinidad and Tobago", ("TT",)),
    ("es", "Perú y España", ("PE", "ES")),
    ("ar", "الأردن، لبنان", ("JO", "LB")),
    ("ru", "Россия; Украина", ("RU", "UA")),
    ("en", "State of Palestine", ("PS",)),
    ("en", "Taiwan", ("TW",)),
    ("en", "Nepal, Qatar / Kuwait", ("NP", "QA", "KW")),
    ("en", "Congo", ASKED),
    ("en", "Congo (CG)", ("CG",)),
    ("en", "nepal (np)", REFUSED),
    ("en", "Korea, Nepal", ASKED),
    ("en", "Irann", REFUSED),
    ("en", "Nepal and Narnia", REFUSED),
    ("en", "South", REFUSED),
    ("fr", "Népal, l’Inde et le Qatar", ("NP", "IN", "QA")),
    ("es", "Costa de Marfil", ("CI",)),
    ("pt", "Nepal e Índia", ("NP", "IN")),
    ("ar", "نيبال والهند", ("NP", "IN")),
    ("ar", "كوت ديفوار", ("CI",)),
    ("ru", "Непал и Индия", ("NP", "IN")),
    ("en", "Antigua and Barbuda and Saint Lucia", ("AG", "LC")),
    ("en", "St. Kitts & Nevis", ("KN",)),
    ("en", "Cote dIvoire", ("CI",)),
    ("en", "Gambia, The", ("GM",)),
    ("en", "Guinea, Guinea-Bissau", ("GN", "GW")),
    ("en", "Somaliland", REFUSED),
    ("en", "England", REFUSED),
    ("en", "America", REFUSED),
]


def read(model: type, name: str, language: str, **sent: str) -> Any:
    """What a form makes of what is typed: a value, or that it asks, or that it refuses."""
    data = QueryDict(mutable=True)
    for key, value in sent.items():
        data[key] = value
    with override(language):
        part = DESIGN if model is Design else None
        if model is not Design and model is not Indicator:
            part = resolve(DESIGN, "activities[a1]")
        form = form_for(model, DESIGN, TOOLKIT, part=part, data=data)
        form.is_valid()
        if name not in form.errors:
            assert name in form.cleaned_data
            return form.cleaned_data[name]
        shown = str(form[name])
        codes = [error.code for error in form.errors.as_data()[name]]
        assert (codes == ["ambiguous"]) == ('class="meant"' in shown), shown
        return ASKED if codes == ["ambiguous"] else REFUSED


@pytest.mark.parametrize(("language", "typed", "meant"), NUMBERS)
def test_a_number(language: str, typed: str, meant: Any) -> None:
    value = read(Indicator, "baseline.value", language, **{"baseline.value": typed})
    assert value == (meant if meant in (ASKED, REFUSED) else Decimal(meant))


@pytest.mark.parametrize(("language", "typed", "meant"), PEOPLE)
def test_a_number_of_people(language: str, typed: str, meant: Any) -> None:
    model = type(resolve(DESIGN, "activities[a1]"))
    assert read(model, "people", language, people=typed) == meant


@pytest.mark.parametrize(("language", "typed", "meant"), DAYS)
def test_a_day(language: str, typed: str, meant: Any) -> None:
    assert read(Design, "start", language, start=typed) == meant


@pytest.mark.parametrize(("language", "typed", "currency", "meant"), SUMS)
def test_a_sum(language: str, typed: str, currency: str, meant: Any) -> None:
    value = read(Design, "budget", language, budget_amount=typed, budget_currency=currency)
    if meant not in (ASKED, REFUSED):
        code, amount = meant.split()
        meant = Money(amount=Decimal(amount), currency=code)
    assert value == meant


@pytest.mark.parametrize(("language", "typed", "meant"), COUNTRIES)
def test_countries(language: str, typed: str, meant: Any) -> None:
    assert read(Design, "countries", language, countries=typed) == meant


def test_there_are_a_hundred_and_eighty_in_six_languages() -> None:
    every = [*NUMBERS, *PEOPLE, *DAYS, *SUMS, *COUNTRIES]
    assert len(every) >= 180
    assert {each[0] for each in every} >= {"en", "fr", "es", "pt", "ar", "ru"}


@pytest.mark.parametrize(
    ("model", "name", "sent", "meant"),
    [
        (Indicator, "baseline.value", {"baseline.value": "1.500"}, {"1500", "1.5"}),
        (Design, "start", {"start": "03/04/2026"}, {"2026-04-03", "2026-03-04"}),
        (Design, "countries", {"countries": "Congo"}, None),
        (Design, "budget", {"budget_amount": "USD 5", "budget_currency": "EUR"}, None),
    ],
)
def test_what_is_chosen_of_two_readings_is_taken(
    model: type, name: str, sent: dict[str, str], meant: set[str] | None
) -> None:
    """Each reading is offered beside the field, and choosing it saves it."""
    data = QueryDict(mutable=True)
    data.update(sent)
    form = form_for(model, DESIGN, TOOLKIT, data=data)
    assert not form.is_valid()
    offered = Offered(str(form[name])).values
    assert len(offered) == 2
    assert meant is None or set(offered) == meant
    values = []
    for value in offered:
        data[f"{next(iter(sent))}:meant"] = value
        again = form_for(model, DESIGN, TOOLKIT, data=data)
        assert name not in again.errors
        values.append(again.cleaned_data[name])
    assert values[0] != values[1]


def test_a_choice_for_another_text_counts_for_nothing() -> None:
    data = QueryDict(mutable=True)
    data.update({"start": "05/06/2026", "start:meant": "2026-04-03"})
    assert "start" in form_for(Design, DESIGN, TOOLKIT, data=data).errors


class Offered(Sent):
    """The values of the choices on a form."""

    def __init__(self, html: str) -> None:
        self.values: list[str] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        at = dict(attrs)
        if tag == "input" and at.get("type") == "radio":
            self.values.append(at["value"])


@pytest.mark.parametrize(
    ("reads", "text", "says"),
    [
        ("number", "1500", "1,500"),
        ("number", "1.500", "What is meant?"),
        ("number", "some", "Write a number"),
        ("whole", "6.000", "6,000"),
        ("year", "2027", ""),
        ("day", "3 April 2026", ""),
        ("day", "2026-04-03", "3 April 2026"),
        ("last-day", "March 2027", "31 March 2027"),
        ("money", "1500", "EUR 1,500"),
        ("countries", "NPL and Qatar", "Nepal; Qatar"),
        ("country", "Irann", "Iran"),
        ("country", "Kosovo", "resolution 1244"),
        ("country", "Syria", "Syrian Arab Republic"),
        ("numbers", "6,120", "What is meant?"),
    ],
)
def test_a_page_is_told_how_a_text_is_read(cast: Any, reads: str, text: str, says: str) -> None:
    """As soon as its field is left; by the parser that reads the form."""
    query = {"as": reads, "text": text, "currency": "EUR", "name": "x"}
    answer = cast.client("reader").get(reverse("workspace:understood"), query)
    assert says in answer.content.decode()
    assert bool(says) == bool(answer.content.strip())


@pytest.mark.parametrize(
    ("reads", "text", "start", "first"),
    [
        ("country", "Nep", 0, ["Nepal"]),
        ("countries", "Nepal, Qat", 7, ["Qatar"]),
        ("countries", "Nepal and Qat", 10, ["Qatar"]),
        ("countries", "Bosnia and Her", 0, ["Bosnia and Herzegovina"]),
        ("countries", "Nepal, Algé", 7, ["Algeria"]),
        ("countries", "Nepal", 0, []),
        ("countries", "N", 0, []),
        ("country", "Nepal, Qat", 0, []),
    ],
)
def test_names_are_offered_for_what_is_begun(
    cast: Any, reads: str, text: str, start: int, first: list[str]
) -> None:
    answer = cast.client("reader").get(reverse("workspace:offered"), {"as": reads, "text": text})
    assert (answer.json()["start"], answer.json()["names"][:1]) == (start, first)


def test_of_several_by_one_name_each_says_which_it_is(cast: Any) -> None:
    query = {"as": "country", "text": "cong"}
    names = cast.client("reader").get(reverse("workspace:offered"), query).json()["names"]
    assert any("(CG)" in name for name in names)


def test_names_are_offered_of_countries_alone(cast: Any) -> None:
    address = reverse("workspace:offered")
    assert cast.client("reader").get(address, {"as": "day", "text": "Nepal"}).status_code == 404
    assert Client().get(address, {"as": "country", "text": "Nepal"}).status_code == 302


def test_nothing_else_is_read(cast: Any) -> None:
    address = reverse("workspace:understood")
    assert cast.client("reader").get(address, {"as": "password", "text": "1"}).status_code == 404
    assert Client().get(address, {"as": "day", "text": "1"}).status_code == 302


def test_an_end_before_its_start_is_asked_and_saved_if_it_is_meant() -> None:
    data = QueryDict(mutable=True)
    data.update({"start": "1 May 2027", "end": "30 April 2027"})
    form = form_for(Design, DESIGN, TOOLKIT, data=data)
    assert "30 April 2027" in form.errors["end"][0]
    shown = str(form["end"])
    assert 'name="end:meant"' in shown
    data["end:meant"] = "anyway"
    again = form_for(Design, DESIGN, TOOLKIT, data=data)
    assert again.is_valid(), again.errors
    assert again.values["end"] < again.values["start"]


def test_a_long_text_is_refused_and_never_cut() -> None:
    shown = str(form_for(Design, DESIGN, TOOLKIT))
    assert "maxlength" not in shown
    assert 'data-most="500"' in shown
