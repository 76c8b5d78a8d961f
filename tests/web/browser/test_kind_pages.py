"""The pages of plans and legal reviews in a real browser: accessible, and nothing sticks out on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from web_addresses import only_of

from tests.web.browser.test_every_page import TAGS
from trueline.document import kind_of, load_any

pytestmark = [pytest.mark.slow, pytest.mark.browser]
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize(
    ("path", "one"),
    [
        ("plans/oresia-draft.yaml", "activities[inspect-agencies]"),
        ("legals/oresia-first-reading.yaml", "rights[right-assistance]"),
    ],
)
def test_no_page_breaks_a_rule_of_accessibility(path, one, visit, keep):
    document = load_any(EXAMPLES / path).document
    kind, record = kind_of(document), keep(document)
    here = f"/documents/{record.pk}/"
    paths = [f"{here}step/{step.slug}/" for step in kind.steps if not step.page]
    paths += [reverse(name, args=[record.pk]) for name in only_of(kind.name)]
    paths += [f"{here}element/?at={one}", f"{here}review/", f"/{kind.name}s/"]
    axe, problems = Axe(), []
    page = visit("editor", f"/{kind.name}s/")
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
