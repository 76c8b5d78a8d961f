"""The preview of a logframe asks which of two numbers is meant."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.exchange.logframes import workbook
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

ROWS = [
    ["Level", "Objective", "Indicator", "Baseline", "Target 2029", "Source"],
    ["Outcome", "Officers act", "People helped", "0", "6.000", "Log"],
    ["Output", "Officers are trained", "Officers trained", "0", "60", "Log"],
]


@pytest.mark.parametrize(("chosen", "value"), [("6000", 6000), ("", None)])
def test_the_reading_that_was_chosen_is_kept(cast, chosen, value):
    client = cast.client("editor")
    upload = {
        "organisation": cast.organisation.pk,
        "file": SimpleUploadedFile("a.xlsx", workbook(ROWS)),
    }
    page = client.post(reverse("documents:new-file", None, ["design"]), upload)
    text = page.content.decode()
    assert '<option value="6000">6,000</option>' in text
    assert "<small>Baseline: 0</small>" in text
    kept = re.search(r'name="kept" value="([^"]+)"', text)[1]
    sent = {"kept": kept, "title": "Mine", "number-0": chosen}
    assert client.post(reverse("designs:new-logframe"), sent).status_code == 302
    design = store.document_of(DocumentRecord.objects.get())
    assert design.indicators[0].targets[0].value == value
