"""Addresses of the audit."""

app_name = "audit"
urlpatterns: list = []
