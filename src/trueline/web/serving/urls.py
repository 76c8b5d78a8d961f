"""Addresses that exist in a demonstration alone."""

from django.urls import path

from trueline.web.serving import demo_views

app_name = "serving"
urlpatterns = [path("demo/<str:secret>/", demo_views.enter, name="demo")]
