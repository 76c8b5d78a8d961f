"""The OpenID Connect provider by which people sign in with the account that they have elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext
from trueline.web.config.addresses import address

LIKE = "https://login.example.org/realms/agency"
LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class SingleSignOn:
    """`issuer`: the provider's address; `name`: what the button calls it."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    name: str
    id: str = "sso"
    """The provider's name in addresses of ours."""

    @property
    def origin(self) -> str:
        """The origin to which browsers are sent to sign in."""
        scheme, _, rest = self.issuer.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}"

    @property
    def providers(self) -> dict[str, Any]:
        """For allauth. What is sent back with a code is of use to this visitor alone (PKCE)."""
        app = {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.issuer},
        }
        return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def read(environ: Mapping[str, str]) -> SingleSignOn | None:
    """Reads TRUELINE_OIDC…; None where nothing is described. Raises ImproperlyConfigured."""
    names = ("TRUELINE_OIDC", "TRUELINE_OIDC_CLIENT", "TRUELINE_OIDC_SECRET")
    issuer, client, secret = (environ.get(name, "").strip() for name in names)
    if not (issuer or client or secret):
        return None
    for name, value in zip(names, (issuer, client, secret), strict=True):
        if not value:
            raise ImproperlyConfigured(
                gettext(
                    "{name} is missing: single sign-on needs {names}.",
                    name=name,
                    names=", ".join(names),
                )
            )
    parts = address(issuer, names[0], schemes=("https", "http"), like=LIKE)
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        raise ImproperlyConfigured(
            gettext("{name} should be reached by https, such as {like}.", name=names[0], like=LIKE)
        )
    name = environ.get("TRUELINE_OIDC_NAME", "").strip() or str(parts.hostname)
    return SingleSignOn(issuer.rstrip("/"), client, secret, name)
