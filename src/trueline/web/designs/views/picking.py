"""Picking an indicator from the toolkit's library."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import Design
from trueline.toolkit import Indicator, Toolkit, search
from trueline.web.designs import edits
from trueline.web.designs.access import in_design
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.picking import kinds_in, sheet
from trueline.web.designs.workspace.places import edit_url
from trueline.web.library.edition import toolkit_in_use

EVERYWHERE = "all"


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """The library, begun with the kinds of activity that this design has; picking fills a sheet."""
    design, toolkit = design_of(record), toolkit_in_use()
    if request.method == "POST":
        sample = toolkit.get(request.POST.get("indicator", ""))
        if not isinstance(sample, Indicator):
            raise Http404
        result = request.POST.get("result", "")
        known = result in {each.id for each in design.results}
        _saved, address = edits.add(
            record, by=request.user, to="indicators",
            values=sheet(sample, toolkit, result if known else None),
        )  # fmt: skip
        messages.success(
            request,
            _("The sheet is filled from the toolkit. Make it yours: baseline, targets, who."),
        )
        return redirect(edit_url(record, address))
    chosen, words = request.GET.get("kind", ""), request.GET.get("words", "").strip()
    return design_page(
        request, record, "indicators", "designs/pick.html",
        {
            "groups": _groups(toolkit, _kinds(design, toolkit, chosen), words),
            "sections": [s for s in toolkit.sections if toolkit.categories(s.id)],
            "chosen": chosen, "words": words, "results": design.results,
            "result": request.GET.get("result", ""),
            "have": {indicator.toolkit_id for indicator in design.indicators},
        },
    )  # fmt: skip


def _kinds(design: Design, toolkit: Toolkit, chosen: str) -> tuple[str, ...]:
    """The sections to look in: the one chosen; else those of the design's activities, if it has any."""
    here = (chosen,) if chosen and chosen != EVERYWHERE else kinds_in(design)
    everywhere = tuple(section.id for section in toolkit.sections)
    return everywhere if chosen == EVERYWHERE or not here else here


def _groups(toolkit: Toolkit, kinds: tuple[str, ...], words: str) -> list[tuple[object, list]]:
    """Categories of the chosen sections with their indicators; only those found, if words are given."""
    found = {hit.node.id for hit in search(toolkit, words, limit=100)} if words else None
    groups = []
    for kind in kinds:
        for category in toolkit.categories(kind):
            indicators = [
                each for each in toolkit.indicators(kind, category=category.id)
                if found is None or each.id in found or category.id in found
            ]  # fmt: skip
            if indicators:
                groups.append((category, indicators))
    return groups
