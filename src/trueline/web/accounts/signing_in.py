"""allauth's forms with our words: labels above, rules said before they are broken."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

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


class _Worded:
    """Takes away placeholders, which repeat labels, and sets labels and help."""

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


class SetPasswordForm(_Worded, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(_Worded, account.ResetPasswordForm):
    """Where the link to a new password goes."""


class ResetPasswordKeyForm(_Worded, account.ResetPasswordKeyForm):
    """The new password, twice."""


class ReauthenticateForm(_Worded, account.ReauthenticateForm):
    """The password once more."""


class AuthenticateForm(_Worded, mfa.AuthenticateForm):
    """A code, when signing in."""


class ConfirmForm(_Worded, mfa.ReauthenticateForm):
    """A code once more."""


class ActivateTOTPForm(_Worded, totp.ActivateTOTPForm):
    """The first code of an app."""

    labels = {"code": _("The six digits that the app shows")}


class AddWebAuthnForm(_Worded, webauthn.AddWebAuthnForm):
    """A new key."""

    labels = {"name": _("A name to tell it by"), "passwordless": _("Sign in without a password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "passwordless" in self.fields:
            self.fields["passwordless"].help_text = _(
                "The key then asks for your finger, face or PIN, and is enough by itself."
            )
