"""The table of documents: its filter, and the rows that fit.

Everything is asked by the address of the page, so that a view of the table can be kept, sent to a
colleague, and taken along as a file.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.document import Document, Kind, kind_named, kinds
from trueline.document.field_spec import field_specs
from trueline.reports.values import COUNTRIES, terms_in, word_label
from trueline.toolkit import Toolkit
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.choices import Choice
from trueline.web.documents.models import DocumentRecord, PortfolioEntry, State
from trueline.web.documents.portfolio.entries import folded
from trueline.web.library.edition import toolkit_in_use

ON_A_PAGE = 25
ARCHIVED, TEMPLATES = "archived", "template"
LONGEST_QUERY = 200

SORTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "country": ("entry__countries",),
    "phase": ("entry__phase",),
    "lead": ("entry__lead",),
    "owner": ("owner__name", "owner__email"),
    "state": ("state",),
    "errors": ("entry__errors",),
    "warnings": ("entry__warnings",),
    "open": ("entry__open_questions",),
    "changed": ("changed",),
}
"""Columns that the table can be sorted by."""
USUAL = "-changed"
DOWN_FIRST = frozenset(["errors", "warnings", "open", "changed"])
"""Columns that are more telling with the most at the top."""


@dataclass(frozen=True)
class PortfolioFilter:
    """A filter of documents: by words, kind, state and so on, and in which order."""

    words: str = ""
    kind: str = ""
    state: str = ""
    country: str = ""
    phase: str = ""
    whose: str = ""
    organisation: uuid.UUID | None = None
    sort: str = USUAL
    page_kind: str = ""

    @classmethod
    def of(cls, query: QueryDict, *, kind: str = "") -> PortfolioFilter:
        """The filter in a query string; values without a meaning are ignored. `kind` is the page's, if any."""
        values = {name: query.get(name, "").strip()[:LONGEST_QUERY] for name in NAMES}
        try:
            organisation = uuid.UUID(values["organisation"])
        except ValueError:
            organisation = None
        allowed = {
            "kind": {each.name for each in kinds()},
            "state": {*State.values, ARCHIVED, TEMPLATES},
            "whose": {"mine"},
        }
        plain = {name: values[name] if values[name] in allowed[name] else "" for name in allowed}
        sort = values["sort"] if values["sort"].removeprefix("-") in SORTS else USUAL
        return cls(
            words=values["q"],
            country=values["country"].upper()[:3],
            phase=values["phase"],
            organisation=organisation,
            sort=sort,
            page_kind=kind,
            **{**plain, "kind": kind or plain["kind"]},
        )

    @property
    def filters(self) -> dict[str, str]:
        """The filter, without the order and without the kind of the page itself."""
        values = {
            "q": self.words,
            "kind": "" if self.page_kind else self.kind,
            "state": self.state,
            "country": self.country,
            "phase": self.phase,
            "whose": self.whose,
            "organisation": str(self.organisation or ""),
        }
        return {name: value for name, value in values.items() if value}

    @property
    def query(self) -> str:
        """The same as a query string, "" without a filter."""
        sort = {} if self.sort == USUAL else {"sort": self.sort}
        return urlencode({**self.filters, **sort})

    @property
    def of_file(self) -> str:
        """The query of a file with these rows, which belongs to no page."""
        kind = {"kind": self.page_kind} if self.page_kind else {}
        return "&".join(filter(None, [self.query, urlencode(kind)]))

    @property
    def before_page(self) -> str:
        """The query string before `page=` in links to other pages."""
        return f"{self.query}&" if self.query else ""


NAMES = ("q", "kind", "state", "country", "phase", "whose", "organisation", "sort")


@dataclass(frozen=True)
class Column:
    """The head of a column: its title, the way to sort by it, and how it is sorted now, if it is."""

    name: str
    title: Any
    query: str
    sorted: str


@dataclass(frozen=True)
class DocumentRow:
    """A document in the table, and what its reader may do with it."""

    record: DocumentRecord
    kind: Kind[Document]
    entry: PortfolioEntry | None
    places: str
    phase: str
    permissions: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Portfolio:
    """The table as one person sees it."""

    user: User
    filter: PortfolioFilter
    toolkit: Toolkit = field(default_factory=toolkit_in_use)

    @cached_property
    def memberships(self) -> list[Membership]:
        """The person's memberships in the order of the organisations' names. One query."""
        members = memberships_in_time(self.user).select_related("organisation")
        return list(members.order_by("organisation__name", "organisation_id"))

    @cached_property
    def members(self) -> dict[uuid.UUID, Membership]:
        """The memberships by which the person may read, by organisation."""
        return {one.organisation_id: one for one in self.memberships if one.reads}

    @property
    def writes(self) -> bool:
        """Whether the person may begin something anywhere."""
        return any("edit" in ALLOWED[member.role] for member in self.members.values())

    @cached_property
    def records(self) -> QuerySet[DocumentRecord]:
        """The documents that fit, in the order wanted."""
        wanted = self.filter
        records = self._reached.filter(self._state)
        for name, column in (("kind", "kind"), ("phase", "entry__phase")):
            if value := getattr(wanted, name):
                records = records.filter(**{column: value})
        if wanted.organisation:
            records = records.filter(organisation=wanted.organisation)
        if wanted.country:
            records = records.filter(entry__countries__contains=f" {wanted.country} ")
        if wanted.whose:
            records = records.filter(owner=self.user)
        for word in folded(wanted.words).split():
            in_texts = Q(entry__words__contains=word) | Q(title__icontains=word)
            records = records.filter(in_texts | Q(organisation__name__icontains=word))
        return records.order_by(*self._order, "-changed", "pk")

    @property
    def _reached(self) -> QuerySet[DocumentRecord]:
        here = self._only or list(self.members)
        return DocumentRecord.objects.filter(organisation__in=here)

    @property
    def _only(self) -> list[uuid.UUID]:
        """The organisation in the filter, where the person belongs to it."""
        wanted = self.filter.organisation
        return [wanted] if wanted and wanted in self.members else []

    @property
    def _state(self) -> Q:
        match self.filter.state:
            case "archived":
                return Q(archived__isnull=False)
            case "template":
                return Q(archived=None, is_template=True)
            case "":
                return Q(archived=None)
        return Q(archived=None, state=self.filter.state)

    @property
    def _order(self) -> list[Any]:
        name = self.filter.sort.removeprefix("-")
        down = self.filter.sort.startswith("-")
        return [
            F(column).desc(nulls_last=True) if down else F(column).asc(nulls_last=True)
            for column in SORTS[name]
        ]

    def page(self, number: str | None) -> Page[DocumentRow]:
        """A page of rows. Three queries beyond those of `members`: thousands are put in order by their
        keys alone, and only those of the page are read."""
        page = Paginator(self.records.values_list("pk", flat=True), ON_A_PAGE).get_page(number)
        keys = list(page.object_list)
        records_by_key = {
            record.pk: record
            for record in self._with_names(DocumentRecord.objects.filter(pk__in=keys))
        }
        page.object_list = [self._row(records_by_key[key]) for key in keys if key in records_by_key]
        return page

    def rows(self) -> list[DocumentRow]:
        """Every row, for a file."""
        return [self._row(record) for record in self._with_names(self.records)]

    @staticmethod
    def _with_names(records: QuerySet[DocumentRecord]) -> QuerySet[DocumentRecord]:
        with_names = records.select_related("organisation", "owner", "entry__changed_by")
        return with_names.defer("content", "entry__words", "entry__due")

    def _row(self, record: DocumentRecord) -> DocumentRow:
        kind, entry = kind_named(record.kind), getattr(record, "entry", None)
        codes = entry.countries.split() if entry else []
        names = terms_in(COUNTRIES, self.toolkit)
        member = self.members.get(record.organisation_id)
        return DocumentRow(
            record=record,
            kind=kind,
            entry=entry,
            places=", ".join(names.get(code, code) for code in codes),
            phase=self.phase_label(kind, entry.phase) if entry and entry.phase else "",
            permissions=dict.fromkeys(ALLOWED[member.role], True) if member else {},
        )

    def phase_label(self, kind: Kind[Document], phase: str) -> str:
        """A phase in words."""
        return word_label(phase, field_specs(kind.model)[kind.facts.phase], self.toolkit)

    @property
    def columns(self) -> list[Column]:
        """The heads of the columns that can be sorted by."""
        titles = {**TITLES, "lead": self.lead_title}
        return [
            self._column(name, title)
            for name, title in titles.items()
            if name in SORTS and (name != "phase" or self.has_phases)
        ]

    @property
    def has_phases(self) -> bool:
        """Whether documents of the selected kind have phases; without a kind, some do."""
        return not self.filter.kind or bool(kind_named(self.filter.kind).facts.phase)

    @property
    def lead_title(self) -> Any:
        """The label of the lead in documents of the selected kind."""
        kind = kind_named(self.filter.kind) if self.filter.kind else None
        return (
            kind.model.field_title(kind.facts.lead) if kind and kind.facts.lead else TITLES["lead"]
        )

    def _column(self, name: str, title: Any) -> Column:
        now = self.filter.sort
        here = now.removeprefix("-") == name
        down = now.startswith("-") if here else name not in DOWN_FIRST
        following = replace(self.filter, sort=name if down else f"-{name}")
        way = ("descending" if now.startswith("-") else "ascending") if here else ""
        query = following.query or urlencode({"sort": following.sort})
        return Column(name, title, query, way)

    @cached_property
    def countries(self) -> list[tuple[str, str]]:
        """The countries of the documents that the person reaches, by name. One query."""
        entries = PortfolioEntry.objects.filter(document__in=self._of_kind).exclude(countries="")
        lines = entries.order_by().values_list("countries", flat=True).distinct()
        names = terms_in(COUNTRIES, self.toolkit)
        codes = {code for line in lines for code in line.split()}
        return sorted(((code, names.get(code, code)) for code in codes), key=lambda each: each[1])

    @property
    def _of_kind(self) -> QuerySet[DocumentRecord]:
        kind = {"kind": self.filter.kind} if self.filter.kind else {}
        return self._reached.filter(archived=None, **kind).values("pk")

    @property
    def phases(self) -> list[tuple[str, str]]:
        """The phases of documents of the selected kinds."""
        chosen = [k for k in kinds() if k.facts.phase and self.filter.kind in ("", k.name)]
        return list(
            {
                word: self.phase_label(kind, word)
                for kind in chosen
                for word in field_specs(kind.model)[kind.facts.phase].choices
            }.items()
        )

    @property
    def choices(self) -> list[Choice]:
        """The filters on offer; those without a choice are left out."""
        wanted, every = self.filter, gettext("All")
        more = [(TEMPLATES, gettext("Templates")), (ARCHIVED, gettext("Archived"))]
        states = [*((value, str(label)) for value, label in State.choices), *more]
        of_kind = [(kind.name, gettext(kind.labels.plural)) for kind in kinds()]
        places = [(str(key), str(member.organisation)) for key, member in self.members.items()]
        choices = [
            Choice("kind", gettext("Kind"), every, of_kind, wanted.kind),
            Choice("state", gettext("State"), gettext("In use"), states, wanted.state),
            Choice("country", gettext("Country"), every, self.countries, wanted.country),
            Choice("phase", gettext("Phase"), every, self.phases, wanted.phase),
            Choice(
                "organisation",
                gettext("Organisation"),
                every,
                places,
                str(wanted.organisation or ""),
            ),
            Choice(
                "whose",
                gettext("Owner"),
                gettext("Anybody"),
                [("mine", gettext("Me"))],
                wanted.whose,
            ),
        ]
        least = {"kind": 2, "organisation": 2}
        return [
            choice
            for choice in choices
            if len(choice.options) >= least.get(choice.name, 1)
            and not (choice.name == "kind" and wanted.page_kind)
        ]


TITLES: Mapping[str, Any] = {
    "title": _("Title"),
    "kind": _("Kind"),
    "organisation": _("Organisation"),
    "country": _("Country"),
    "phase": _("Phase"),
    "lead": _("Lead"),
    "owner": _("Owner"),
    "state": _("State"),
    "errors": _("To put right"),
    "warnings": _("To think about"),
    "open": _("Open"),
    "changed": _("Last change"),
}
"""The titles of the columns, on the page and in files."""
