"""The page that waits for a file to be read."""

from django.urls import path

from trueline.web.uploads import views

app_name = "uploads"
urlpatterns = [path("reading/<uuid:reading_id>/", views.reading, name="reading")]
