"""The settings by which running instances differ: folder, database, name and doors.

Everything is read from the environment once, and refused with a sentence a person can act on.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from trueline.language import gettext
from trueline.web.config import keys, object_storage, public_address, single_sign_on
from trueline.web.config.addresses import address
from trueline.web.config.object_storage import ObjectStorage
from trueline.web.config.public_address import PublicAddress
from trueline.web.config.single_sign_on import SingleSignOn

MOST_DAYS = 365
MOST_WORKERS = 64
SHORTEST_TOKEN = 20
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Instance:
    """The settings of one instance.

    `folder` holds everything that must be kept: database and keys (unless they are elsewhere),
    files. `keys_in` is the folder of the keys, if it is another. `hosts` are the names it answers
    to. `https`: whether visitors reach it by https; `https_subdomains`: and every name below its
    own. `proxied`: whether a proxy stands before it, whose word on the visitor's address is taken.
    `sign_up` is `open`, or `invited` for those with an invitation alone. `source` is the address
    of the source code that runs here, which the licence asks of those who changed it. `contact`: where
    people find help, as a mail address or a page.
    `second_step_days`: a second step is required of everybody, with so many days of grace.
    `workers`: how many processes answer. `tasks` are done `inside` of them, or by workers `apart`.
    `metrics`: who may read figures, `local` or whoever has this token; nobody if empty. `log`: as
    `text` or `json`. `single_sign_on`: the provider of accounts elsewhere, if there is one. `address`: where people reach it, if that was said; with
    a path where it shares its host with others. `files`: the bucket of files that are made, if they do not
    lie in the database.
    """

    folder: Path
    keys_in: Path | None = None
    database: str = ""
    hosts: tuple[str, ...] = LOCAL_HOSTS
    https: bool = False
    https_subdomains: bool = False
    proxied: bool = False
    sign_up: str = "invited"
    demo: bool = False
    mail: str = ""
    mail_from: str = ""
    source: str = ""
    contact: str = ""
    second_step_days: int | None = None
    workers: int = 1
    tasks: str = "inside"
    metrics: str = ""
    log: str = "text"
    single_sign_on: SingleSignOn | None = None
    address: PublicAddress | None = None
    files: ObjectStorage | None = None

    @property
    def path(self) -> str:
        """The path prefix of every address, such as "/trueline", or ""."""
        return self.address.path if self.address else ""

    @property
    def tasks_inside(self) -> bool:
        """Whether the processes that answer do what takes long as well."""
        return self.tasks == "inside"

    @property
    def key_folder(self) -> Path:
        """The folder of the keys."""
        return self.keys_in or self.folder

    @property
    def secret_key(self) -> str:
        """The key that signs sessions and links. Raises ImproperlyConfigured."""
        return keys.key(self.key_folder, keys.SECRET_KEY)

    @property
    def encryption_key(self) -> str:
        """The key that hides the secrets of second steps. Raises ImproperlyConfigured."""
        return keys.key(self.key_folder, keys.ENCRYPTION_KEY)

    @property
    def begun(self) -> bool:
        """Whether it was ever started: merely looking at a folder makes nothing in it."""
        return (self.key_folder / keys.SECRET_KEY).exists()

    def begin(self) -> list[Path]:
        """Make the folder and the keys, where they are not there yet. Returns the keys it made.

        Raises ImproperlyConfigured.
        """
        new_keys = keys.make(self.key_folder)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return new_keys


def from_environment(environ: Mapping[str, str] = os.environ) -> Instance:
    """The instance that TRUELINE_… variables describe. Raises ImproperlyConfigured."""
    keys_in = environ.get("TRUELINE_KEYS", "")
    public = public_address.read(url) if (url := environ.get("TRUELINE_URL", "").strip()) else None
    hosts = tuple(h.strip() for h in environ.get("TRUELINE_HOSTS", "").split(",") if h.strip())
    if public and public.host not in hosts:
        hosts = (public.host, *hosts)
    return Instance(
        folder=Path(environ.get("TRUELINE_DATA", "") or "trueline-data").absolute(),
        keys_in=Path(keys_in).absolute() if keys_in else None,
        database=environ.get("TRUELINE_DATABASE", ""),
        hosts=hosts or LOCAL_HOSTS,
        https=_https(environ, public),
        https_subdomains=_switch(environ, "TRUELINE_HTTPS_SUBDOMAINS"),
        proxied=_switch(environ, "TRUELINE_PROXIED"),
        sign_up=_one_of(environ, "TRUELINE_SIGN_UP", "invited", "open"),
        demo=_switch(environ, "TRUELINE_DEMO"),
        mail=environ.get("TRUELINE_MAIL", ""),
        mail_from=environ.get("TRUELINE_MAIL_FROM", ""),
        source=_web_address(environ, "TRUELINE_SOURCE"),
        contact=_contact(environ),
        workers=_count(environ, "TRUELINE_WORKERS"),
        tasks=_one_of(environ, "TRUELINE_TASKS", "inside", "apart"),
        metrics=_metrics(environ),
        log=_one_of(environ, "TRUELINE_LOG", "text", "json"),
        single_sign_on=single_sign_on.read(environ),
        address=public,
        files=object_storage.read(environ),
        second_step_days=_days(environ, "TRUELINE_SECOND_STEP"),
    )


def _one_of(environ: Mapping[str, str], name: str, usual: str, other: str) -> str:
    value = environ.get(name, "").strip() or usual
    if value not in (usual, other):
        raise ImproperlyConfigured(
            gettext(
                "{name} should be `{usual}` or `{other}`, but it is {value}.",
                name=name,
                usual=usual,
                other=other,
                value=repr(value),
            )
        )
    return value


def _metrics(environ: Mapping[str, str]) -> str:
    value = environ.get("TRUELINE_METRICS", "").strip()
    if value not in ("", "local") and len(value) < SHORTEST_TOKEN:
        raise ImproperlyConfigured(
            gettext(
                "TRUELINE_METRICS should be `local`, or a token of {count} characters or more.",
                count=SHORTEST_TOKEN,
            )
        )
    return value


def _web_address(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name, "").strip()
    if value:
        like = "https://code.example.org/trueline"
        address(value.partition("#")[0], name, schemes=("https", "http"), like=like)
    return value


def _contact(environ: Mapping[str, str]) -> str:
    """A mail address as a `mailto:` link, or the address of a page."""
    value = environ.get("TRUELINE_CONTACT", "").strip().removeprefix("mailto:")
    if "://" in value or not value:
        return _web_address(environ, "TRUELINE_CONTACT")
    try:
        validate_email(value)
    except ValidationError:
        raise ImproperlyConfigured(
            gettext(
                "TRUELINE_CONTACT should be a mail address such as help@example.org, or the address"
                " of a page such as https://example.org/help, but it is {value}.",
                value=repr(value),
            )
        ) from None
    return f"mailto:{value}"


def _https(environ: Mapping[str, str], public: PublicAddress | None) -> bool:
    """Whether to use HTTPS, by the address or TRUELINE_HTTPS, which may not contradict each other."""
    switch = _switch(environ, "TRUELINE_HTTPS")
    if public is None:
        return switch
    if environ.get("TRUELINE_HTTPS") and switch != public.https:
        raise ImproperlyConfigured(
            gettext(
                "TRUELINE_URL is {public}, which contradicts TRUELINE_HTTPS={https}."
                " Leave TRUELINE_HTTPS out.",
                public=public,
                https=environ["TRUELINE_HTTPS"],
            )
        )
    return public.https


def _count(environ: Mapping[str, str], name: str) -> int:
    value = environ.get(name, "").strip() or "1"
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= MOST_WORKERS):
        raise ImproperlyConfigured(
            gettext(
                "{name} should be a number from 1 to {most}, but it is {value}.",
                name=name,
                most=MOST_WORKERS,
                value=repr(value),
            )
        )
    return int(value)


def _days(environ: Mapping[str, str], name: str) -> int | None:
    value = environ.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and int(value) <= MOST_DAYS):
        raise ImproperlyConfigured(
            gettext(
                "{name} should be a number of days from 0 to {most}, but it is {value}.",
                name=name,
                most=MOST_DAYS,
                value=repr(value),
            )
        )
    return int(value)


def _switch(environ: Mapping[str, str], name: str) -> bool:
    value = environ.get(name, "").lower()
    if value not in ("", "0", "1", "no", "yes"):
        raise ImproperlyConfigured(
            gettext(
                "{name} should be `yes` or `no`, but it is {value}.", name=name, value=repr(value)
            )
        )
    return value in ("1", "yes")
