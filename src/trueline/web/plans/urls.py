"""Addresses that only national plans have."""

from django.urls import path

from trueline.web.plans import views

app_name = "plans"
HERE = "documents/<uuid:document_id>/"
urlpatterns = [
    path(HERE + "matrix/", views.matrix, name="matrix"),
    path(HERE + "money/", views.money, name="money"),
]
