"""The form in which a body writes its report: the same for a member and by a link."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import ngettext

from trueline.document.budget import currencies_in
from trueline.plan import Activity, Plan
from trueline.plan.progress import NOTHING, ActivityProgress
from trueline.web.accounts.models import User
from trueline.web.documents.store import document_in
from trueline.web.library.edition import toolkit_in_use
from trueline.web.lists import page_of
from trueline.web.plans.actions import rounds as actions
from trueline.web.plans.forms import ProgressForm
from trueline.web.plans.models import ActivityReport, BodyReport
from trueline.web.plans.queries import as_round, round_before


@dataclass
class Writing:
    """One body's report as it is being written, a page of its activities at a time."""

    report: BodyReport
    query: QueryDict
    plan: Plan = field(init=False)
    page: Page[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.plan = document_in(self.report.round.revision)
        self.page = page_of(self.lines, self.query)

    @property
    def lines(self) -> list[tuple[ActivityReport, Activity]]:
        """Each activity that the body was asked for, in the order of the plan."""
        activities = {each.id: each for each in self.plan.activities}
        return [
            (line, activities[line.activity])
            for line in self.report.lines.all()
            if line.activity in activities
        ]

    @property
    def before(self) -> dict[str, ActivityProgress]:
        """The report on each activity in the round before."""
        earlier = round_before(self.report.round)
        if earlier is None:
            return {}
        last_round = as_round(earlier)
        every = {activity.id: last_round.of(activity.id) for _line, activity in self.lines}
        return {id: progress for id, progress in every.items() if progress != NOTHING}

    def form(self, data: Any = None, *, met: bool = False) -> ProgressForm:
        """The form for the lines that were sent; after two people `met`, with both versions."""
        lines = list(self.page)
        if data is not None:
            lines = [each for each in self.lines if f"status-{each[0].pk}" in data]
        usual = next(iter(currencies_in(self.plan)), "")
        form = ProgressForm(lines, toolkit_in_use(), usual, self.report.version, data)
        form.met = met
        return form

    def save(self, form: ProgressForm, *, by: User | None) -> str:
        """Keep what was written, hand it in if that was asked, and say what was done. Raises Met."""
        actions.write(self.report, form.progress, version=form.cleaned_data["version"])
        without_status = self.report.lines.filter(status="").count()
        if "submit" not in form.data:
            return ngettext(
                "Saved as a draft. %(count)s activity has no status yet.",
                "Saved as a draft. %(count)s activities have no status yet.",
                without_status,
            ) % {"count": without_status}
        if without_status:
            return ngettext(
                "Saved, and not handed in: %(count)s activity has no status yet.",
                "Saved, and not handed in: %(count)s activities have no status yet.",
                without_status,
            ) % {"count": without_status}
        actions.submit(self.report, version=self.report.version, by=by)
        return ""

    def progress(self) -> list[tuple[Activity, ActivityProgress]]:
        """The report, activity by activity."""
        return [(activity, line.progress) for line, activity in self.lines]
