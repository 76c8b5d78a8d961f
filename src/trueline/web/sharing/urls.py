"""Addresses of links to a document, and those that a link opens."""

from django.urls import path

from trueline.web.sharing.views import links, shared

app_name = "sharing"
HERE = "documents/<uuid:document_id>/share/"
urlpatterns = [
    path(HERE, links.Links.as_view(), name="links"),
    path(HERE + "<uuid:link_id>/withdraw/", links.Withdraw.as_view(), name="withdraw"),
    path(HERE + "<uuid:link_id>/keep/", links.keep, name="keep"),
    path("shared/<str:secret>/", shared.shared, name="shared"),
    path("shared/<str:secret>/comment/", shared.comment, name="guest-comment"),
    path("shared/<str:secret>/comment/<int:comment_id>/", shared.reply, name="guest-reply"),
    path("shared/<str:secret>/file/<uuid:job_id>/", shared.file, name="shared-file"),
    path("shared/<str:secret>/<str:name>/", shared.export, name="shared-export"),
]
