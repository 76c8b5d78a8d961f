"""What somebody takes away of themselves, made by a worker as other files are."""

from __future__ import annotations

import json

from trueline.web.tasks import waking
from trueline.web.tasks.worker import Worker


def test_what_takes_longer_is_awaited_by_its_owner_alone(cast, monkeypatch):
    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
    address = cast.client("reader").post("/account/export/")["Location"]
    assert "is being made" in cast.client("reader").get(address).content.decode()
    assert Worker(pause=0).once()
    ready = cast.client("reader").get(address)
    assert ready["Content-Disposition"] == 'attachment; filename="my-trueline-data.json"'
    assert json.loads(ready.content)["account"]["email"] == cast.reader.email
    for other in ("owner", "outsider"):
        assert cast.client(other).get(address).status_code == 404
