"""What `trueline check-deployment` says is marked for translation, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.conf import settings

from tests.language.pseudo import plain_words
from trueline.language import override
from trueline.language.pseudo import PSEUDO
from trueline.sandbox import Confinement
from trueline.web.config import keys
from trueline.web.serving import deployment

OF_DJANGO = re.compile(r"\(\w+\.\w\d+\)$")
"""How sentences of Django's own checks end."""
VALUE = re.compile(r"/\S+|`[^`]*`|[\w-]+\.[\w.-]+|--[\w-]+|\bchmod\b|\bpip install\b")
"""Paths, names of hosts, and what is to be typed."""


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    "instance",
    [
        {},
        {"hosts": ("*",), "https": False, "demo": True, "sign_up": "open"},
        {"hosts": ("example.org",), "https": True, "proxied": False, "second_step_days": 14},
        {"hosts": ("example.org",), "https": False, "tasks": "apart"},
    ],
    ids=["as it is", "open", "half secured", "unprotected"],
)
def test_no_check_says_a_word_that_is_not_marked(instance, monkeypatch):
    keys.make(settings.INSTANCE.folder)
    monkeypatch.setattr(settings, "INSTANCE", replace(settings.INSTANCE, **instance))
    monkeypatch.setattr(deployment, "confinement", lambda _: Confinement(False, False))
    with override(PSEUDO):
        answers = [each.text for each in deployment.report()]
    own = [text for text in answers if not OF_DJANGO.search(text)]
    left = {text: words for text in own if (words := plain_words(VALUE.sub(" ", text)))}
    assert len(own) >= 9
    assert left == {}
