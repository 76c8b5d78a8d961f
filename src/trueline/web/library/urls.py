"""Addresses of the toolkit library."""

app_name = "library"
urlpatterns: list = []
