"""Addresses of designs."""

from django.urls import path

from trueline.web.designs.urls_together import together
from trueline.web.designs.views import (
    adding,
    answer,
    archiving,
    element,
    interview,
    kind,
    lists,
    picking,
    review,
    starting,
    step,
    theory,
)

app_name = "designs"
urlpatterns = [
    path("designs/", lists.designs, name="list"),
    path("designs/new/", starting.new, name="new"),
    path("designs/new/blank/", starting.blank, name="new-blank"),
    path("designs/new/example/", starting.from_example, name="new-example"),
    path("designs/new/file/", starting.from_file, name="new-file"),
    path("designs/new/logframe/", starting.from_logframe, name="new-logframe"),
    path("designs/<uuid:design_id>/", step.overview, name="overview"),
    path("designs/<uuid:design_id>/step/<slug:slug>/", step.step, name="step"),
    path("designs/<uuid:design_id>/interview/<slug:slug>/", interview.interview, name="interview"),
    path("designs/<uuid:design_id>/archive/", archiving.archive, name="archive"),
    path("designs/<uuid:design_id>/bring-back/", archiving.bring_back, name="bring-back"),
    path("designs/<uuid:design_id>/delete/", archiving.delete, name="delete"),
    path("designs/<uuid:design_id>/element/", element.element, name="element"),
    path("designs/<uuid:design_id>/add/", adding.add, name="add"),
    path("designs/<uuid:design_id>/kind/", kind.kind, name="kind"),
    path("designs/<uuid:design_id>/move/", element.move, name="move"),
    path("designs/<uuid:design_id>/remove/", element.remove, name="remove"),
    path("designs/<uuid:design_id>/answer/", answer.answer, name="answer"),
    path("designs/<uuid:design_id>/indicators/", picking.pick, name="pick"),
    path("designs/<uuid:design_id>/theory/", theory.theory, name="theory"),
    path("designs/<uuid:design_id>/theory/connect/", theory.connect, name="connect"),
    path("designs/<uuid:design_id>/review/", review.review, name="review"),
    path("designs/<uuid:design_id>/set-aside/", review.set_aside, name="set-aside"),
    *together,
]
