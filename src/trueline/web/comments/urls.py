"""Addresses of comments on a document, and of mentions."""

from django.urls import path

from trueline.web.comments.views import comments, mentions

app_name = "comments"
HERE = "documents/<uuid:document_id>/comments/"
urlpatterns = [
    path(HERE, comments.comments, name="list"),
    path(HERE + "new/", comments.New.as_view(), name="new"),
    path(HERE + "<int:comment_id>/reply/", comments.Reply.as_view(), name="reply"),
    path(HERE + "<int:comment_id>/edit/", comments.Edit.as_view(), name="edit"),
    path(HERE + "<int:comment_id>/remove/", comments.Remove.as_view(), name="remove"),
    path(HERE + "<int:comment_id>/resolve/", comments.resolve, name="resolve"),
    path(HERE + "<int:comment_id>/reopen/", comments.reopen, name="reopen"),
    path("mentions/", mentions.mentions, name="mentions"),
    path("mentions/seen/", mentions.all_seen, name="mentions-seen"),
    path("mentions/<int:mention_id>/", mentions.open_mention, name="mention"),
]
