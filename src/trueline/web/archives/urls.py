"""Addresses of what can be taken away."""

from django.urls import path

from trueline.web.archives import views

app_name = "archives"
urlpatterns = [
    path("account/export/", views.personal, name="personal"),
    path("account/export/<uuid:job_id>/", views.personal_file, name="personal-file"),
    path("organisations/<uuid:organisation_id>/export/", views.organisation, name="organisation"),
    path(
        "organisations/<uuid:organisation_id>/export/<uuid:job_id>/",
        views.organisation_file,
        name="organisation-file",
    ),
]
