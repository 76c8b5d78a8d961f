"""The pages of a national plan in a real browser: accessible, and nothing sticks out on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.test_every_page import TAGS
from trueline.document import load_any
from trueline.plan import PLAN

pytestmark = [pytest.mark.slow, pytest.mark.browser]
DRAFT = Path(__file__).parents[3] / "examples" / "plans" / "oresia-draft.yaml"


def test_no_page_of_a_plan_breaks_a_rule_of_accessibility(visit, keep):
    here = f"/documents/{keep(load_any(DRAFT).document).pk}/"
    paths = [f"{here}step/{step.slug}/" for step in PLAN.steps if not step.page]
    paths += [f"{here}element/?at=activities[inspect-agencies]", f"{here}review/", "/plans/"]
    axe, problems = Axe(), []
    page = visit("editor", "/plans/")
    for path, width in ((path, width) for path in paths for width in (1280, 390)):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.goto(path).status == 200, path
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append(f"{path} at {width}: sticks out to the side")
        if width == 390:
            rules = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
            found = axe.run(page, options=rules).response["violations"]
            problems += [f"{path}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
    assert problems == []
