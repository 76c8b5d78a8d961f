"""Picking an indicator from the toolkit's library."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN, Design
from trueline.language import wording_key
from trueline.toolkit import Category, Indicator, Toolkit, search
from trueline.web.designs.indicator_sheet import kinds_in, sheet
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import editing
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.edit_view import say
from trueline.web.documents.places import edit_url
from trueline.web.documents.resolving import way_back, with_way_back
from trueline.web.documents.workspace import Workspace

EVERYWHERE = "all"


@in_document(permission="edit", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The library, begun with the kinds of activity that this design has; picking fills a sheet."""
    if request.method == "POST":
        return _add_picked(request, workspace)
    design, toolkit = workspace.document, workspace.toolkit
    chosen, words = request.GET.get("kind", ""), request.GET.get("words", "").strip()
    measures = request.GET.get("measures", "")
    have = {indicator.toolkit_id for indicator in design.indicators}
    context = {
        "groups": _groups(toolkit, _kinds(design, toolkit, chosen), words, measures, have),
        "measures": measures,
        "back": way_back(request, workspace.record),
        "sections": [s for s in toolkit.sections if toolkit.categories(s.id)],
        "chosen": chosen,
        "words": words,
        "results": design.results,
        "result": request.GET.get("result", ""),
    }
    return workspace.page(request, "designs/pick.html", context, here="indicators")


def _add_picked(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The sheet of the indicator that was picked, in the design, to be made one's own."""
    toolkit = workspace.toolkit
    sample = toolkit.get(request.POST.get("indicator", ""))
    if not isinstance(sample, Indicator):
        raise Http404
    result = request.POST.get("result", "")
    is_result = result in {each.id for each in workspace.document.results}
    values = sheet(sample, toolkit, result if is_result else None)
    saved = editing.add(workspace.record, by=request.user, to="indicators", values=values)
    say(
        request,
        _("The sheet is filled from the toolkit. Make it yours: baseline, targets, who."),
        at=saved.address,
    )
    form, onward = edit_url(workspace.record, saved.address), way_back(request, workspace.record)
    return redirect(with_way_back(form, onward) if onward else form)


def _kinds(design: Design, toolkit: Toolkit, chosen: str) -> tuple[str, ...]:
    """The sections to look in: the one chosen; else those of the design's activities, if it has any."""
    here = (chosen,) if chosen and chosen != EVERYWHERE else kinds_in(design)
    everywhere = tuple(section.id for section in toolkit.sections)
    return everywhere if chosen == EVERYWHERE or not here else here


@dataclass(frozen=True)
class _OfferedCategory:
    """A category with those of its indicators that are offered, and which of them a design has."""

    category: Category
    indicators: list[Indicator]
    have: set[str]

    @property
    def html(self) -> SafeString:
        """The rendered indicators of the category, cached by language, as the toolkit does not change."""
        offered = tuple(indicator.id for indicator in self.indicators)
        have = tuple(id for id in offered if id in self.have)
        key = ("pick", wording_key(), self.category.id, offered, have)
        return cached_fragment(key, self._render)

    def _render(self) -> SafeString:
        return render_to_string("designs/pick_category.html", vars(self))


def _groups(
    toolkit: Toolkit, kinds: tuple[str, ...], words: str, measures: str, have: set[str]
) -> list[_OfferedCategory]:
    """Categories of the chosen sections with their indicators; only those found, if words are given.

    `measures`: of the categories that measure this alone, if any of the sections has such.
    """
    matching = {hit.node.id for hit in search(toolkit, words, limit=100)} if words else None
    categories = [category for kind in kinds for category in toolkit.categories(kind)]
    fitting = [each for each in categories if each.measures == measures] or categories
    held: defaultdict[str, list[Indicator]] = defaultdict(list)
    for kind in kinds:
        for category, indicator in toolkit.indicators_by_category(kind):
            if matching is None or indicator.id in matching or category in matching:
                held[category].append(indicator)
    return [_OfferedCategory(each, held[each.id], have) for each in fitting if each.id in held]
