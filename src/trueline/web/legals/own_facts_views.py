"""The page of an organisation's own facts on ratifications."""

from __future__ import annotations

from pathlib import PurePath

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from trueline.exchange.measurements.uploads import read_table
from trueline.exchange.ratifications import ENDINGS
from trueline.files import FileProblems, Problem
from trueline.language.terms import RATIFICATION
from trueline.reports.ratifications.wording import (
    about,
    by_name,
    fact_in_words,
    source_in_words,
    state_name,
)
from trueline.toolkit.ratifications import COLUMNS
from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.documents.edit_view import say
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.legals import own_facts as actions
from trueline.web.legals.models import OwnFacts
from trueline.web.library.edition import toolkit_in_use
from trueline.web.lists import page_of
from trueline.web.uploads.reading import in_turn


@in_organisation(permission="read")
@require_safe
def own_facts(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The organisation's own facts, and how they change the register's totals."""
    return _page(request, organisation)


@in_organisation(permission="edit")
@require_POST
def take_in(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Take in a file, all of it or nothing."""
    file = request.FILES.get("file")
    name = file.name if file else ""
    try:
        if file is None or file.size > settings.UPLOAD_LIMIT:
            raise FileProblems([Problem(name, _("Choose a file of at most 5 MB."))])
        if PurePath(name).suffix.lower() not in ENDINGS:
            raise FileProblems([Problem(name, _("It is no table in Excel (.xlsx) or CSV."))])
        table = read_table(file.read(), name, read=in_turn(request, organisation.pk))
        update = actions.take_in(organisation, table.rows, name, by=request.user)
    except FileProblems as error:
        return _page(request, organisation, status=422, problems=error.problems)
    taken, older = len(update.taken), len(update.older)
    message = ngettext(
        "%(count)s fact goes before the register now.",
        "%(count)s facts go before the register now.",
        taken,
    ) % {"count": taken}
    if older:
        message += " " + ngettext(
            "%(count)s was not used: the register knows of a later day.",
            "%(count)s were not used: the register knows of a later day.",
            older,
        ) % {"count": older}
    say(request, message)
    return redirect("legals:own-facts", organisation.pk)


@in_organisation(permission="edit")
@require_POST
def remove(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Go back to the register alone."""
    rows = rows_to_keep(OwnFacts.objects.filter(organisation=organisation))
    back = reverse("legals:own-facts", args=[organisation.pk])
    actions.take_out(organisation, by=request.user)
    undo = undo_of_removal(
        request,
        rows,
        back=back,
        organisation=organisation.pk,
        subject=(actions.SUBJECT, organisation.pk),
    )
    say(request, _("Taken out. What the register knows counts again."), undo=undo)
    return redirect(back)


def _page(
    request: HttpRequest, organisation: Organisation, *, status: int = 200, **more: object
) -> HttpResponse:
    own = OwnFacts.objects.select_related("taken_in_by").filter(organisation=organisation).first()
    update = actions.update_of(own) if own else None
    toolkit = toolkit_in_use()
    facts = update.taken if update else ()
    states = {code: place for place, code in enumerate(by_name({f.state for f in facts}, toolkit))}
    page = page_of(sorted(facts, key=lambda fact: states[fact.state]), request.GET)
    context = {
        "organisation": organisation,
        "kept": own,
        "about": about(),
        "columns": ", ".join(COLUMNS),
        "endings": ",".join(ENDINGS),
        "page": page,
        "facts": [
            (
                state_name(fact.state, toolkit),
                update.register.instrument(fact.instrument).title if update else "",
                fact_in_words(fact),
                source_in_words(fact.source) if fact.source else "",
            )
            for fact in page
        ],
        "totals": [
            (
                total.instrument,
                [
                    (RATIFICATION.label(each.value), before, after)
                    for each, before, after in total.counts
                ],
            )
            for total in (actions.totals(update.register) if update else ())
        ],
        **more,
    }
    return render(request, "legals/own_facts.html", context, status=status)
