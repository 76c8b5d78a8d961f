"""The pages of each kind but the first, every marked word in other letters: what is left is not marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from web_addresses import only_of

from tests.language.pseudo import in_greek
from tests.web.languages.pseudo_pages import Walk, pages_in_pseudo
from trueline.document import elements_of, kind_of, load_any
from trueline.document.field_spec import field_specs
from trueline.kinds import KINDS
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents import store

pytestmark = pytest.mark.slow
EXAMPLES = Path(__file__).parents[3] / "examples"
DRAFTS = ["plans/oresia-draft.yaml", "legals/oresia-first-reading.yaml"]


def test_each_kind_with_a_folder_of_examples_is_walked() -> None:
    assert {Path(each).parent.name for each in DRAFTS} == {f"{k.name}s" for k in KINDS} - {
        "designs"
    }


@pytest.mark.parametrize("path", DRAFTS)
def test_no_page_shows_a_word_that_is_not_marked(path: str, cast: Any) -> None:
    Organisation.objects.update(name="σαφε πατησ")
    User.objects.update(name="αμαρα")
    draft = load_any(EXAMPLES / path).document
    kind = kind_of(draft)
    with pages_in_pseudo():
        document = in_greek(draft)
        here = Organisation.objects.get(pk=cast.organisation.pk)
        owner = User.objects.get(pk=cast.owner.pk)
        record = store.create(by=owner, organisation=here, document=document, origin="blank")
        things = {"document_id": record.pk, "kind": kind.name}
        walk = Walk(cast.client("owner"), Client(), things, document)
        for name in (
            "documents:list",
            "documents:overview",
            "workspace:review",
            *only_of(kind.name),
        ):
            walk.page(name)
        for step in kind.steps:
            if not step.page:
                walk.page("workspace:step", slug=step.slug)
        for address in {type(e): at for at, e in elements_of(document)}.values():
            walk.page("workspace:element", {"at": address})
        for name, spec in field_specs(kind.model).items():
            if spec.is_list and spec.base is not str:
                walk.page("workspace:add", {"to": name})
        assert walk.left == {}
