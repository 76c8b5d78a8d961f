"""allauth's forms with our words: labels above, rules shown before they are broken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth as keys
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.accounts.protection import code_memory, guesses, instance_audit
from trueline.web.audit.models import Action

PASSWORD_RULES = _(
    "At least 12 characters; three or four unrelated words are good. Not your name, not digits"
    " alone, not one that is widely known."
)
LABELS = {
    "login": _("Email"),
    "email": _("Email"),
    "password": _("Password"),
    "oldpassword": _("Your password now"),
    "password1": _("New password"),
    "password2": _("The same again"),
    "remember": _("Stay signed in on this device"),
    "code": _("Code"),
}


@contextmanager
def _counting_guesses(user: User, of: str) -> Iterator[None]:
    """Counts a guess at a secret in this block. Too many guesses are an error of the form."""
    with (
        get_adapter().refusals_as_form_errors(),
        guesses.counted(context.request, guesses.account_of(user), of=of),
    ):
        yield


def _refuse_a_second_use(user: User, code: str) -> None:
    """Keeps out whoever read a code over a shoulder."""
    if not code_memory.first_use(user, code):
        raise get_mfa_adapter().validation_error("incorrect_code")


class _Worded:
    """Removes placeholders, which repeat labels, and sets labels and help texts."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            field.label = {**LABELS, **self.labels}.get(name, field.label)
            if name in ("login", "password"):
                field.help_text = ""
            if name == "password1":
                field.help_text = PASSWORD_RULES


class LoginForm(_Worded, account.LoginForm):
    """Email and password."""


class SignUpForm(_Worded, account.SignupForm):
    """Name, email, password twice."""

    labels = {"password1": _("Password")}


class AddEmailForm(_Worded, account.AddEmailForm):
    """Another address of one's own."""


class ChangePasswordForm(_Worded, account.ChangePasswordForm):
    """The password now, and the new one twice."""

    def clean_oldpassword(self) -> str:
        with _counting_guesses(self.user, "password"):
            return super().clean_oldpassword()


class SetPasswordForm(_Worded, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(_Worded, account.ResetPasswordForm):
    """The address for a link to a new password. Each request counts as a try."""

    def clean_email(self) -> str:
        email = super().clean_email()
        adapter = get_adapter()
        try:
            at = guesses.account_with(email)
            guesses.begin(context.request, at, of="reset")
        except guesses.TooManyGuesses as refused:
            raise adapter.validation_error("too_many_resets") from refused
        if at.user:
            instance_audit.note(context.request, Action.ASKED_FOR_A_NEW_PASSWORD, about=at.user)
        return email


class ResetPasswordKeyForm(_Worded, account.ResetPasswordKeyForm):
    """The new password, twice."""


class ReauthenticateForm(_Worded, account.ReauthenticateForm):
    """The password once more."""


class _CountedCode(_Worded):
    """A code is a guess at the second step of an account."""

    def clean_code(self) -> str:
        with _counting_guesses(self.user, "code"):  # type: ignore[attr-defined]
            code = super().clean_code()  # type: ignore[misc]
            _refuse_a_second_use(self.user, code)  # type: ignore[attr-defined]
            return code


class AuthenticateForm(_CountedCode, mfa.AuthenticateForm):
    """A code, when signing in."""


class ConfirmForm(_CountedCode, mfa.ReauthenticateForm):
    """A code once more."""


class _CountedKey:
    """So is the answer of a key."""

    def clean_credential(self) -> Any:
        with _counting_guesses(self.user, "passkey"):  # type: ignore[attr-defined]
            return super().clean_credential()  # type: ignore[misc]


class AuthenticateWebAuthnForm(_CountedKey, webauthn.AuthenticateWebAuthnForm):
    """A key, when signing in."""


class ReauthenticateWebAuthnForm(_CountedKey, webauthn.ReauthenticateWebAuthnForm):
    """A key once more."""


class LoginWebAuthnForm(webauthn.LoginWebAuthnForm):
    """Signing in by a passkey, which identifies its owner itself."""

    def clean_credential(self) -> Any:
        credential = self.cleaned_data["credential"]
        keys.parse_authentication_response(credential)
        with _counting_guesses(keys.extract_user_from_response(credential), "passkey"):
            return super().clean_credential()


class ActivateTOTPForm(_Worded, totp.ActivateTOTPForm):
    """The first code of an app."""

    labels = {"code": _("The six digits that the app shows")}

    def clean_code(self) -> str:
        code = super().clean_code()
        _refuse_a_second_use(self.user, code)
        return code


class AddWebAuthnForm(_Worded, webauthn.AddWebAuthnForm):
    """A new key."""

    labels = {
        "name": _("A name to recognise it by"),
        "passwordless": _("Sign in without a password"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "passwordless" in self.fields:
            self.fields["passwordless"].help_text = _(
                "The key then asks for your finger, face or PIN, and is enough by itself."
            )
