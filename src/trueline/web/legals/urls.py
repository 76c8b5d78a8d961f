"""Addresses that only legal reviews have."""

from django.urls import path

from trueline.web.legals import views

app_name = "legals"
urlpatterns = [path("documents/<uuid:document_id>/checklist/", views.fill_in, name="checklist")]
