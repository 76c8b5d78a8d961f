"""Whether rows about signing in, as a backup brings them, hold what is read of them."""

from __future__ import annotations

from typing import Any

from trueline.language import gettext

FORMS: dict[str, tuple[dict[str, type], ...]] = {
    "totp": ({"secret": str},),
    "recovery_codes": ({"seed": str, "used_mask": int}, {"migrated_codes": list}),
    "webauthn": ({"name": str, "credential": dict},),
}
"""The forms of the data of each kind."""


class SignInRowChecker:
    """Checks one row after another."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()

    def problem(self, label: str, row: Any) -> str:
        """The reason why nobody could sign in with a row, or ""."""
        if label == "mfa.authenticator" and not _fits(row.type, row.data):
            return gettext(
                "`data` is not what a second step of the kind {type} keeps", type=row.type
            )
        if label == "accounts.undolink" and not _can_be_put_back(row.before):
            return gettext("`before` is not how anybody signs in")
        if label == "accounts.user":
            return self._of_person(row)
        return ""

    def _of_person(self, row: Any) -> str:
        """Refuses an address that another person has: whoever types it may leave out its capitals."""
        address = row.email.lower()
        if address in self.addresses:
            return gettext("another row has the same `email`, but for its capitals")
        self.addresses.add(address)
        return ""

    def contradiction(self) -> str:
        """None: what one row says never depends on another, but for an address used twice."""
        return ""


def _fits(kind: Any, data: Any) -> bool:
    if not isinstance(data, dict) or not isinstance(kind, str):
        return False
    codes = data.get("migrated_codes")
    codes = codes if isinstance(codes, list) else []
    return all(isinstance(code, str) for code in codes) and any(
        all(type(data.get(name)) is sort for name, sort in form.items())
        for form in FORMS.get(kind, ())
    )


def _can_be_put_back(before: dict[str, Any]) -> bool:
    steps, addresses = before.get("second_steps"), before.get("addresses")
    if not isinstance(steps, list) or not isinstance(addresses, list):
        return False
    return all(isinstance(before.get(name), str) for name in ("email", "password")) and all(
        isinstance(step, dict) and _fits(step.get("type"), step.get("data")) for step in steps
    )
