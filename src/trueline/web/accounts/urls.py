"""Addresses of organisations, their members and invitations."""

app_name = "accounts"
urlpatterns: list = []
