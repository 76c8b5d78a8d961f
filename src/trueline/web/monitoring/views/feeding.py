"""Calendar addresses of what is due, for the person who is to see to it."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from trueline.exchange.icalendar import MEDIA_TYPE, calendar_file
from trueline.web.accounts.access import for_people, open_to_all
from trueline.web.monitoring.actions import feeding
from trueline.web.monitoring.feed import events_of, feed_with, is_open
from trueline.web.monitoring.models import CalendarFeed

MADE = "calendar-made"
"""The session's key for the secret of an address just made, until it has been shown."""


class FeedForm(forms.Form):
    """The choice of programmes in a calendar."""

    programmes = forms.ChoiceField(
        label=gettext_lazy("Programmes"),
        choices=CalendarFeed.Programmes.choices,
        widget=forms.RadioSelect,
    )


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """One's own address: to make, to make anew, to end."""
    feed = CalendarFeed.objects.filter(user=request.user, withdrawn=None).first()
    chosen = feed.programmes if feed else CalendarFeed.Programmes.OWN
    form = FeedForm(request.POST or None, initial={"programmes": chosen})
    if request.method == "POST":
        if "withdraw" in request.POST:
            if feeding.withdraw(by=request.user):
                messages.success(request, _("The address opens nothing any more."))
            return redirect("monitoring:calendar-feed")
        if form.is_valid():
            programmes = form.cleaned_data["programmes"]
            if "renew" in request.POST:
                request.session[MADE] = feeding.renew(by=request.user, programmes=programmes)
            else:
                feeding.choose(by=request.user, programmes=programmes)
                messages.success(request, _("Saved."))
            return redirect("monitoring:calendar-feed")
    context = {"form": form, "feed": feed, "is_open": bool(feed and is_open(feed))}
    return render(request, "monitoring/feed.html", context | {"made": _just_made(request)})


def _just_made(request: HttpRequest) -> str:
    """The whole address made a moment ago, this once."""
    if request.method != "GET" or MADE not in request.session:
        return ""
    secret = request.session.pop(MADE)
    return request.build_absolute_uri(reverse("monitoring:feed", args=[secret]))


@open_to_all
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself. No account is needed; it shows what its owner may read now.

    One that ended answers 410, so that programs stop asking for it.
    """
    shared_feed = feed_with(secret)
    if shared_feed is None:
        raise Http404
    response = HttpResponse(content_type=MEDIA_TYPE)
    if not is_open(shared_feed):
        response.status_code = 410
    else:
        with translation.override(shared_feed.user.language or settings.LANGUAGE_CODE):
            events = events_of(
                shared_feed.user,
                shared_feed.programmes,
                today=timezone.localdate(),
                address=request.build_absolute_uri,
            )
            response.content = calendar_file(events, name=_("Figures due"))
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response
