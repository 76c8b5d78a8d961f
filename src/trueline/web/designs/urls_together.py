"""Addresses of what people do together on a design: history, comments, sharing, exports."""

from django.urls import path

from trueline.web.designs.views import (
    comments,
    exporting,
    history,
    mentions,
    shared,
    sharing,
)

together = [
    path("designs/<uuid:design_id>/history/", history.history, name="history"),
    path("designs/<uuid:design_id>/history/<int:number>/", history.revision, name="revision"),
    path("designs/<uuid:design_id>/history/<int:number>/restore/", history.restore, name="restore"),
    path("designs/<uuid:design_id>/compare/", history.compare, name="compare"),
    path("designs/<uuid:design_id>/comments/", comments.comments, name="comments"),
    path("designs/<uuid:design_id>/comments/new/", comments.new, name="comment-new"),
    path("designs/<uuid:design_id>/comments/<int:comment_id>/reply/", comments.reply,
         name="comment-reply"),
    path("designs/<uuid:design_id>/comments/<int:comment_id>/change/", comments.reword,
         name="comment-reword"),
    path("designs/<uuid:design_id>/comments/<int:comment_id>/remove/", comments.remove,
         name="comment-remove"),
    path("designs/<uuid:design_id>/comments/<int:comment_id>/settle/", comments.resolve,
         name="comment-resolve"),
    path("designs/<uuid:design_id>/comments/<int:comment_id>/open/", comments.reopen,
         name="comment-reopen"),
    path("designs/mentions/", mentions.mentions, name="mentions"),
    path("designs/mentions/seen/", mentions.all_seen, name="mentions-seen"),
    path("designs/mentions/<int:mention_id>/", mentions.open_mention, name="mention-open"),
    path("designs/<uuid:design_id>/share/", sharing.share, name="share"),
    path("designs/<uuid:design_id>/share/<uuid:link_id>/withdraw/", sharing.withdraw,
         name="share-withdraw"),
    path("designs/<uuid:design_id>/share/<uuid:link_id>/keep/", sharing.keep, name="share-keep"),
    path("designs/<uuid:design_id>/export/", exporting.export, name="export"),
    path("designs/<uuid:design_id>/export/<uuid:job_id>/", exporting.job, name="export-job"),
    path("designs/<uuid:design_id>/export/<uuid:job_id>/file/", exporting.job_file,
         name="export-file"),
    path("shared/<str:secret>/", shared.shared, name="shared"),
    path("shared/<str:secret>/<str:name>/", shared.export, name="shared-export"),
]  # fmt: skip
