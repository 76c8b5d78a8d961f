"""What passwords may be, and how they are asked for."""

from __future__ import annotations

import re

import pytest
from django.test import Client, override_settings

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User
from trueline.web.config import settings as in_use

pytestmark = pytest.mark.django_db


def signs_up(password: str, name: str = "Ada Person") -> bool:
    form = {"name": name, "email": "ada@example.org", "password1": password, "password2": password}
    Client().post("/account/signup/", form)
    return User.objects.filter(email="ada@example.org").exists()


@pytest.mark.parametrize(
    "password", ["short-one", "1q2w3e4r5t6y", "123456789012345", "ada@example.org"]
)
def test_short_common_numeric_and_one_s_own_are_refused(password):
    assert not signs_up(password)


@pytest.mark.parametrize(
    "password",
    [
        "quietlanternharvest",
        "QUIET LANTERN HARVEST",
        "тихий фонарь урожая",
        "x9 " * 43,
        "   quiet lantern   ",
    ],
)
def test_any_letters_are_good_and_kept_as_they_were_typed(password):
    assert signs_up(password)
    user = User.objects.get()
    assert user.check_password(password)
    assert not user.check_password(password.strip() + "!")
    assert user.check_password(password.strip()) is (password == password.strip())
    assert user.check_password(password.swapcase()) is (password == password.swapcase())


def test_they_are_hidden_as_they_are_typed_and_managers_may_fill_them_in():
    for page in ("/account/login/", "/account/signup/"):
        fields = re.findall(
            r"<input[^>]*name=\"password[^>]*>", Client().get(page).content.decode()
        )
        assert fields
        for field in fields:
            assert 'type="password"' in field
            assert re.search(r'autocomplete="(current|new)-password"', field)
            assert "onpaste" not in field


@override_settings(PASSWORD_HASHERS=in_use.PASSWORD_HASHERS)
@pytest.mark.slow
def test_they_are_kept_as_argon2_alone():
    user = people.create(email="ada@example.org", name="Ada", password="quiet-lantern-harvest-9")
    assert re.match(r"argon2\$argon2id\$v=19\$m=102400,t=2,p=8\$", user.password)
    assert "quiet" not in user.password
