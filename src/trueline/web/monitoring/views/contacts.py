"""Pages on where people were identified, and where a chance to do so was missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.design import DESIGN
from trueline.language import joined
from trueline.language.parsing import parse_number
from trueline.measures.periods import Period, period
from trueline.toolkit import Toolkit
from trueline.web.accounts.access import repeatable
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.monitoring.actions import contacts as saving
from trueline.web.monitoring.contacts import (
    ANSWERS,
    CONDITIONS,
    ContactRow,
    channels,
    rows_of,
    stages,
    to_share,
    unseen,
)
from trueline.web.monitoring.models import ContactTable
from trueline.web.monitoring.views.table_file import csv_file

NOTE_LETTERS = 2000
LARGEST = 1_000_000
KINDS = ("identified", "missed")


@dataclass(frozen=True)
class DisplayedContactTable:
    """A table as its readers see it."""

    table: ContactTable
    rows: list[ContactRow]

    @property
    def unseen(self) -> str:
        return joined(unseen(self.rows))

    @property
    def conditions(self) -> list[tuple[str, str]]:
        return [
            (str(text), str(ANSWERS.get(self.table.conditions.get(key, ""), _("Not answered"))))
            for key, text in CONDITIONS.items()
        ]


@in_document(permission="read", only=DESIGN.name)
@require_safe
def contacts(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Each period's table, the newest first."""
    tables = workspace.record.contact_tables.select_related("saved_by").order_by("-end", "start")
    page = page_of(tables, request.GET)
    context = {
        "page": page,
        "shown_tables": [
            DisplayedContactTable(each, rows_of(each.counts, workspace.toolkit)) for each in page
        ],
        "stages": stages(workspace.toolkit),
        "category": workspace.toolkit.category("identification.gaps"),
        "year": timezone.localdate().year,
    }
    return workspace.page(request, "monitoring/contacts.html", context)


@repeatable
@in_document(permission="read", only=DESIGN.name)
@require_POST
def file(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The tables as CSV, small counts held back."""
    record = workspace.record
    text = to_share(record.contact_tables.all(), workspace.toolkit)
    return csv_file(request, record, text, ending="contacts.csv")


@dataclass
class Input:
    """A number of a point of contact in a part of the route."""

    name: str
    label: str
    value: str
    error: str = ""


class ContactForm:
    """How many were identified and missed at each point, which conditions are met, and a note."""

    def __init__(
        self, table: saving.Table, toolkit: Toolkit, data: Mapping[str, str] | None = None
    ) -> None:
        self.is_bound = data is not None
        self.errors: list[tuple[str, str]] = []
        values = data or {}
        self.seen = values.get("seen", "") if self.is_bound else table.seen
        self.note = values.get("note", "").strip() if self.is_bound else table.note
        self.conditions = [
            (key, text, values.get(key, "") if self.is_bound else table.conditions.get(key, ""))
            for key, text in CONDITIONS.items()
        ]
        self.answers = list(ANSWERS.items())
        self.counts: dict[str, tuple[int | None, int | None]] = {}
        self.rows = [
            (
                label,
                [
                    self._cell(f"{key}/{stage}", label, title, table, values)
                    for stage, title in stages(toolkit)
                ],
            )
            for key, label in channels(toolkit)
        ]
        if len(self.note) > NOTE_LETTERS:
            text = _("It is longer than %(count)s letters.") % {"count": NOTE_LETTERS}
            self.errors.append(("note", text))

    def _cell(
        self, key: str, channel: str, stage: str, table: saving.Table, values: Mapping[str, str]
    ) -> list[Input]:
        inputs, numbers = [], list[int | None]()
        names = (_("Identified"), _("Chances missed"))
        for kind, title, count in zip(
            KINDS, names, table.counts.get(key, (None, None)), strict=True
        ):
            name = f"{key}:{kind}"
            current = "" if count is None else str(count)
            one = Input(
                name,
                f"{channel}, {stage}: {title}",
                values.get(name, "").strip() if self.is_bound else current,
            )
            numbers.append(self._number(one))
            inputs.append(one)
        if numbers != [None, None]:
            self.counts[key] = (numbers[0], numbers[1])
        return inputs

    def _number(self, field: Input) -> int | None:
        """The typed number; nothing is missing, and is not 0."""
        if not field.value:
            return None
        value = parse_number(field.value, decimals=0).value
        if value is None or value != int(value) or not 0 <= value < LARGEST:
            field.error = _("People are counted in whole numbers from 0 up.")
            self.errors.append((field.name, f"{field.label}: {field.error}"))
            return None
        return int(value)

    def is_valid(self) -> bool:
        return self.is_bound and not self.errors

    @property
    def table(self) -> saving.Table:
        """The table as typed by the visitor."""
        conditions = {key: answer for key, _text, answer in self.conditions if answer in ANSWERS}
        return saving.Table(self.counts, conditions, self.note)


class Enter(EditView):
    """The table of one period, to be filled in."""

    only = DESIGN.name
    template = "monitoring/enter_contacts.html"
    when: Period

    def load(self) -> HttpResponse | None:
        when = period(self.request.GET.get("period", "")[:20])
        if when is None:
            say(
                self.request,
                _(
                    "Write the period as a year, half, quarter or month: 2027, 2027-H1, 2027-Q3 or 2027-07."
                ),
                level=messages.warning,
            )
            return HttpResponseRedirect(reverse("monitoring:contacts", args=[self.record.pk]))
        self.when = when
        return None

    def get_form(self, data: Any = None) -> ContactForm:
        table = self.record.contact_tables.filter(label=self.when.label).first()
        return ContactForm(saving.table_of(table), self.workspace.toolkit, data)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except saving.EditConflict:
            form, now = self.get_form(request.POST), self.get_form()
            form.seen = now.seen
            return self.show(form, status=409, theirs=now)

    def save(self, form: ContactForm) -> None:
        saving.save(self.record, self.when, form.table, seen=form.seen, by=self.request.user)

    def message_for(self, saved: None) -> str:
        return _("Saved.")

    def success_url(self, saved: None) -> str:
        return reverse("monitoring:contacts", args=[self.record.pk])

    def get_context(self, form: ContactForm) -> dict[str, Any]:
        return {"when": self.when, "stages": stages(self.workspace.toolkit)}
