"""The pages of each kind but the first, every marked word in other letters: what is left is not marked."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from web_addresses import only_of

from tests.kind_examples import example_of
from tests.language.pseudo import in_greek
from tests.web.languages.pseudo_pages import Walk, pages_in_pseudo
from tests.web.plans.rounds import with_round
from trueline.document import elements_of, kind_of, load_any
from trueline.document.field_spec import field_specs
from trueline.kinds import KINDS
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents import store

pytestmark = [pytest.mark.slow, pytest.mark.either_database]
FILES = {"plans:report-file"}
KIND_NAMES = [kind.name for kind in KINDS if kind.name != "design"]


@pytest.mark.parametrize("name", KIND_NAMES)
def test_no_page_shows_a_word_that_is_not_marked(name: str, cast: Any) -> None:
    Organisation.objects.update(name="σαφε πατησ")
    User.objects.update(name="αμαρα")
    draft = load_any(example_of(name)).document
    kind = kind_of(draft)
    with pages_in_pseudo():
        document = in_greek(draft)
        here = Organisation.objects.get(pk=cast.organisation.pk)
        owner = User.objects.get(pk=cast.owner.pk)
        record = store.create(by=owner, organisation=here, document=document, origin="blank")
        things = {"document_id": record.pk, "kind": kind.name}
        if kind.name == "plan":
            things |= with_round(record, by=owner, note="νοτε") | {"job_id": uuid4()}
        walk = Walk(cast.client("owner"), Client(), things, document)
        for name in (
            "documents:list",
            "documents:overview",
            "workspace:review",
            *sorted(set(only_of(kind.name)) - FILES),
        ):
            walk.page(name)
        for secret in (things.get("secret"), things.get("asked_secret")):
            if secret:
                walk.page("plans:by-link", secret=secret)
        for step in kind.steps:
            if not step.page:
                walk.page("workspace:step", slug=step.slug)
        for address in {type(e): at for at, e in elements_of(document)}.values():
            walk.page("workspace:element", {"at": address})
        for name, spec in field_specs(kind.model).items():
            if spec.is_list and spec.base is not str:
                walk.page("workspace:add", {"to": name})
        assert walk.left == {}
