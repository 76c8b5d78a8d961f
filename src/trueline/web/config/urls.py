"""All addresses. Each app keeps its own; here they are put in their places."""

from django.urls import include, path

from trueline.web.config import pages
from trueline.web.home import views as home
from trueline.web.idempotency.interrupted import resume

urlpatterns = [
    path("", home.home, name="home"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("style/", pages.style, name="style"),
    path("preferences/theme/", pages.choose_theme, name="theme"),
    path("preferences/language/", pages.choose_language, name="language"),
    path("resume/", resume, name="resume"),
    path("toolkit/", include("trueline.web.library.urls")),
    path("account/", include("trueline.web.accounts.guarded")),
    path("account/", include("allauth.urls")),
    path("", include("trueline.web.accounts.urls")),
    path("", include("trueline.web.archives.urls")),
    path("", include("trueline.web.serving.urls")),
    path("", include("trueline.web.designs.urls")),
    path("", include("trueline.web.legals.urls")),
    path("", include("trueline.web.plans.urls")),
    path("", include("trueline.web.monitoring.urls")),
    path("", include("trueline.web.appraisals.urls")),
    path("", include("trueline.web.workspace.urls")),
    path("", include("trueline.web.comments.urls")),
    path("", include("trueline.web.sharing.urls")),
    path("", include("trueline.web.uploads.urls")),
    path("", include("trueline.web.documents.urls")),
]

handler400 = "trueline.web.config.pages.bad_request"
handler403 = "trueline.web.config.pages.forbidden"
handler404 = "trueline.web.config.pages.not_found"
handler500 = "trueline.web.config.pages.failed"
handler429 = "trueline.web.config.pages.too_many_attempts"
