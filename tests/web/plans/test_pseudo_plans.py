"""The pages of a national plan, with every marked word in other letters: what is left is not marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.language.pseudo import in_greek
from tests.web.languages.pseudo_pages import Walk, pages_in_pseudo
from trueline.document import elements_of, load_any
from trueline.document.field_spec import field_specs
from trueline.plan import PLAN, Plan
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents import store

pytestmark = [pytest.mark.slow, pytest.mark.either_database]
DRAFT = Path(__file__).parents[3] / "examples" / "plans" / "oresia-draft.yaml"


def test_no_page_of_a_plan_shows_a_word_that_is_not_marked(cast: Any) -> None:
    Organisation.objects.update(name="σαφε πατησ")
    User.objects.update(name="αμαρα")
    draft = load_any(DRAFT).document
    with pages_in_pseudo():
        plan = in_greek(draft)
        here = Organisation.objects.get(pk=cast.organisation.pk)
        owner = User.objects.get(pk=cast.owner.pk)
        record = store.create(by=owner, organisation=here, document=plan, origin="blank")
        things = {"document_id": record.pk, "kind": PLAN.name}
        walk = Walk(cast.client("owner"), Client(), things, plan)
        walk.page("documents:list")
        walk.page("documents:overview")
        walk.page("workspace:review")
        for step in PLAN.steps:
            if not step.page:
                walk.page("workspace:step", slug=step.slug)
        for address in {type(e): at for at, e in elements_of(plan)}.values():
            walk.page("workspace:element", {"at": address})
        for name, spec in field_specs(Plan).items():
            if spec.is_list:
                walk.page("workspace:add", {"to": name})
        assert walk.left == {}
