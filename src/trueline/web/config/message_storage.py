"""Keeps a message for the page that shows it: in a cookie, so that a save costs no session.

A session that kept it would be written twice for each save: with the message, and without it once it
was shown. The cookie is sealed, since messages say what people work on and browsers keep cookies on
the disk; and it is for one session, so that nobody sees what was said to whoever used the computer
before. What is too long for a cookie waits in the session.
"""

from __future__ import annotations

import base64
import zlib
from functools import cached_property
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.utils.crypto import salted_hmac

SALT = "trueline.messages"


class Seal:
    """Does for `CookieStorage` what a signer does, and hides what it signs."""

    def __init__(self, session_key: str) -> None:
        key = salted_hmac(SALT, session_key, algorithm="sha256").digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def sign_object(self, value: Any, serializer: Any, compress: bool = True) -> str:
        data = serializer().dumps(value)
        return self._fernet.encrypt(zlib.compress(data) if compress else data).decode("ascii")

    def unsign_object(self, text: str, serializer: Any) -> Any:
        """Raises BadSignature for what was not sealed here, or for another session."""
        try:
            return serializer().loads(zlib.decompress(self._fernet.decrypt(text)))
        except (InvalidToken, ValueError, zlib.error) as error:
            raise BadSignature(text) from error


class SealedCookie(CookieStorage):
    """Named, and bound to a path, as the other cookies are."""

    @cached_property
    def cookie_name(self) -> str:
        return str(settings.MESSAGES_COOKIE_NAME)

    @property
    def signer(self) -> Seal:
        """The seal of the session as it is now: signing in gives it another key."""
        return Seal(self.request.session.session_key or "")

    @signer.setter
    def signer(self, signer: Any) -> None:
        """Leaves aside what Django would sign with."""

    def _store(self, messages: Any, response: HttpResponse, *args: Any, **kwargs: Any) -> Any:
        """Returns the messages that could not be kept.

        A session that begins has no key yet, and is written anyway.
        """
        session = self.request.session
        if messages and session.modified and not session.session_key:
            return messages
        return super()._store(messages, response, *args, **kwargs)

    def _update_cookie(self, encoded_data: str | None, response: HttpResponse) -> None:
        super()._update_cookie(encoded_data, response)
        cookie = response.cookies[self.cookie_name]
        cookie["path"] = settings.COOKIE_PATH
        cookie["secure"] = settings.SESSION_COOKIE_SECURE or ""


class MessageStorage(FallbackStorage):
    """In the cookie, else in the session: looks into both, since a session may begin with a message."""

    storage_classes = (SealedCookie, SessionStorage)

    def _get(self, *_: Any, **__: Any) -> tuple[list[Any], bool]:
        stored: list[Any] = []
        for storage in self.storages:
            messages, _all = storage._get()
            if messages:
                self._used_storages.add(storage)
                stored += messages
        return stored, True
