"""Addresses of documents of any kind, and of lists of them."""

from django.urls import path

from trueline.web.documents import converters  # noqa: F401
from trueline.web.documents.views import (
    archiving,
    exports,
    history,
    lists,
    overview,
    presence,
    put_back,
    starting,
    submissions,
    undoing,
)

app_name = "documents"
HERE = "documents/<uuid:document_id>/"
urlpatterns = [
    path("documents/", lists.any_kind, name="any-kind"),
    path("put-back/", put_back.put_back, name="put-back"),
    path("portfolio/documents.csv", lists.as_csv, name="portfolio-csv"),
    path("portfolio/documents.xlsx", lists.as_workbook, name="portfolio-xlsx"),
    path("portfolio/keep/", lists.keep_filter, name="keep-filter"),
    path("portfolio/keep/<int:filter_id>/", lists.remove_filter, name="remove-filter"),
    path("<kind:kind>/", lists.documents, name="list"),
    path("<kind:kind>/new/", starting.new, name="new"),
    path("<kind:kind>/new/blank/", starting.blank, name="new-blank"),
    path("<kind:kind>/new/example/", starting.from_example, name="new-example"),
    path("<kind:kind>/new/file/", starting.from_file, name="new-file"),
    path("<kind:kind>/<uuid:document_id>/", lists.moved, name="moved"),
    path("<kind:kind>/<uuid:document_id>/<path:rest>", lists.moved, name="moved-page"),
    path(HERE, overview.overview, name="overview"),
    path(HERE + "here/", presence.here, name="here"),
    path(HERE + "duplicate/", overview.Duplicate.as_view(), name="duplicate"),
    path(HERE + "template/", overview.mark_template, name="template"),
    path(HERE + "owner/", overview.Owner.as_view(), name="owner"),
    path(HERE + "archive/", archiving.archive, name="archive"),
    path(HERE + "unarchive/", archiving.unarchive, name="unarchive"),
    path(HERE + "delete/", archiving.Delete.as_view(), name="delete"),
    path(HERE + "history/", history.history, name="history"),
    path(HERE + "history/<int:number>/", history.revision, name="revision"),
    path(HERE + "history/<int:number>/restore/", history.Restore.as_view(), name="restore"),
    path(
        HERE + "history/<int:number>/restore/part/",
        history.RestorePart.as_view(),
        name="restore-part",
    ),
    path(HERE + "history/<int:number>/undo/", undoing.TakeBack.as_view(), name="undo"),
    path(HERE + "compare/", history.compare, name="compare"),
    path(HERE + "submissions/", submissions.Submissions.as_view(), name="submissions"),
    path(HERE + "submissions/<uuid:submission_id>/approve/", submissions.approve, name="approve"),
    path(
        HERE + "submissions/<uuid:submission_id>/withdraw/",
        submissions.withdraw,
        name="submission-withdraw",
    ),
    path(HERE + "export/", exports.export, name="export"),
    path(HERE + "export/<uuid:job_id>/", exports.job, name="export-job"),
    path(HERE + "export/<uuid:job_id>/file/", exports.job_file, name="export-file"),
]
