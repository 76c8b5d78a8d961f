"""A computer that others use too: nothing is kept in its browser, and closing it ends the visit."""

from __future__ import annotations

from django.http import HttpRequest

SHARED = "shared-computer"
"""The key of the session for it. The form to sign in has a tick of this name, and with it
a hidden field `ASKED`: without the tick, a form sends nothing of it."""
ASKED = "shared-computer-asked"


def note(request: HttpRequest) -> None:
    """Keep what a form to sign in says of the computer until somebody is signed in, and then on."""
    if request.method == "POST" and ASKED in request.POST and request.user.is_anonymous:
        request.session[SHARED] = SHARED in request.POST


def end_with_the_browser(request: HttpRequest) -> None:
    """Let a visit end as its browser is closed, whatever the way in has set."""
    session = request.session
    if session.get(SHARED) and not session.get_expire_at_browser_close():
        session.set_expiry(0)
