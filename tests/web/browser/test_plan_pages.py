"""The pages of a national plan in a real browser: accessible, and nothing sticks out on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.browser.looking import fits, violations
from trueline.document import load_any
from trueline.plan import PLAN

pytestmark = [pytest.mark.slow, pytest.mark.browser]
DRAFT = Path(__file__).parents[3] / "examples" / "plans" / "oresia-draft.yaml"


def test_no_page_of_a_plan_breaks_a_rule_of_accessibility(visit, keep):
    here = f"/documents/{keep(load_any(DRAFT).document).pk}/"
    paths = [f"{here}step/{step.slug}/" for step in PLAN.steps if not step.page]
    paths += [f"{here}element/?at=activities[inspect-agencies]", f"{here}review/", "/plans/"]
    problems = []
    page = visit("editor", "/plans/")
    for path, width in ((path, width) for path in paths for width in (1280, 390)):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.goto(path).status == 200, path
        if not fits(page):
            problems.append(f"{path} at {width}: sticks out to the side")
        if width == 390:
            problems += [f"{path}: {one}" for one in violations(page)]
    assert problems == []
