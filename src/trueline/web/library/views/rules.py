"""The rules of the review, each with its reasons."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.memory import Cache
from trueline.review import all_rules
from trueline.web.library.citing import cited
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.pages import library_page

_lists: Cache[SafeString] = Cache(2_000_000)
"""The rules as their page lists them: made once for each language, since rules don't change."""


@library_page
def overview(request: HttpRequest) -> HttpResponse:
    """All rules, in the groups in which a review is read."""
    toolkit = toolkit_in_use()
    key = (get_language(), toolkit.head.language, reverse("library:rules"))
    return render(
        request,
        "library/rules.html",
        {"toolkit": toolkit, "rules": _lists.get(key, _by_group), "count": len(all_rules())},
    )


def _by_group() -> SafeString:
    groups = [(name, list(rules)) for name, rules in groupby(all_rules().values(), _group)]
    return render_to_string("library/parts/rules_by_group.html", {"groups": groups})


@library_page
def rule(request: HttpRequest, id: str) -> HttpResponse:
    """One rule: what it checks, why, an example, and how to answer it."""
    chosen = all_rules().get(id)
    if chosen is None:
        raise Http404
    toolkit = toolkit_in_use()
    same_group = [other for other in all_rules().values() if other.group == chosen.group]
    return render(
        request,
        "library/rule.html",
        {
            "toolkit": toolkit,
            "rule": chosen,
            "same_group": same_group,
            "refs": cited(toolkit, chosen.refs),
        },
    )


def _group(rule: object) -> str:
    return rule.group  # type: ignore[attr-defined]
