"""Going through an interview, answering what there is an answer to and passing over the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.web.designs.test_interview import ANSWERS


def through_the_interview(page: Any) -> Iterator[str]:
    """From its first question behind its last. Gives each text that is written, "" for a choice."""
    while "/interview/" in page.url:
        here = page.url
        page.get_by_role("link", name="Leave the interview").wait_for()
        answers = ANSWERS.get(here.rstrip("/").rpartition("/")[2], {})
        for name, value in answers.items():
            control = page.locator(f"form [name={name}]:not([type=hidden])")
            if control.first.get_attribute("type") == "radio":
                page.locator(f"form [name={name}][value='{value}']").check()
                yield ""
            elif control.evaluate("e => e.tagName") == "SELECT":
                control.select_option(value)
                yield ""
            else:
                control.fill(value)
                yield value
        if answers or page.get_by_role("link", name="Skip", exact=True).count() == 0:
            page.get_by_role("button", name="Save and go on").click()
        else:
            page.get_by_role("link", name="Skip", exact=True).click()
        page.wait_for_url(lambda url, here=here: url != here)
    page.locator("[data-answer]", has_text="That was the last question.").wait_for()
