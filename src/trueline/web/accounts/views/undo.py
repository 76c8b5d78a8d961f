"""Links in mails about an account: undoing a change, and letting one's device try to sign in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.accounts.access import open_to_all, repeatable
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import User
from trueline.web.accounts.protection import instance_audit, known_devices, undoing
from trueline.web.accounts.protection.new_password import new_password_path
from trueline.web.accounts.protection.notices import NOTICES
from trueline.web.audit.models import Action


@repeatable  # its link works once, and where it leads is for one pair of eyes, not to be kept
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, secret: str) -> HttpResponse:
    """Shows what going back means, and does it. The person who has the link may be signed out."""
    link = undoing.undo_link(secret)
    if link is None:
        return render(request, "accounts/undo_gone.html", status=404)
    refusal = ""
    if request.method == "POST":
        try:
            user = undoing.undo(link)
        except Refused as refused:
            refusal = str(refused)
        else:
            instance_audit.note(request, Action.UNDID_A_CHANGE, about=user, change=link.change)
            logout(request)
            messages.success(request, _("That is undone, and every device is signed out."))
            return redirect(new_password_path(user))
    return render(
        request,
        "accounts/undo.html",
        {
            "link": link,
            "email": link.before["email"],
            "refusal": refusal,
            "subject": NOTICES[link.change].subject,
        },
    )


@open_to_all
@require_safe
def this_device(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the device that opens this be known to an account, so that strangers don't shut it out."""
    try:
        pseudonym = known_devices.account_of_link(secret)
    except signing.BadSignature:
        raise Http404 from None
    user = User.objects.filter(pseudonym=pseudonym).first()
    if user is None:
        raise Http404
    messages.success(request, _("You can sign in from this device now."))
    response = redirect("account_login")
    known_devices.remember(request, response, user)
    return response
