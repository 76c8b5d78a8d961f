"""Answers a form that comes again as it was answered the first time.

What is kept is where the first answer led, since a form that changed something answers with a
redirect. Any other answer changed nothing (a mistake to be put right, a file), so that the form may
come again. A form that is filled in otherwise counts anew, also under the same key: somebody went
back and wrote on.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import Error as DatabaseTrouble
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from trueline.web import patience
from trueline.web.idempotency import interrupted
from trueline.web.idempotency.keys import FIELD, NOBODY, is_from, owner_of, sender_of
from trueline.web.idempotency.makers import GIVEN_UP, has_ended, this_process
from trueline.web.idempotency.marking import Marking
from trueline.web.idempotency.models import SentForm
from trueline.web.idempotency.written import typed

log = logging.getLogger(__name__)

STORED_FOR = timedelta(hours=24)
ABANDONED = timedelta(seconds=60)
"""After so long without an answer, whatever was making it has ended."""
PATIENCE = 20.0
"""Seconds for which a second press waits for the answer to the first."""
PAUSE = 0.05
BY_SCRIPT, LEADS_TO = "X-Sent-By", "X-Leads-To"
"""A script that sends a form asks where the answer leads, since a browser would not tell it."""
SIGNING_IN = frozenset(
    [
        "account_login",
        "account_confirm_login_code",
        "account_reset_password_from_key",
        "mfa_authenticate",
        "mfa_login_webauthn",
    ]
)
"""Views by which a visitor signs in, or takes a step towards it: an answer that is given again would
lead on without doing that."""
NOT_FILLED_IN = frozenset(["csrfmiddlewaretoken", FIELD])


class IdempotencyMiddleware:
    """Stands innermost: whoever may not send a form at all has been turned away before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _let_go_of_earlier()
        with connection.execute_wrapper(Marking(request)):
            response = self.get_response(request)
        if digest := getattr(request, "sent_form", ""):
            try:
                request.has_counted = _settle(digest, response)
            except DatabaseTrouble as error:  # what it did is done; only a second press will ask
                patience.note(error)
                _given_up.add(digest)
                log.warning("A form was answered, but that could not be noted.")
        if getattr(request, "has_counted", False):
            interrupted.forget(request)
            if BY_SCRIPT in request.headers:
                response.status_code = 204
                response[LEADS_TO] = response["Location"]
                del response["Location"]
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if interrupted.is_interrupted(request) and getattr(view, "access", "open") != "open":
            return interrupted.ask_to_sign_in(request)
        key = request.POST.get(FIELD, "") if request.method == "POST" else ""
        if not key or not sender_of(request) or _may_repeat(request, view):
            return None
        if not is_from(key, request):
            return _refusal(request)
        return _answer_again(request, digest_of(request, key))

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Lets what was not saved come again, whatever is made of the exception."""
        patience.note(exception)
        if digest := getattr(request, "sent_form", ""):
            _given_up.add(digest)
            _let_go_of_earlier()
            request.sent_form = ""


def _may_repeat(request: HttpRequest, view: Any) -> bool:
    """Whether a second press does no harm, or has to do again what the first did.

    What a member's page sent after the session had ended is for the view to turn away.
    """
    if request.user.is_authenticated or getattr(view, "repeatable", False):
        return getattr(view, "repeatable", False)
    is_member_s = owner_of(request.POST[FIELD]) not in ("", NOBODY)
    return is_member_s or request.resolver_match.view_name in SIGNING_IN


def digest_of(request: HttpRequest, key: str) -> str:
    """A digest of a submitted form and its sender."""
    digest = hashlib.sha256()
    for part in (sender_of(request), key, request.get_full_path(), *_filled_in(request)):
        digest.update(f"{len(part)}:".encode())
        digest.update(part.encode("utf-8", "surrogatepass"))
    for name, file in request.FILES.items():
        digest.update(f"{name}:{file.size}:".encode())
        for chunk in file.chunks():
            digest.update(chunk)
        file.seek(0)
    return digest.hexdigest()


def _filled_in(request: HttpRequest) -> Iterator[str]:
    for name, values in sorted(request.POST.lists()):
        if name not in NOT_FILLED_IN:
            yield name
            yield from values


def _answer_again(request: HttpRequest, digest: str) -> HttpResponse | None:
    """The answer that was given before; None for the first, whose answer is then kept."""
    deadline = time.monotonic() + PATIENCE
    while True:
        if _is_first(request, digest):
            request.sent_form = digest
            return None
        form = SentForm.objects.filter(pk=digest).first()
        if form is None:  # the first request was answered with an error just now
            continue
        if form.worked and not form.location and _is_left(form):
            return _saved_already(request, form)
        if _take_over(form):
            request.sent_form = digest
            return None
        if form.location:
            request.has_counted = True
            return HttpResponseRedirect(form.location)
        if time.monotonic() > deadline:
            return render(request, "errors/still_working.html", status=503)
        time.sleep(PAUSE)


def _is_first(request: HttpRequest, digest: str) -> bool:
    """Keep that a form is being answered; False where that is kept already. Nearly every form comes
    once: so this is one statement, and not a look followed by a transaction."""
    user = request.user.pk if request.user.is_authenticated else None
    form = SentForm(digest=digest, user_id=user, maker=this_process())
    fields = SentForm._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = [field.get_db_prep_save(getattr(form, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {connection.ops.quote_name(SentForm._meta.db_table)} ({columns})"
            f" VALUES ({', '.join(['%s'] * len(values))}) ON CONFLICT DO NOTHING",
            values,
        )
        return bool(cursor.rowcount > 0)


def _take_over(form: SentForm) -> bool:
    """Take over a form whose first answer is too old or never came; True for one process alone."""
    if form.location and form.sent > timezone.now() - STORED_FOR:
        return False
    if not form.location and not _is_left(form):
        return False
    untouched = SentForm.objects.filter(pk=form.pk, sent=form.sent, maker=form.maker)
    new = {"sent": timezone.now(), "location": "", "maker": this_process(), "worked": False}
    return bool(untouched.update(**new))


def _is_left(form: SentForm) -> bool:
    """Whether nobody is answering a form any more that was not answered."""
    return has_ended(form.maker) or form.sent <= timezone.now() - ABANDONED


def _saved_already(request: HttpRequest, form: SentForm) -> HttpResponse:
    """Lead back to the page of a form that was saved and whose answer was lost."""
    page = interrupted.page_of(request)
    SentForm.objects.filter(pk=form.pk).update(location=page)
    messages.info(request, gettext("What you sent had been saved; only the answer was lost."))
    request.has_counted = True
    return HttpResponseRedirect(page)


def _settle(digest: str, response: HttpResponse) -> bool:
    """Keep where the answer leads; False where it leads nowhere, and the form may come again."""
    location = response.headers.get("Location", "")
    if response.status_code in (302, 303) and 0 < len(location) <= 2000:
        SentForm.objects.filter(pk=digest).update(location=location)
        return True
    _forget(digest)
    return False


_given_up: set[str] = set()
"""Forms that this process has stopped answering, while the database did not answer."""


def _let_go_of_earlier() -> None:
    """Tell the database of such forms: what was not saved may come again at once."""
    for digest in list(_given_up):
        with suppress(DatabaseTrouble):
            mine = SentForm.objects.filter(pk=digest, location="", maker=this_process())
            mine.filter(worked=False).delete()
            mine.update(maker=GIVEN_UP)
            _given_up.discard(digest)


def _forget(digest: str) -> None:
    SentForm.objects.filter(pk=digest).delete()


def _refusal(request: HttpRequest) -> HttpResponse:
    """The form was opened by somebody else: what was written is shown, to be kept."""
    context = {"written": typed(request)}
    return render(request, "errors/form_of_another.html", context, status=403)


def purge() -> int:
    """Forget what was sent long ago."""
    count, _ = SentForm.objects.filter(sent__lt=timezone.now() - STORED_FOR).delete()
    return count
