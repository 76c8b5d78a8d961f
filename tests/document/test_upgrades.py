"""Documents of older forms are brought up to the present one."""

from typing import Any

from trueline.document.upgrades import upgraded


def test_upgrades_follow_each_other_and_leave_the_data_alone() -> None:
    def to_2(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "title": data["name"]}

    def to_3(data: dict[str, Any]) -> dict[str, Any]:
        data.pop("name")
        return data

    old = {"schema_version": 1, "name": "A"}
    assert upgraded(old, {1: to_2, 2: to_3}) == {"schema_version": 3, "title": "A"}
    assert old == {"schema_version": 1, "name": "A"}
    assert upgraded({"schema_version": 3, "title": "A"}, {1: to_2, 2: to_3})["title"] == "A"
    assert upgraded({"name": "A"}, {1: to_2})["title"] == "A"  # without a version it is the first
