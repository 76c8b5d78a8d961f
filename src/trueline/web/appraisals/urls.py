"""Addresses of appraisal rounds."""

from django.urls import path

from trueline.web.appraisals.views import (
    applying,
    deciding,
    drafting,
    experts,
    logs,
    panel,
    portfolio,
    proposals,
    reading,
    rounds,
)

app_name = "appraisals"
OF = "organisations/<uuid:organisation_id>/rounds/"
ROUND = "rounds/<uuid:call_id>/"
HERE = "proposals/<uuid:proposal_id>/"
urlpatterns = [
    path("calls/<uuid:call_id>/", applying.call, name="call"),
    path("applications/", applying.applications, name="applications"),
    path("applications/<uuid:application_id>/", applying.own_application, name="own-application"),
    path(
        "applications/<uuid:application_id>/changes/<int:sent_id>/",
        applying.own_application_changes,
        name="own-application-changes",
    ),
    path("apply/<str:secret>/", applying.application, name="application"),
    path(
        "apply/<str:secret>/changes/<int:sent_id>/",
        applying.application_changes,
        name="application-changes",
    ),
    path("expertise/", experts.expertise, name="expertise"),
    path(OF, rounds.rounds, name="rounds"),
    path(OF + "new/", rounds.new, name="new"),
    path(OF + "learning/", portfolio.portfolio, name="portfolio"),
    path(OF + "learning/note/", portfolio.note, name="note"),
    path(OF + "learning/note/<uuid:job_id>/", portfolio.note_job, name="note-job"),
    path(ROUND, rounds.round_page, name="round"),
    path(ROUND + "change/", rounds.change, name="change"),
    path(ROUND + "questions/", rounds.questions, name="questions"),
    path(ROUND + "score/", rounds.own_score, name="score"),
    path(ROUND + "open/", rounds.open_call, name="open"),
    path(ROUND + "finish/", rounds.finish, name="finish"),
    path(ROUND + "delete/", rounds.delete, name="delete"),
    path(ROUND + "assessors/", rounds.assessors, name="assessors"),
    path(ROUND + "assign/", rounds.assign_by_load, name="assign-by-load"),
    path(ROUND + "calibration/", rounds.calibration, name="calibration"),
    path(ROUND + "agreement/", panel.agreement, name="agreement"),
    path(ROUND + "matrix/", panel.matrix, name="matrix"),
    path(ROUND + "log/", logs.log, name="log"),
    path(ROUND + "terms/", logs.terms, name="terms"),
    path(HERE, proposals.proposal, name="proposal"),
    path(HERE + "declare/", proposals.declare, name="declare"),
    path(HERE + "conflicts/", proposals.conflicts, name="conflicts"),
    path(HERE + "files/<int:sent_id>/", proposals.file, name="file"),
    path(
        HERE + "files/<int:sent_id>/pages/<int:page_number>/", proposals.page_picture, name="page"
    ),
    path(HERE + "files/<int:sent_id>/again/", proposals.prepare_again, name="prepare-again"),
    path(HERE + "files/<int:sent_id>/compare/", proposals.compare, name="compare"),
    path(HERE + "draft/", drafting.draft, name="draft"),
    path(HERE + "check/", proposals.check, name="check"),
    path(HERE + "assign/", proposals.assign, name="assign"),
    path(HERE + "release/<int:assigned_id>/", proposals.release, name="release"),
    path(HERE + "read/", reading.overview, name="overview"),
    path(HERE + "read/hand-in/", reading.hand_in, name="hand-in"),
    path(HERE + "read/findings/", reading.findings, name="findings"),
    path(HERE + "read/<int:question_id>/", reading.read, name="read"),
    path(HERE + "panel/", panel.panel, name="panel"),
    path(HERE + "panel/<int:question_id>/", panel.question, name="panel-question"),
    path(HERE + "clarify/", deciding.clarify, name="clarify"),
    path(HERE + "decide/", deciding.decide, name="decide"),
    path(HERE + "decide/issue/", deciding.issue, name="issue"),
    path(HERE + "conditions/", deciding.condition, name="condition"),
    path(
        HERE + "conditions/<int:condition_id>/remove/",
        deciding.remove_condition,
        name="remove-condition",
    ),
    path(HERE + "conditions/put-back/", deciding.put_condition_back, name="put-condition-back"),
    path(HERE + "conditions/<int:condition_id>/met/", deciding.find_met, name="find-met"),
    path(HERE + "letter/", deciding.letter, name="letter"),
    path(HERE + "letter/<uuid:job_id>/", deciding.letter_job, name="letter-job"),
    path(HERE + "letter/<uuid:job_id>/file/", deciding.letter_file, name="letter-file"),
]
