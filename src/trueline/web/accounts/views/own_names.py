"""An organisation's own names of levels and fields."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.actions import organisations
from trueline.web.accounts.forms import OwnNamesForm
from trueline.web.accounts.models import Organisation


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def own_names(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The names in one language; those of the others are a link away."""
    languages = dict(settings.LANGUAGES)
    language = request.GET.get("language", "") or (get_language() or "en").partition("-")[0]
    if language not in languages:
        raise Http404
    form = OwnNamesForm(organisation, language, request.POST or None)
    here = reverse("accounts:own_names", args=[organisation.pk])
    if request.method == "POST" and form.is_valid():
        organisations.name_levels_and_fields(
            by=request.user, organisation=organisation, language=language, names=form.names
        )
        messages.success(request, _("Saved."))
        return redirect(f"{here}?language={language}")
    context = {
        "organisation": organisation,
        "form": form,
        "here": "names",
        "language": language,
        "languages": [
            (f"{here}?language={code}", name, code, code == language)
            for code, name in languages.items()
        ],
    }
    return render(request, "accounts/own_names.html", context, status=422 if form.errors else 200)
