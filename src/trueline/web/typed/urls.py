"""Where pages ask how a text is read."""

from django.urls import path

from trueline.web.typed import views

app_name = "typed"
urlpatterns = [path("read/", views.understood, name="understood")]
