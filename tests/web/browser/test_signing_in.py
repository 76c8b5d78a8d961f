"""Signing in, the second step, and "this wasn't me", in a real browser, at a desk and on a phone."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP

from tests.web.browser.looking import fits, in_windows
from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User
from trueline.web.serving.password_links import password_link

WORDS, NEW, LAST = "quiet-lantern-harvest-9", "slow-meadow-bicycle-4", "gentle-copper-window-3"
EMAIL = "kim@example.org"


@pytest.fixture
def person(cast, settings) -> User:
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")
    return people.create(email=EMAIL, name="Kim Person", password=WORDS)


def sign_in(page: object, password: str = WORDS) -> None:
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def heading(page: object) -> str:
    return page.locator("h1").inner_text()


def code_of(secret: str, later: int = 0) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30 + later))


@in_windows("desk", "phone")
def test_signing_in_and_seeing_it_among_one_s_sign_ins(visit, person, options):
    page = visit(None, "/account/login/", **options)
    assert fits(page)
    sign_in(page, "not the password")
    page.get_by_text("Email and password do not match").first.wait_for()
    assert page.get_by_label("Email").input_value() == EMAIL
    sign_in(page)
    assert heading(page) == "Your work"
    page.goto("/account/sessions/")
    page.get_by_text("A sign-in failed (password)").wait_for()
    page.get_by_text("Signed in (password)").wait_for()
    assert fits(page)


@in_windows("phone", "desk")
def test_setting_up_a_second_step_and_using_it(visit, person, options):
    page = visit(None, "/account/login/", **options)
    sign_in(page)
    page.goto("/account/2fa/")
    page.get_by_role("link", name="Set it up").click()
    assert heading(page) == "Please confirm that it is you"
    page.get_by_label("Password").fill(WORDS)
    page.get_by_role("button", name="Go on").click()
    secret = page.locator("form code").first.inner_text()
    assert fits(page)
    code = code_of(secret)
    page.get_by_label("The six digits that the app shows").fill(code)
    page.get_by_role("button", name="Turn it on").click()
    assert heading(page) == "Recovery codes"
    assert fits(page)
    visitor = visit(None, "/account/login/", **options)
    sign_in(visitor)
    assert heading(visitor) == "Second step"
    assert fits(visitor)
    visitor.get_by_label("Code").fill(code)  # used up a moment ago
    visitor.get_by_role("button", name="Sign in").click()
    visitor.get_by_text("That code is not right").first.wait_for()
    visitor.get_by_label("Code").fill(code_of(secret, later=1))
    visitor.get_by_role("button", name="Sign in").click()
    assert heading(visitor) == "Your work"


@in_windows("phone", "desk")
def test_this_was_not_me(visit, person, options, mailoutbox):
    thief = visit(None, "/account/login/", **options)
    sign_in(thief)
    thief.goto("/account/email/")
    thief.locator("input[name=email][type=email]").fill("thief@example.org")
    thief.get_by_role("button", name="Add").click()
    assert heading(thief) == "Please confirm that it is you"
    thief.get_by_label("Password").fill(WORDS)
    thief.get_by_role("button", name="Go on").click()
    thief.get_by_label("thief@example.org").wait_for()  # what was typed is not lost
    letter = next(m for m in mailoutbox if "address was added" in m.subject)
    assert letter.to == [EMAIL]
    owner = visit(None, re.search(r"/account/undo/\S+", letter.body)[0], **options)
    assert fits(owner)
    owner.get_by_role("button", name="It wasn’t me: put it back").click()
    owner.get_by_text("every device is signed out").first.wait_for()
    assert heading(owner) == "Choose a new password"
    assert fits(owner)
    owner.get_by_label("New password").fill(LAST)
    owner.get_by_label("The same again").fill(LAST)
    owner.get_by_role("button", name="Set the password").click()
    thief.goto("/account/email/")
    assert heading(thief) == "Sign in"
    assert not person.emailaddress_set.filter(email="thief@example.org").exists()
    owner.goto("/account/login/")
    sign_in(owner, LAST)
    assert heading(owner) == "Your work"


def test_a_new_password_does_not_pass_the_second_step_by(visit, person):
    TOTP.activate(person, "A" * 32)
    path = password_link(EMAIL, "http://testserver").removeprefix("http://testserver")
    page = visit(None, path)
    page.get_by_label("New password").fill(NEW)
    page.get_by_label("The same again").fill(NEW)
    page.get_by_role("button", name="Set the password").click()
    page.goto("/account/login/")
    sign_in(page, NEW)
    assert heading(page) == "Second step"
    page.goto("/designs/")
    assert heading(page) == "Second step"
