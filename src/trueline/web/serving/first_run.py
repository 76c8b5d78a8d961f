"""The first run of an instance: its first person, who owns the first organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from trueline.web.accounts.actions import organisations, people
from trueline.web.accounts.models import User
from trueline.web.serving.start_lock import start_lock


@dataclass(frozen=True)
class Owner:
    """The person who will own the instance's first organisation."""

    name: str
    email: str
    password: str
    organisation: str


def is_first_run() -> bool:
    """Whether nobody has an account yet."""
    return not User.objects.exists()


def email_problem(email: str) -> str:
    """The problem with an email address, or ""."""
    try:
        validate_email(email)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def password_problem(password: str, *, name: str, email: str) -> str:
    """The problem with a password, or ""."""
    try:
        validate_password(password, User(name=name, email=email))
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def welcome(owner: Owner, say: Callable[[str], None]) -> User | None:
    """Make the first account and its organisation; None where somebody else has been quicker."""
    with start_lock(say), transaction.atomic():
        if not is_first_run():
            return None
        user = people.create(email=owner.email, name=owner.name, password=owner.password)
        organisations.create(by=user, name=owner.organisation)
        return user
