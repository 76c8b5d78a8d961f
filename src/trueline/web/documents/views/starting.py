"""Pages on which a document is begun."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.document import Document, kind_named
from trueline.exchange.uploads import read_document
from trueline.files import FileProblems
from trueline.review.personal_data import warning_on
from trueline.web.accounts.access import for_people
from trueline.web.accounts.models import Membership
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.actions import starting
from trueline.web.documents.edit_view import say
from trueline.web.documents.forms.starting import BlankForm, ExampleForm, FileForm
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.places import step_url
from trueline.web.library.edition import toolkit_in_use
from trueline.web.lists import Filter, page_of
from trueline.web.uploads.reading import in_turn

MANY_ORGANISATIONS = 5
"""Above this many, one is chosen first."""


def writers(request: HttpRequest) -> list[Membership]:
    """The memberships by which somebody may begin something. Raises PermissionDenied without any."""
    members = memberships_in_time(request.user).select_related("organisation")
    writing = [member for member in members if "edit" in ALLOWED[member.role]]
    if not writing:
        raise PermissionDenied(
            _(
                "You can read what is here, but begin nothing. An editor or owner can; or make an"
                " organisation of your own."
            )
        )
    return writing


@for_people
@require_safe
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """The ways to begin."""
    return start_page(request, kind)


def start_page(request: HttpRequest, kind: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The ways to begin, with the forms that came back in place of empty ones."""
    members, examples = writers(request), starting.examples(kind)
    if len(members) > MANY_ORGANISATIONS:
        chosen = request.POST.get("organisation") or request.GET.get("organisation")
        members = [each for each in members if str(each.organisation_id) == chosen]
        if not members:
            return _choose_organisation(request, kind)
    context = {
        "kind": kind_named(kind),
        "blank": BlankForm(members, kind_named(kind)),
        "example": ExampleForm(members, [each.name for each in examples]),
        "file": FileForm(members, pages_of(kind).importers),
        "examples": examples,
        "templates": starting.templates_for(request.user, kind),
        "form": next((form for form in forms.values() if isinstance(form, Form)), None),
        **forms,
    }
    return render(request, "documents/new.html", context, status=status)


def _choose_organisation(request: HttpRequest, kind: str) -> HttpResponse:
    """For somebody who writes in many: for which one, before anything else."""
    organisation_filter = Filter.of(request.GET)
    words = organisation_filter.words.casefold().split()
    members = [
        member
        for member in writers(request)
        if all(word in member.organisation.name.casefold() for word in words)
    ]
    context = {
        "kind": kind_named(kind),
        "filter": organisation_filter,
        "page": page_of(members, request.GET),
    }
    return render(request, "documents/choose_organisation.html", context)


def _posted(view: Any) -> Any:
    """A view for a form of the start page; opened by itself, it leads to that page."""

    def inner(request: HttpRequest, kind: str) -> HttpResponse:
        if request.method != "POST":
            return redirect("documents:new", kind)
        return view(request, kind)

    return for_people(require_http_methods(["GET", "HEAD", "POST"])(inner))


def _blank(request: HttpRequest, kind: str) -> HttpResponse:
    """Begin with a title, in the workspace or by way of the interview."""
    form = BlankForm(writers(request), kind_named(kind), request.POST)
    if not form.is_valid():
        return start_page(request, kind, 422, blank=form)
    record = starting.start_blank(
        by=request.user,
        organisation=form.member.organisation,
        kind=kind_named(kind),
        title=form.cleaned_data["title"],
        language=form.cleaned_data["language"] or None,
    )
    if request.POST.get("way") == "interview":
        return redirect("workspace:interview-start", record.pk)
    return redirect(step_url(record, kind_named(kind).steps[0]))


def _from_example(request: HttpRequest, kind: str) -> HttpResponse:
    names = [each.name for each in starting.examples(kind)]
    form = ExampleForm(writers(request), names, request.POST)
    if not form.is_valid():
        return start_page(request, kind, 422, example=form)
    record = starting.start_from_example(
        by=request.user,
        organisation=form.member.organisation,
        kind=kind_named(kind),
        name=form.cleaned_data["example"],
    )
    return redirect(step_url(record, kind_named(kind).steps[0]))


def say_of_personal_data(
    request: HttpRequest, document: Document, others: Iterable[str] = ()
) -> None:
    """A warning at the head of the next page, where a file lets a client be known."""
    if warning := warning_on(document, toolkit_in_use(), others):
        say(request, warning, level=messages.warning)


def _from_file(request: HttpRequest, kind: str) -> HttpResponse:
    """A document is taken as it is; another program's file is shown first, as it was understood."""
    importers = pages_of(kind).importers
    form = FileForm(writers(request), importers, request.POST, request.FILES)
    if not form.is_valid():
        return start_page(request, kind, 422, file=form)
    file = form.cleaned_data["file"]
    ending = PurePath(file.name).suffix.lower()
    importer = next((each for each in importers if ending in each.endings), None)
    try:
        if importer:
            return importer.read(request, file.read(), file.name, form.member)
        read = in_turn(request, form.member.organisation_id)
        document = read_document(file.read(), file.name, kind_named(kind), read=read).document
    except FileProblems as error:
        return start_page(request, kind, 422, file=form, problems=error.problems)
    record = starting.start_from_file(
        by=request.user, organisation=form.member.organisation, document=document
    )
    say(request, _("The file is read; nothing in it was left out."))
    say_of_personal_data(request, document)
    return redirect(step_url(record, kind_named(kind).steps[0]))


blank, from_example, from_file = _posted(_blank), _posted(_from_example), _posted(_from_file)
