"""Additions of legal reviews to the pages that every kind of document has."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from trueline.web.documents.kind_pages import EmptyState, KindPages, PageLink
from trueline.web.legals.own_facts import own_register

CHECKLIST = _("Fill in the checklist: it adds a line for each item that the toolkit names.")

EMPTY_STATES: dict[str, EmptyState] = {
    "laws": EmptyState(
        _("A law on trafficking stands among others: labour, migration, asylum, children."),
        _("Act 14 of 2019 against trafficking, in force since 2020, amended in 2024."),
    ),
    "treaties": EmptyState(
        CHECKLIST, _("Trafficking in Persons Protocol: party since 2011, as of 4 November 2022.")
    ),
    "incorporation": EmptyState(
        CHECKLIST, _("Article 8 on return: partly; section 31 asks for no assessment of danger.")
    ),
    "conducts": EmptyState(
        CHECKLIST, _("Debt bondage: section 12, two to eight years, companies left out.")
    ),
    "powers": EmptyState(
        CHECKLIST,
        _("Predicate offence: section 3 of the money laundering act, used in one case of forty."),
    ),
    "rights": EmptyState(
        CHECKLIST, _("Reflection period: 30 days in law; granted to four people last year.")
    ),
    "remedies": EmptyState(
        CHECKLIST, _("Compensation: provided; two awards in five years, neither of them paid.")
    ),
    "agreements": EmptyState(
        _("Name the countries on the route first, then fill in the checklist."),
        _("Extradition with the country of destination: signed in 2015, one request since."),
    ),
    "framework": EmptyState(
        CHECKLIST, _("Labour law that covers all work: partly; domestic workers are left out.")
    ),
    "rules": EmptyState(
        _("A law that nobody has rules for is applied by goodwill."),
        _("Regulation on referral: called for by section 40, drafted, due in June."),
    ),
    "concepts": EmptyState(
        _("If police and prosecutors read a word differently, cases fall between them."),
        _("Abuse of a position of vulnerability: police ask for force, prosecutors do not."),
    ),
}
"""By the address of the list."""

PAGES = KindPages(
    empty_states=EMPTY_STATES,
    links=(
        PageLink("legals:checklist", _("Fill in the checklist"), "edit"),
        PageLink("legals:taken-up", _("The law and programmes")),
    ),
    of_organisation=(
        ("legals:side-by-side", _("Laws side by side")),
        ("legals:own-facts", _("Own facts on ratifications")),
    ),
    related=own_register,
    named_by_others=True,
)
