"""Addresses that only legal reviews have."""

from django.urls import path

from trueline.web.legals import own_facts_views, side_by_side, views

app_name = "legals"
ORGANISATION = "organisations/<uuid:organisation_id>/law/"
urlpatterns = [
    path("documents/<uuid:document_id>/checklist/", views.fill_in, name="checklist"),
    path("documents/<uuid:document_id>/programmes/", views.taken_up, name="taken-up"),
    path(ORGANISATION, side_by_side.page, name="side-by-side"),
    path(ORGANISATION + "workbook/", side_by_side.workbook, name="side-by-side-xlsx"),
    path(ORGANISATION + "ratifications/", own_facts_views.own_facts, name="own-facts"),
    path(ORGANISATION + "ratifications/take-in/", own_facts_views.take_in, name="take-in-facts"),
    path(ORGANISATION + "ratifications/remove/", own_facts_views.remove, name="remove-facts"),
]
