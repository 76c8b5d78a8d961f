"""Addresses of designs."""

from django.urls import path

from trueline.web.designs.views import answer, element, lists, picking, review, step, theory

app_name = "designs"
urlpatterns = [
    path("designs/", lists.designs, name="list"),
    path("designs/<uuid:design_id>/", step.overview, name="overview"),
    path("designs/<uuid:design_id>/step/<slug:slug>/", step.step, name="step"),
    path("designs/<uuid:design_id>/element/", element.element, name="element"),
    path("designs/<uuid:design_id>/add/", element.add, name="add"),
    path("designs/<uuid:design_id>/move/", element.move, name="move"),
    path("designs/<uuid:design_id>/remove/", element.remove, name="remove"),
    path("designs/<uuid:design_id>/answer/", answer.answer, name="answer"),
    path("designs/<uuid:design_id>/indicators/", picking.pick, name="pick"),
    path("designs/<uuid:design_id>/theory/", theory.theory, name="theory"),
    path("designs/<uuid:design_id>/review/", review.review, name="review"),
    path("designs/<uuid:design_id>/set-aside/", review.set_aside, name="set-aside"),
]
