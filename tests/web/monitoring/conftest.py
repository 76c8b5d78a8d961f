"""A programme of one year with indicators of several sorts, approved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import html5lib
import pytest
from django.urls import reverse

from trueline.design import Design, Indicator
from trueline.document import set_field
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.monitoring.actions import deciding, dividing
from trueline.web.monitoring.models import FigureAssignment, Measurement, ReportingSite
from trueline.web.monitoring.snapshots import fingerprint, snapshot

TRAINED: dict[str, Any] = {
    "id": "trained",
    "statement": "Inspectors trained",
    "measure": "count",
    "unit": "people",
    "direction": "up",
    "counts_people": True,
    "baseline": {"value": 0},
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(200)}],
    "frequency": "quarterly",
    "disaggregation": ["sex"],
}
ACTED: dict[str, Any] = {
    "id": "acted",
    "statement": "Share of signs acted on",
    "measure": "proportion",
    "numerator": "Signs acted on",
    "denominator": "Signs seen",
    "unit": "per cent",
    "direction": "up",
    "counts_people": False,
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(60)}],
    "frequency": "quarterly",
}
DEBT: dict[str, Any] = {
    "id": "debt",
    "statement": "Fee paid by workers",
    "measure": "count",
    "unit": "EUR",
    "direction": "down",
    "counts_people": False,
    "over_periods": "last",
    "baseline": {"value": 40},
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(20)}],
    "frequency": "yearly",
    "follow_up_months": [12],
}


@pytest.fixture
def programme() -> Design:
    return Design.model_validate(
        {
            "title": "Safe work",
            "start": date(2026, 1, 1),
            "end": date(2026, 12, 31),
            "indicators": [TRAINED, ACTED, DEBT],
        }
    )


@pytest.fixture
def approve(cast) -> Callable[..., Submission]:
    """Submit a design as it is now, and approve it."""

    def approved(record: DocumentRecord, name: str = "Version") -> Submission:
        record.refresh_from_db()
        submission = submitting.submit(record, by=cast.editor, name=name)
        submitting.approve(record, submission, by=cast.owner)
        return submission

    return approved


@pytest.fixture
def monitored(keep, programme, approve) -> DocumentRecord:
    """The programme, kept and approved."""
    record = keep(programme)
    approve(record)
    return record


@pytest.fixture
def revise(cast, approve) -> Callable[..., Submission]:
    """Give the design other indicators, and approve that."""

    def revised(record: DocumentRecord, *indicators: dict[str, Any]) -> Submission:
        models = tuple(Indicator.model_validate(each) for each in indicators)
        made = store.Change("", lambda design: (set_field(design, "indicators", models), ""))
        store.save(record.pk, [made], by=cast.editor, action="changed")
        return approve(record)

    return revised


@pytest.fixture
def due(monitored) -> Callable[[str, str], Measurement]:
    """The measurement of an indicator in a period."""

    def found(key: str, period: str) -> Measurement:
        rows = Measurement.objects.select_related("indicator", "period")
        return rows.get(
            indicator__document=monitored,
            indicator__key=key,
            indicator__retired=None,
            period__label=period,
        )

    return found


@pytest.fixture
def page(cast, monitored) -> Callable[..., Any]:
    """Open a page about the programme as somebody; a form is sent with `data`."""

    def opened(who: str, name: str, *args: object, data: Any = None) -> Any:
        address = reverse(f"monitoring:{name}", args=[monitored.pk, *args])
        client = cast.client(who)
        return client.get(address) if data is None else client.post(address, data)

    return opened


@pytest.fixture
def entered(page, due) -> Callable[..., Any]:
    """Type figures of an indicator into the form of a period, and save."""

    def typed(key: str, period: str, *, who: str = "editor", submit: bool = False, **parts: str):
        measurement = due(key, period)
        data = seen_on(page(who, "enter", measurement.period_id))
        data |= {"submit" if submit else "save": "yes"}
        data |= {named(measurement, part): text for part, text in parts.items()}
        return page(who, "enter", measurement.period_id, data=data)

    return typed


def named(measurement: Measurement, part: str) -> str:
    """The control of a part: `value`, `note`, or with a group `female__value`."""
    group, _parted, name = part.rpartition("__")
    if part in ("answer", "note", "seen"):
        return f"m{measurement.pk}:{part}"
    return f"m{measurement.pk}:{f'sex={group}' if group else ''}:{name}"


def seen_on(response: Any) -> dict[str, str]:
    """What a browser sends of a form that nobody touched."""
    found = {}
    for form in html5lib.parse(response.content.decode(), namespaceHTMLElements=False).iter("form"):
        for control in form.iter():
            name = control.get("name", "")
            if control.tag == "input" and name:
                found[name] = control.get("value", "")
            elif control.tag == "textarea" and name:
                found[name] = (control.text or "").removeprefix("\n")
            elif control.tag == "select" and name:
                chosen = [o for o in control.iter("option") if o.get("selected") is not None]
                found[name] = chosen[0].get("value", "") if chosen else ""
    return {name: value for name, value in found.items() if name.startswith(("m", "replaces"))}


@pytest.fixture
def site(cast, monitored):
    """Add a site that tells of inspectors trained, since the beginning unless it is said otherwise."""

    def added(name: str, *, begins=date(2026, 1, 1), indicators=("trained",)) -> ReportingSite:
        one = ReportingSite(name=name, begins=begins, indicators=list(indicators))
        dividing.save_site(monitored, one, by=cast.owner)
        return one

    return added


@pytest.fixture
def told_by():
    def found(site: ReportingSite | None, period: str, key: str = "trained") -> Measurement:
        rows = Measurement.objects.select_related("indicator", "period__document", "site")
        return rows.get(site=site, period__label=period, indicator__key=key)

    return found


@pytest.fixture
def assign(cast, monitored):
    def assigned(site: ReportingSite | None, *indicators: str) -> FigureAssignment:
        member = cast.partner.memberships.get()
        return dividing.assign(monitored, member, site, indicators, by=cast.owner)

    return assigned


@pytest.fixture
def accepted(cast, entered, due) -> Callable[..., Measurement]:
    """Enter figures, submit and approve them."""

    def made(key: str, period: str, **parts: str) -> Measurement:
        entered(key, period, submit=True, **parts)
        one = due(key, period)
        seen = fingerprint(snapshot(one))
        deciding.decide(one.period, [deciding.Decision(one.pk, seen)], by=cast.owner)
        one.refresh_from_db()
        return one

    return made
