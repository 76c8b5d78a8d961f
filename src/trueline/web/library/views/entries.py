"""One thing of the toolkit: its page, or the way to where it stands."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from trueline.toolkit import Node, Toolkit
from trueline.web.library import queries
from trueline.web.library.citing import node_at
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.pages import library_page
from trueline.web.library.places import OWN_PAGE, address_of


@library_page
def entry(request: HttpRequest, id: str) -> HttpResponse:
    """The page of an entry. What stands on another's page leads there."""
    toolkit = toolkit_in_use()
    if id not in toolkit:
        raise Http404
    node = toolkit.node(id)
    if node.kind not in OWN_PAGE:
        return HttpResponseRedirect(address_of(toolkit, id))
    return render(request, f"library/{node.kind}.html", _entry_context(toolkit, node))


@library_page
def at(request: HttpRequest, ref: str) -> HttpResponse:
    """Redirect from a reference of the source, such as "3 Q6", to its entry."""
    toolkit = toolkit_in_use()
    node = node_at(toolkit, ref)
    if node is None:
        raise Http404
    return HttpResponseRedirect(address_of(toolkit, node.id))


def _entry_context(toolkit: Toolkit, node: Node) -> dict[str, Any]:
    """The context of a node's page."""
    before, after = queries.neighbours(toolkit, node)
    context: dict[str, Any] = {
        "toolkit": toolkit,
        "node": node,
        "item": node.item,
        "section": toolkit.section(node.section_id) if node.section_id else None,
        "related": queries.related(toolkit, node),
        "before": before,
        "after": after,
    }
    match node.kind:
        case "section":
            context["lessons"] = toolkit.lessons(node.id)
            context["questions"] = toolkit.questions(node.id)
            context["categories"] = queries.measured(toolkit, node.id)
        case "category":
            context["indicators"] = toolkit.indicators(category=node.id)
        case "indicator":
            context["category"] = toolkit.category_of(node.id)
            context["category_node"] = toolkit.node(context["category"].id)
    return context
