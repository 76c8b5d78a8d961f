"""Samples for the components on the page /style/: invented, and like the real thing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

from trueline.web.typed import DayField, MoneyField
from trueline.web.workspace.forms.inputs import YesNo

COLOURS = (
    ("paper", "What is written on"),
    ("wash", "Paper that something lies on: footer, filters"),
    ("ink", "Text, and the lines that part a page"),
    ("faint", "Text that stands back: hints, names of fields"),
    ("rule", "Lines between things of one kind"),
    ("edge", "Borders of what can be filled in or pressed"),
    ("accent", "Links, the one button a page is for, where you are"),
    ("mark", "A found word, and for two seconds what has just changed"),
)
SIZES = (
    ("h1", "Who does what differently"),
    ("h2", "Barriers and what removes them"),
    ("h3", "Advisers answer calls in Maithili"),
)

PARTS = (
    ("colours", "Colours"),
    ("type", "Type"),
    ("columns", "Columns"),
    ("forms", "Forms"),
    ("pieces", "Pieces of any page"),
    ("findings", "Findings"),
    ("elements", "Elements"),
    ("history", "Changes and talk"),
)

NOTES = (
    (
        "error",
        "“People reached” counts who came. It can’t show that anybody acted on what they heard.",
        "Measure the change itself, six months on, in the same group.",
        None,
    ),
    (
        "warning",
        "The activity rests on fear of risk, and the people addressed know the risk already.",
        "Ask what keeps them from acting on it, and work on that.",
        None,
    ),
    (
        "note",
        "Nobody has said yet whom the group trusts.",
        "Ask ten people of the group; a morning is enough to begin.",
        None,
    ),
    (
        "warning",
        "The follow-up comes after three months; gains from training fade later.",
        "Plan a second round after twelve months.",
        {
            "who": "Amina Rahman",
            "why": "The funder’s second phase pays for it",
            "until": date(2027, 3, 31),
        },
    ),
)


class SampleForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(help_text="As your partners would recognise it.")
    about = forms.CharField(
        label="What it does",
        required=False,
        help_text="Two or three sentences.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    begins = DayField(label="Start")
    budget = MoneyField(label="Budget", help_text="The whole of it.")
    verified = YesNo(label="Was the assumption checked here?")
    kind = forms.ChoiceField(
        label="Level",
        required=False,
        choices=[("", ""), ("output", "Output"), ("impact", "Impact")],
    )
    by = forms.MultipleChoiceField(
        label="Broken down by",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("sex", "Sex"), ("age", "Age band"), ("residence", "Residence status")],
    )
    agreed = forms.BooleanField(label="Partners have agreed to this", required=False)
    file = forms.FileField(
        label="A logframe in Excel or Word", required=False, help_text="Up to 5 MB."
    )


def samples() -> dict[str, Any]:
    wrong = {
        "name": "",
        "begins": "03/04/2027",
        "budget_amount": "86500000",
        "budget_currency": "",
        "verified": "",
        "by": ["sex"],
    }
    return {
        "parts": PARTS,
        "colours": COLOURS,
        "sizes": SIZES,
        "sample_form": SampleForm(wrong, auto_id="sample_%s"),
        "notes": [_note(*note) for note in NOTES],
        "rows": [
            {
                "title": "Who exactly",
                "values": ["People aged 18 to 40 with an offer, not yet paid"],
            },
            {
                "title": "What they do now",
                "values": ["They pay the sub-agent, then see a contract"],
            },
            {"title": "Sources", "values": ["Survey of leavers, 2026", "Ward records"]},
        ],
        "sample_pages": Paginator(range(60), 20).page(2),
    }


def _note(severity: str, message: str, next_step: str, waiver: Any) -> dict[str, Any]:
    finding = {
        "sort": "said-badly",
        "severity": severity,
        "message": message,
        "next_step": next_step,
        "waiver": waiver,
        "why": "The toolkit says what each category of indicator does not show.",
        "refs": ("3 E2",),
        "rule": "foundations.relies-on-awareness",
    }
    return {"finding": finding}
