"""Whoever checks an instance learns whether the process that reads uploads is confined."""

import pytest
from django.conf import settings

from trueline.files import FileProblems, Problem
from trueline.sandbox import Confinement
from trueline.web.config import keys
from trueline.web.serving import deployment


def answered() -> tuple[str, str]:
    (answer,) = (each for each in deployment.report() if "reads uploads" in each.text)
    return answer.mark, answer.text


@pytest.mark.slow
@pytest.mark.django_db
def test_it_is_tried_with_the_secret_key():
    keys.make(settings.INSTANCE.folder)
    assert answered()[0] == "ok"


@pytest.mark.django_db
def test_what_the_system_leaves_open_is_named(monkeypatch):
    monkeypatch.setattr(deployment, "confinement", lambda _: Confinement(True, False))
    mark, text = answered()
    assert mark == "NOTE"
    assert "does not keep it from the network." in text
    monkeypatch.setattr(deployment, "confinement", lambda _: Confinement(False, False))
    assert "from other files or the network." in answered()[1]


@pytest.mark.django_db
def test_a_process_that_can_t_be_started_is_wrong(monkeypatch):
    def refuse(_):
        raise FileProblems([Problem("probe", "It can't be read just now.")])

    monkeypatch.setattr(deployment, "confinement", refuse)
    assert answered()[0] == "WRONG"
