"""Addresses of what can be taken away."""

from django.urls import path

from trueline.web.archives import views

app_name = "archives"
urlpatterns = [
    path("account/export/", views.personal, name="personal"),
    path("organisations/<uuid:organisation_id>/export/", views.organisation, name="organisation"),
    path(
        "organisations/<uuid:organisation_id>/export/<uuid:job_id>/",
        views.organisation_file,
        name="organisation-file",
    ),
]
