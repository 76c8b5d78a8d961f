"""Addresses that only national plans have."""

from django.urls import path

from trueline.web.plans import importing, views

app_name = "plans"
HERE = "documents/<uuid:document_id>/"
urlpatterns = [
    path("plans/new/tables/", importing.from_tables, name="import"),
    path(HERE + "matrix/", views.matrix, name="matrix"),
    path(HERE + "money/", views.money, name="money"),
]
