"""Addresses of the toolkit library. An entry's address is its id, and never changes."""

from django.urls import path

from trueline.web.library.views import entries, finding, lists, ratifications, rules

app_name = "library"
urlpatterns = [
    path("", lists.overview, name="overview"),
    path("search/", finding.search, name="search"),
    path("indicators/", finding.indicators, name="indicators"),
    path("evidence/", lists.evidence, name="evidence"),
    path("reading/", lists.reading, name="reading"),
    path("terms/", lists.terms, name="terms"),
    path("rules/", rules.overview, name="rules"),
    path("rules/<str:id>/", rules.rule, name="rule"),
    path("ratifications/", ratifications.overview, name="ratifications"),
    path("ratifications/side-by-side/", ratifications.side_by_side, name="ratifications-matrix"),
    path("ratifications/register.xlsx", ratifications.workbook, name="ratifications-xlsx"),
    path("ratifications/states/<str:state>/", ratifications.of_state, name="ratifications-state"),
    path(
        "ratifications/treaties/<str:instrument>/",
        ratifications.of_instrument,
        name="ratifications-instrument",
    ),
    path("at/<str:ref>/", entries.at, name="at"),
    path("<str:id>/", entries.entry, name="entry"),
]
