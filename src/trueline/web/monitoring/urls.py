"""Addresses of what is measured of a programme."""

from django.urls import path

from trueline.web.monitoring.views import (
    attaching,
    claims,
    contacts,
    correcting,
    deciding,
    entering,
    exporting,
    feedback,
    feeding,
    filling,
    findings,
    importing,
    narrating,
    portfolio,
    reading,
    reporting,
    sites,
    testing,
    workbooks,
)

app_name = "monitoring"
HERE = "documents/<uuid:document_id>/monitoring/"
ALL = "organisations/<uuid:organisation_id>/monitoring/"
PERIOD = HERE + "periods/<int:period_id>/"
OWN = "reporting/<uuid:document_id>/"
ASSIGNED = OWN + "periods/<int:period_id>/"
FIGURE = "measurements/<int:measurement_id>/"
OF_FIGURE = FIGURE + "evidence/"
FILES = [
    ("", attaching.evidence, attaching.evidence_assigned, ""),
    ("add/", attaching.attach, attaching.attach_assigned, "-attach"),
    ("<int:file_id>/", attaching.evidence_file, attaching.evidence_file_assigned, "-file"),
    ("<int:file_id>/remove/", attaching.detach, attaching.detach_assigned, "-remove"),
]
"""The files beside a figure, for those who see the programme and for those who were assigned it."""
urlpatterns = [
    path("reporting/", reporting.reporting, name="reporting"),
    path(ASSIGNED, entering.EnterAssigned.as_view(), name="report"),
    path(ASSIGNED + "template/", importing.template_assigned, name="report-template"),
    path(ASSIGNED + "take-in/", importing.take_in_assigned, name="report-take-in"),
    path("account/calendar/", feeding.calendar_feed, name="calendar-feed"),
    path("calendar/<str:secret>/due.ics", feeding.feed, name="feed"),
    path(ALL, portfolio.portfolio, name="portfolio"),
    path(ALL + "file/", portfolio.portfolio_file, name="portfolio-file"),
    path(ALL + "file/<uuid:job_id>/", portfolio.portfolio_job, name="portfolio-job"),
    path(HERE, reading.dashboard, name="dashboard"),
    path(HERE + "periods/", reading.periods, name="calendar"),
    path(HERE + "claims/", claims.claims, name="claims"),
    path(HERE + "contacts/", contacts.contacts, name="contacts"),
    path(HERE + "contacts/enter/", contacts.Enter.as_view(), name="enter-contacts"),
    path(HERE + "contacts/file/", contacts.file, name="contacts-file"),
    path(HERE + "feedback/", feedback.register, name="register"),
    path(HERE + "feedback/add/", feedback.Add.as_view(), name="add-change"),
    path(HERE + "feedback/file/", feedback.file, name="register-file"),
    path(HERE + "feedback/<int:change_id>/", feedback.Change.as_view(), name="change-change"),
    path(HERE + "tests/", testing.tests, name="tests"),
    path(HERE + "tests/add/", testing.Add.as_view(), name="add-test"),
    path(HERE + "tests/<int:test_id>/remove/", testing.remove, name="remove-test"),
    path(HERE + "take-in/", workbooks.workbook, name="workbook"),
    path(HERE + "sites/", sites.sites, name="sites"),
    path(HERE + "sites/add/", sites.AddSite.as_view(), name="add-site"),
    path(HERE + "sites/<int:site_id>/", sites.ChangeSite.as_view(), name="change-site"),
    path(HERE + "assignments/add/", sites.Assign.as_view(), name="assign"),
    path(HERE + "assignments/<int:assignment_id>/end/", sites.end, name="end-assignment"),
    path(HERE + "narrative/", narrating.Narrate.as_view(), name="narrative"),
    path(HERE + "export/", exporting.export, name="export"),
    path(HERE + "finding/", findings.finding, name="finding"),
    path(HERE + "form/", filling.fill, name="fill-form"),
    path(HERE + "export/<uuid:job_id>/", exporting.job, name="export-job"),
    path(HERE + "export/<uuid:job_id>/file/", exporting.job_file, name="export-file"),
    path(HERE + "indicators/<int:indicator_id>/", reading.indicator, name="indicator"),
    path(PERIOD, entering.Enter.as_view(), name="enter"),
    path(PERIOD + "decide/", deciding.Decide.as_view(), name="decide"),
    path(PERIOD + "lock/", deciding.lock, name="lock"),
    path(PERIOD + "template/", importing.template, name="template"),
    path(PERIOD + "take-in/", importing.take_in, name="take-in"),
    path(HERE + FIGURE, correcting.Correct.as_view(), name="correct"),
    path(HERE + FIGURE + "proposal/", correcting.DecideProposal.as_view(), name="proposal"),
    path(OWN + FIGURE + "correct/", correcting.CorrectAssigned.as_view(), name="report-correct"),
    path(OWN + FIGURE + "take-back/", correcting.take_back, name="report-take-back"),
    path(OWN + FIGURE + "withdraw/", correcting.withdraw, name="report-withdraw"),
    *(path(HERE + OF_FIGURE + end, view, name=f"evidence{name}") for end, view, _, name in FILES),
    *(
        path(f"{OWN}{OF_FIGURE}{end}", view, name=f"report-evidence{name}")
        for end, _, view, name in FILES
    ),
]
