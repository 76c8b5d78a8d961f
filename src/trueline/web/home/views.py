"""The front page: for visitors what Trueline is, for those who are signed in what needs them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from trueline.web.accounts.access import open_to_all
from trueline.web.documents.portfolio.table import Portfolio
from trueline.web.documents.views.lists import portfolio_context
from trueline.web.home.needs import needs_of


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Shows what needs the visitor, and everything that they can reach."""
    if not request.user.is_authenticated:
        return render(request, "home.html")
    context = portfolio_context(request)
    if _only_reports(context["portfolio"]):
        return redirect("monitoring:reporting")
    context |= {"needs": needs_of(request.user)}
    return render(request, "home/home.html", context)


def _only_reports(portfolio: Portfolio) -> bool:
    """Whether somebody belongs somewhere, and only to enter what they were assigned."""
    return bool(portfolio.memberships) and not portfolio.members
