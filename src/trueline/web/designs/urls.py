"""Addresses of designs."""

from django.urls import path

from trueline.web.designs.views import lists

app_name = "designs"
urlpatterns = [
    path("designs/", lists.designs, name="list"),
]
