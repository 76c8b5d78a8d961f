"""Addresses that only legal reviews have."""

from django.urls import path

from trueline.web.legals import side_by_side, views

app_name = "legals"
ORGANISATION = "organisations/<uuid:organisation_id>/law/"
urlpatterns = [
    path("documents/<uuid:document_id>/checklist/", views.fill_in, name="checklist"),
    path("documents/<uuid:document_id>/programmes/", views.taken_up, name="taken-up"),
    path(ORGANISATION, side_by_side.page, name="side-by-side"),
    path(ORGANISATION + "workbook/", side_by_side.workbook, name="side-by-side-xlsx"),
]
