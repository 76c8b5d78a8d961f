"""Addresses that only national plans have."""

from django.urls import path

from trueline.web.plans import importing
from trueline.web.plans.views import bodies, links, meta, reports, rounds, tables

app_name = "plans"
HERE = "documents/<uuid:document_id>/"
ROUND = HERE + "rounds/<int:round_id>/"
BODY = ROUND + "bodies/<int:report_id>/"
META = "organisations/<uuid:organisation_id>/plans/"
urlpatterns = [
    path(META, meta.page, name="meta"),
    path(META + "workbook/", meta.workbook, name="meta-xlsx"),
    path(META + "picture/", meta.picture, name="meta-svg"),
    path("plans/new/tables/", importing.from_tables, name="import"),
    path("progress/<str:secret>/", links.by_link, name="by-link"),
    path(HERE + "matrix/", tables.matrix, name="matrix"),
    path(HERE + "money/", tables.money, name="money"),
    path(HERE + "rounds/", rounds.rounds, name="rounds"),
    path(HERE + "rounds/open/", rounds.OpenRound.as_view(), name="open-round"),
    path(ROUND, rounds.round_page, name="round"),
    path(ROUND + "end/", rounds.end, name="end-round"),
    path(ROUND + "report/", reports.report, name="report"),
    path(ROUND + "report/<uuid:job_id>/", reports.job, name="report-job"),
    path(ROUND + "report/<uuid:job_id>/file/", reports.file, name="report-file"),
    path(BODY, bodies.body, name="body"),
    path(BODY + "enter/", bodies.Enter.as_view(), name="enter"),
    path(BODY + "decide/", bodies.Decide.as_view(), name="decide"),
    path(BODY + "links/", links.Links.as_view(), name="links"),
    path(BODY + "links/<uuid:link_id>/", links.change_link, name="change-link"),
]
