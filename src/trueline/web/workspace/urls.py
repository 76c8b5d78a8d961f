"""Addresses of the workspace of a document."""

from django.urls import path

from trueline.web.workspace.views import element, interview, review, step, tables, understood
from trueline.web.workspace.views.add import AddElement
from trueline.web.workspace.views.answer import AnswerQuestion
from trueline.web.workspace.views.element_kind import ChangeKind
from trueline.web.workspace.views.grid import GridPage
from trueline.web.workspace.views.text_language import ChooseTextLanguage

app_name = "workspace"
HERE = "documents/<uuid:document_id>/"
urlpatterns = [
    path("read/", understood.understood, name="understood"),
    path("read/offers/", understood.offered, name="offered"),
    path(HERE + "step/<slug:slug>/", step.step, name="step"),
    path(HERE + "interview/", interview.start, name="interview-start"),
    path(HERE + "interview/<slug:slug>/", interview.InterviewScreen.as_view(), name="interview"),
    path(HERE + "element/", element.EditElement.as_view(), name="element"),
    path(HERE + "grid/", GridPage.as_view(), name="grid"),
    path(HERE + "budget/", tables.budget, name="budget"),
    path(HERE + "timeline/", tables.timeline, name="timeline"),
    path(HERE + "add/", AddElement.as_view(), name="add"),
    path(HERE + "kind/", ChangeKind.as_view(), name="element-kind"),
    path(HERE + "text-language/", ChooseTextLanguage.as_view(), name="text-language"),
    path(HERE + "move/", element.move, name="move"),
    path(HERE + "remove/", element.RemoveElement.as_view(), name="remove"),
    path(HERE + "answer/", AnswerQuestion.as_view(), name="answer"),
    path(HERE + "review/", review.review, name="review"),
    path(HERE + "review/next/", review.next_finding, name="next-finding"),
    path(HERE + "review/assign/", review.Assign.as_view(), name="assign"),
    path(HERE + "waive/", review.Waive.as_view(), name="waive"),
]
