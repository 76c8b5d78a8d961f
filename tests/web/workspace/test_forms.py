"""Forms of the design: what is shown and sent back unchanged leaves the design as it was."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.http import QueryDict

from tests.web.workspace.small import SMALL
from trueline.design import Design, Indicator, parse_design
from trueline.document import NextStep, elements_of, resolve, set_fields
from trueline.toolkit import load_toolkit
from trueline.web.workspace.forms import form_for

TOOLKIT = load_toolkit()


class Sent(HTMLParser):
    """What a browser sends of a form that nobody touches."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.data = QueryDict(mutable=True)
        self.select = self.area = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "input" and (at.get("type") not in ("checkbox", "radio") or "checked" in at):
            ticked = at.get("type") in ("checkbox", "radio")
            self.data.appendlist(at["name"], at.get("value", "on" if ticked else ""))
        if tag == "select":
            self.select = at["name"]
        if tag == "option" and "selected" in at:
            self.data.appendlist(self.select, at.get("value", ""))
        if tag == "textarea":
            self.area = at["name"]
            self.data[self.area] = ""

    def handle_data(self, data):
        if self.area:
            self.data[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser drops the line break that follows the tag, and sends lines with both signs.
            text = self.data[self.area].removeprefix("\n")
            self.data[self.area] = text.replace("\n", "\r\n")
            self.area = ""


def test_what_stands_empty_is_sent_back_empty():
    """Among it the months of follow-up, of which there are none."""
    for address, part in elements_of(SMALL):
        shown = form_for(type(part), SMALL, TOOLKIT, part=part).as_div()
        form = form_for(type(part), SMALL, TOOLKIT, part=part, data=Sent(shown).data)
        assert form.errors == {}, address


def test_a_form_sent_back_unchanged_changes_nothing(golden):
    addresses = ["", "evaluation", *(address for address, _ in elements_of(golden))]
    assert len(addresses) > 25
    for address in addresses:
        part = golden if not address else resolve(golden, address)
        shown = form_for(type(part), golden, TOOLKIT, part=part).as_div()
        form = form_for(type(part), golden, TOOLKIT, part=part, data=Sent(shown).data)
        assert form.is_valid(), (address, form.errors)
        assert set_fields(golden, address, form.values) == golden, address


def post(model, design=None, **data) -> object:
    sent = QueryDict(mutable=True)
    for name, value in data.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return form_for(model, design or Design(), TOOLKIT, data=sent)


DESIGN = parse_design(
    "results: [{id: r1, statement: Fewer}]\nactivities: [{id: a1, kind: justice}]"
).document


@pytest.mark.parametrize(
    ("address", "field", "typed", "words"),
    [
        ("", "start", "31/02/2027", "a day with its year"),
        ("", "budget", ["many", "EUR"], "Write an amount"),
        ("", "budget", ["100", ""], "in which currency"),
        ("", "budget", ["100", "EURO"], "in which currency"),
        ("", "countries", "Narnia", "no country in the list"),
        ("activities[a1]", "people", "about 300", "whole number"),
        ("activities[a1]", "people", "-5", "0 or more"),
        ("activities[a1]", "title", "x" * 501, "at most 500"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(address, field, typed, words):
    part = DESIGN if not address else resolve(DESIGN, address)
    sent = QueryDict(mutable=True)
    if isinstance(typed, list):
        sent[f"{field}_amount"], sent[f"{field}_currency"] = typed
    else:
        sent[field] = typed
    form = form_for(type(part), DESIGN, TOOLKIT, part=part, data=sent)
    assert not form.is_valid()
    assert words in str(form.errors[field])


def test_a_country_may_be_written_by_name_or_code():
    sent = QueryDict(mutable=True)
    sent["countries"] = "nepal, qa"
    form = form_for(Design, DESIGN, TOOLKIT, part=DESIGN, data=sent)
    assert form.is_valid(), form.errors
    assert form.values["countries"] == ("NP", "QA")


def test_a_slip_in_a_country_is_met_with_the_nearest_name():
    sent = QueryDict(mutable=True)
    sent["countries"] = "Nepal, Ugand"
    form = form_for(Design, DESIGN, TOOLKIT, part=DESIGN, data=sent)
    assert "Did you mean: Uganda" in form.errors["countries"][0]


def test_lists_to_break_down_by_go_by_their_names():
    sent = QueryDict(mutable=True)
    sent["disaggregation"] = "Age band\nsex\nDistrict"
    form = form_for(Indicator, DESIGN, TOOLKIT, data=sent)
    assert form.is_valid(), form.errors
    assert form.values["disaggregation"] == ("age-band", "sex", "District")
    shown = form_for(
        Indicator, DESIGN, TOOLKIT, part=Indicator(id="i", disaggregation=("age-band",))
    )
    assert "Age band" in str(shown["disaggregation"])


@pytest.mark.parametrize("about", ["activities[a1]", "justice.mentoring", "results[gone]", ""])
def test_what_a_step_is_about_is_chosen_by_name_and_kept(about):
    sent = QueryDict(mutable=True)
    sent["about"] = about
    form = form_for(NextStep, DESIGN, TOOLKIT, part=NextStep(id="n", about=about), data=sent)
    assert form.is_valid(), form.errors
    assert form.values["about"] == about


def test_not_said_is_neither_yes_nor_no():
    part = resolve(DESIGN, "activities[a1]")
    for typed, value in (("yes", True), ("no", False), ("", None)):
        sent = QueryDict(mutable=True)
        sent["training"] = typed
        form = form_for(type(part), DESIGN, TOOLKIT, part=part, data=sent)
        assert form.is_valid()
        assert form.values["training"] is value
