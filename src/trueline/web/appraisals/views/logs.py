"""The log of a round, and what readings taught."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.appraisals.access import in_round
from trueline.web.appraisals.actions import calling
from trueline.web.appraisals.learning import terms_seen
from trueline.web.appraisals.log import actions_in, events_in, in_words
from trueline.web.appraisals.models import LearnedTerm, Round
from trueline.web.appraisals.standing import standings
from trueline.web.lists import Choice, Filter, page_of
from trueline.web.tables import csv_response


@in_round(permission="edit")
@require_safe
def log(request: HttpRequest, round: Round) -> HttpResponse:
    """All that was done, but for proposals of which the visitor may not know what others did."""
    manages = "edit" in request.permissions
    of_round = standings(round.proposals.all(), request.user, manages=manages)
    hidden = [each.proposal.pk for each in of_round if not each.sees_log]
    events = events_in(round, hidden=hidden)
    asked = Filter.of(request.GET, Choice("what", _("Action"), actions_in(events)))
    if asked.words:
        matching = [each.proposal.pk for each in of_round if each.matches(asked.words)]
        events = events.filter(subject_id__in=list(map(str, matching)))
    if what := asked.chosen("what"):
        events = events.filter(detail__what=what)
    page = page_of(events, request.GET)
    context = {
        "round": round,
        "filter": asked,
        "page": page,
        "lines": in_words(list(page.object_list), round),
        "hidden": len(hidden),
    }
    return render(request, "appraisals/log.html", context)


@in_round(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, round: Round) -> HttpResponse:
    """Shows the terms that readings taught the ranking, to look at, take away and delete."""
    learned = terms_seen(round.organisation, request.user)
    if request.method == "POST":
        calling.forget_terms(round, by=request.user)
        messages.success(request, _("Deleted. Passages are ranked as at first again."))
        return redirect("appraisals:terms", round.pk)
    if request.GET.get("format") == "csv":
        columns = ["question", "term", "taken", "refused", "documents"]
        return csv_response("learned-terms.csv", columns, learned.values_list(*columns))
    any_there = LearnedTerm.objects.filter(organisation=round.organisation).exists()
    context = {"round": round, "page": page_of(learned, request.GET), "any_there": any_there}
    return render(request, "appraisals/terms.html", context)
