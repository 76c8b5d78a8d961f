"""Faults in dates, sums, units and words: what can't be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from tests.review.seeding import Broken, fault
from trueline.design import Activity, Design, Indicator, Study
from trueline.document import Money, set_field, set_fields

DAY = timedelta(days=1)


def _first(design: Design, fits: Callable[[Indicator], object]) -> Indicator | None:
    return next((indicator for indicator in design.indicators if fits(indicator)), None)


def _dated(design: Design) -> list[Activity]:
    return [activity for activity in design.activities if activity.start and activity.end]


@fault("dates.ends-before-it-starts", "an activity that ends before it starts")
def ends_first(design: Design) -> Broken:
    for activity in _dated(design):
        if activity.start and design.start and activity.start > design.start + DAY:
            address = f"activities[{activity.id}].end"
            return set_field(design, address, activity.start - DAY), address
    return None


@fault("dates.activity-outside-the-programme", "an activity that runs on after the programme")
def runs_on(design: Design) -> Broken:
    for activity in _dated(design):
        if design.end:
            address = f"activities[{activity.id}].end"
            return set_field(design, address, design.end + DAY), address
    return None


@fault("dates.study-outside-the-programme", "a midline before the programme begins")
def early_midline(design: Design) -> Broken:
    kinds = {study.kind for study in design.evaluation.studies}
    for study in design.evaluation.studies:
        if design.start and study.kind == "midline" and "baseline" in kinds:
            address = f"evaluation.studies[{study.id}].due"
            return set_field(design, address, design.start - DAY), address
    return None


@fault("dates.studies-out-of-order", "a baseline after the endline")
def late_baseline(design: Design) -> Broken:
    studies: dict[str | None, Study] = {study.kind: study for study in design.evaluation.studies}
    baseline, endline = studies.get("baseline"), studies.get("endline")
    if baseline and endline and endline.due and design.end and endline.due < design.end:
        address = f"evaluation.studies[{baseline.id}].due"
        return set_field(design, address, endline.due + DAY), address
    return None


@fault("dates.target-outside-the-programme", "a target before the programme begins")
def early_target(design: Design) -> Broken:
    indicator = _first(design, lambda i: not i.result or not i.targets)
    if indicator and design.start:
        due = design.start - DAY
        at = f"indicators[{indicator.id}]"
        targets = [{"due": due, "text": "All of them"}]
        return set_field(design, f"{at}.targets", targets), f"{at}.targets[{due}]"
    return None


@fault("dates.target-before-the-work", "a target before any work that leads to it")
def before_the_work(design: Design) -> Broken:
    for indicator in design.indicators:
        behind = design.theory.leading_to([indicator.result or ""])
        starts = [a.start for a in design.activities if a.id in behind]
        begins = min((start for start in starts if start), default=None)
        measured = indicator.baseline.measured if indicator.baseline else None
        if begins and all(starts) and indicator.targets and design.start:
            due = begins - DAY
            if due >= design.start and (not measured or measured <= due):
                at = f"indicators[{indicator.id}]"
                targets = [{"due": due, "text": "All of them"}]
                return set_field(design, f"{at}.targets", targets), f"{at}.targets[{due}]"
    return None


@fault("dates.baseline-after-its-target", "a baseline after the last target")
def baseline_last(design: Design) -> Broken:
    indicator = _first(design, lambda i: i.targets and i.baseline and i.measures == "reach")
    if indicator:
        last = max(target.due for target in indicator.targets)
        address = f"indicators[{indicator.id}].baseline.measured"
        return set_field(design, address, last + DAY), address
    return None


@fault("budget.part-costs-more-than-the-whole", "an activity that costs more than the programme")
def dear_activity(design: Design) -> Broken:
    for activity in design.activities:
        if design.budget and activity.budget:
            more = Money(amount=design.budget.amount + 1, currency=design.budget.currency)
            address = f"activities[{activity.id}].budget"
            return set_field(design, address, more), address
    return None


@fault("budget.activities-cost-more-than-the-whole", "a whole that is smaller than its parts")
def small_whole(design: Design) -> Broken:
    costs = [activity.budget.amount for activity in design.activities if activity.budget]
    if design.budget and len(costs) > 1:
        less = Money(amount=max(costs) + Decimal(1), currency=design.budget.currency)
        return set_field(design, "budget", less), "budget"
    return None


@fault("budget.much-of-the-whole-unexplained", "a whole three times its parts")
def large_whole(design: Design) -> Broken:
    if design.budget and design.activities and all(a.budget for a in design.activities):
        more = Money(amount=design.budget.amount * 3, currency=design.budget.currency)
        return set_field(design, "budget", more), "budget"
    return None


@fault("budget.currencies-mixed", "an activity in another currency")
def other_currency(design: Design) -> Broken:
    for activity in design.activities:
        if design.budget and activity.budget:
            address = f"activities[{activity.id}].budget"
            return set_field(design, address, Money(amount=1, currency="CHF")), address
    return None


@fault("budget.lines-do-not-add-up", "lines that add up to something else")
def odd_lines(design: Design) -> Broken:
    if budget := design.budget:
        lines = [{"id": "line", "title": "Salaries", "amount": {**vars(budget), "amount": 7}}]
        return set_field(design, "budget_lines", lines), "budget_lines"
    return None


@fault("budget.line-outside-the-years", "a line in a year after the end")
def late_line(design: Design) -> Broken:
    if design.end:
        lines = [{"id": "line", "title": "Salaries", "year": design.end.year + 1}]
        return set_field(design, "budget_lines", lines), "budget_lines[line].year"
    return None


@fault("indicators.per-cent-out-of-range", "a target of more than all")
def more_than_all(design: Design) -> Broken:
    for indicator in design.indicators:
        values = [target for target in indicator.targets if target.value is not None]
        if values and indicator.measure == "proportion" and indicator.direction == "up":
            last = max(values, key=lambda target: target.due)
            address = f"indicators[{indicator.id}].targets[{last.due}].value"
            return set_field(design, address, 140), address
    return None


@fault("indicators.unit-and-measure-at-odds", "a count in per cent")
def count_in_per_cent(design: Design) -> Broken:
    if indicator := _first(design, lambda i: i.measure == "count" and i.unit):
        address = f"indicators[{indicator.id}].unit"
        return set_field(design, address, "per cent"), address
    return None


@fault("indicators.duplicate-indicator", "the same indicator twice")
def twice(design: Design) -> Broken:
    if indicator := _first(design, lambda i: i.statement and not i.stands_in_for):
        again = indicator.model_copy(update={"id": "again"})
        broken = design.model_copy(update={"indicators": (*design.indicators, again)})
        return Design.model_validate(broken.model_dump()), "indicators[again]"
    return None


@fault("indicators.numerator-outside-denominator", "numerator and denominator are the same")
def same_group(design: Design) -> Broken:
    if indicator := _first(design, lambda i: i.numerator and i.denominator):
        address = f"indicators[{indicator.id}]"
        broken = set_field(design, f"{address}.numerator", indicator.denominator)
        return broken, f"{address}.numerator"
    return None


@fault("indicators.targets-turn-back", "targets that turn back")
def turned_back(design: Design) -> Broken:
    for indicator in design.indicators:
        start = indicator.baseline.value if indicator.baseline else None
        dues = sorted(t.due for t in indicator.targets if t.value is not None)
        if indicator.direction == "up" and len(dues) > 1 and start is not None:
            at = f"indicators[{indicator.id}].targets"
            broken = set_field(design, f"{at}[{dues[0]}].value", start + 2)
            return set_field(broken, f"{at}[{dues[1]}].value", start + 1), f"{at}[{dues[1]}].value"
    return None


@fault("logic.same-words-twice", "a result and its indicator in the same words")
def same_words(design: Design) -> Broken:
    results = {result.id: result for result in design.results}
    for indicator in design.indicators:
        if result := results.get(indicator.result or ""):
            address = f"indicators[{indicator.id}].statement"
            return set_field(design, address, f"Number of {result.statement}"), address
    return None


@fault("logic.word-in-no-list", "a word that is spelt wrongly")
def misspelt(design: Design) -> Broken:
    if indicator := _first(design, lambda i: i.disaggregation == ("sex", "age-band")):
        address = f"indicators[{indicator.id}].disaggregation"
        broken = set_field(design, address, (*indicator.disaggregation, "chain-roll"))
        return broken, address
    return None


@fault("foundations.more-people-than-the-group", "more people than there are in the group")
def too_many_people(design: Design) -> Broken:
    for activity in design.activities:
        if activity.people and activity.kind != "livelihoods":
            address = f"activities[{activity.id}]"
            values = {"target_group": f"{activity.people - 1} people of three districts"}
            return set_fields(design, address, values), f"{address}.people"
    return None


@fault("indicators.more-than-are-reached", "a target above the people whom activities reach")
def more_than_reached(design: Design) -> Broken:
    for indicator in design.indicators:
        behind = design.theory.leading_to([indicator.result or ""])
        people = [activity.people for activity in design.activities if activity.id in behind]
        values = [target.value for target in indicator.targets if target.value is not None]
        reached = (indicator.measures, indicator.measure) == ("reach", "count")
        if reached and values and people and all(people):
            last = max(indicator.targets, key=lambda target: target.due)
            address = f"indicators[{indicator.id}].targets[{last.due}].value"
            return set_field(design, address, sum(filter(None, people)) + 1), address
    return None
