"""An owner helps a member to a new password where no mail does, and gains nothing by it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from trueline.web.accounts.models import Membership, User
from trueline.web.audit.models import Event, InstanceEvent


def page_of(cast: Any, name: str) -> str:
    member = Membership.objects.get(organisation=cast.organisation, user=getattr(cast, name))
    return reverse("accounts:member_password", args=[cast.organisation.pk, member.pk])


def test_a_link_is_shown_once_and_works_once(cast):
    owner, address = cast.client("owner"), page_of(cast, "reader")
    shown = owner.post(address).content.decode()
    link = re.search(r'value="http://testserver(/account/[^"]+)"', shown)[1]
    assert link not in owner.get(address).content.decode()
    visitor = Client()
    form = visitor.get(link, follow=True)
    words = "correct horse battery staple"
    visitor.post(form.request["PATH_INFO"], {"password1": words, "password2": words})
    assert User.objects.get(pk=cast.reader.pk).check_password(words)
    assert Client().get(link, follow=True).context.get("token_fail")
    event = Event.objects.get(action="gave a link for a new password")
    assert event.actor == cast.owner.pseudonym
    assert InstanceEvent.objects.get(action="password link given").account == cast.reader.pseudonym


def test_who_it_is_is_asked_first(cast):
    answer = cast.client("owner", confirmed=False).post(page_of(cast, "reader"))
    assert answer.status_code == 302
    assert not Event.objects.filter(action="gave a link for a new password").exists()


@pytest.mark.parametrize("name", ["owner", "second owner", "also elsewhere"])
def test_nobody_gains_an_account_that_is_more_than_theirs(cast, name):
    """Not one's own, not another owner's, not one that opens another organisation."""
    who = "owner" if name == "owner" else "reader"
    if name == "second owner":
        cast.reader.memberships.update(role="owner")
    if name == "also elsewhere":
        Membership.objects.create(organisation=cast.elsewhere, user=cast.reader, role="reader")
    shown = cast.client("owner").post(page_of(cast, who)).content.decode()
    assert "/account/password/" not in re.sub(r'href="[^"]*"', "", shown)
    assert not Event.objects.filter(action="gave a link for a new password").exists()


@pytest.mark.parametrize("name", ["editor", "reader"])
def test_it_is_for_owners(cast, name):
    assert cast.client(name).post(page_of(cast, "appraiser")).status_code == 403
