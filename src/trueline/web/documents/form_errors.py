"""Errors of the document in what the form let pass, shown on the form."""

from __future__ import annotations

from django.forms import Form
from pydantic import ValidationError


def add_errors(form: Form, error: ValidationError) -> None:
    """Put each error at the field that it speaks of, or at the head of the form."""
    for detail in error.errors(include_url=False):
        names = [str(step) for step in detail["loc"] if str(step) in form.fields]
        message = detail["msg"].removeprefix("Value error, ")
        form.add_error(names[-1] if names else None, message)
