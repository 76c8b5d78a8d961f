"""Addresses that only designs have."""

from django.urls import path
from django.views.generic import RedirectView

from trueline.web.accounts.access import open_to_all
from trueline.web.designs.views import form, indicators, logframe, logframe_update, theory

app_name = "designs"
HERE = "documents/<uuid:document_id>/"
urlpatterns = [
    path(
        "designs/mentions/",  # where they were in version 0.1.0
        open_to_all(RedirectView.as_view(pattern_name="comments:mentions", permanent=True)),
        name="mentions-moved",
    ),
    path("designs/new/logframe/", logframe.from_logframe, name="new-logframe"),
    path(HERE + "theory/", theory.theory, name="theory"),
    path(HERE + "theory/connect/", theory.Connect.as_view(), name="connect"),
    path(HERE + "indicators/", indicators.pick, name="pick"),
    path(HERE + "form/", form.fill, name="form"),
    path(HERE + "logframe/", logframe_update.update, name="update"),
]
