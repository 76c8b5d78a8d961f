"""A round of progress: as tables for a page, and as a report for PDF and Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trueline.language import (
    dates,
    day,
    gettext,
    gettext_noop,
    joined,
    money,
    ngettext,
    number,
    quoted,
)
from trueline.language.terms import ACTIVITY_STATUS
from trueline.plan import Activity, Plan
from trueline.plan.progress import (
    STATUSES,
    ActivityProgress,
    BodyProgress,
    Change,
    Round,
    answered_by_nobody,
    changes,
    moved,
    overdue,
)
from trueline.reports.layout.blocks import (
    Block,
    Cover,
    Document,
    Facts,
    Heading,
    Missing,
    Prose,
    Section,
)
from trueline.reports.linked_tables import Cell, Entry, Table, entries, table_blocks
from trueline.reports.titles import INVENTED, title_of

NOTE = gettext_noop(
    "Made with Trueline from what the bodies responsible for activities said in this round. Nobody"
    " has verified it beyond the evidence that they name. What nobody said is neither zero nor “not"
    " begun”. Reporting by responsible bodies is what section 9 of the ICAT toolkit asks for (9 L1,"
    " 9 Q3, 9 E1.2)."
)


@dataclass(frozen=True)
class Progress:
    """The data of a report: the plan as of the round, the round, the one before, and the day."""

    plan: Plan
    round: Round
    before: Round | None
    on: date

    @property
    def changes(self) -> tuple[Change, ...]:
        """Activities whose report differs from that of the round before."""
        return tuple(changes(self.plan, self.before, self.round)) if self.before else ()

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The progress of the round, in numbers."""
        bodies, silent = len(self.round.bodies), len(self.round.silent)
        answered = gettext("{count} of {of}", count=number(bodies - silent), of=number(bodies))
        rows = [(gettext("Bodies that answered"), answered)]
        statuses = self.round.statuses
        rows += [(ACTIVITY_STATUS.label(each), str(number(statuses[each]))) for each in STATUSES]
        rows.append((gettext("Nothing said"), str(number(statuses[""]))))
        for sum_, count in self.round.spent.values():
            about = ngettext(
                "{sum}, said of {count} activity",
                "{sum}, said of {count} activities",
                count,
                sum=money(sum_.amount, sum_.currency),
            )
            rows.append((gettext("Spent since the plan began"), about))
        return rows


def body_table(progress: Progress, body: BodyProgress) -> Table:
    """A body's report on each of its activities."""
    activities = {each.id: each for each in progress.plan.activities}
    rows = tuple(
        _row(activities[each], progress.round.of(each))
        for each in body.activities
        if each in activities
    )
    head = (
        gettext("Activity"),
        gettext("Status"),
        gettext("Spent"),
        gettext("Of a budget of"),
        gettext("What hinders"),
        gettext("Evidence"),
    )
    return Table(body.body, head, rows)


def _row(activity: Activity, progress: ActivityProgress) -> tuple[Cell, ...]:
    nothing = gettext("nothing said")
    return (
        entries("activities", [activity]),
        _text(ACTIVITY_STATUS.label(progress.status) if progress.status else nothing),
        _text(money(progress.spent.amount, progress.spent.currency) if progress.spent else nothing),
        _text(
            money(activity.budget.amount, activity.budget.currency)
            if activity.budget
            else gettext("not known")
        ),
        _text(progress.hinders),
        _text(progress.evidence),
    )


def changes_table(progress: Progress) -> Table:
    """Activities whose report differs from that of the round before."""
    rows = tuple(
        (
            entries("activities", [each.activity]),
            _text(_in_words(each.before)),
            _text(_in_words(each.now)),
        )
        for each in progress.changes
    )
    was = progress.before.title if progress.before else ""
    head = (gettext("Activity"), was, progress.round.title)
    note = ""
    if progress.before:
        finished, held_up = moved(progress.changes)
        note = gettext(
            "Finished since: {done}. Held up since: {held_up}. Activities of which nothing is said in one"
            " of the two rounds are left out: what became of them is not known.",
            done=number(finished),
            held_up=number(held_up),
        )
    return Table(gettext("Since the round before"), head, rows, note)


def _in_words(progress: ActivityProgress) -> str:
    parts = [ACTIVITY_STATUS.label(progress.status)]
    if progress.spent:
        parts.append(
            gettext("spent {sum}", sum=money(progress.spent.amount, progress.spent.currency))
        )
    if progress.hinders:
        parts.append(progress.hinders)
    return "; ".join(parts)


def overdue_table(progress: Progress) -> Table:
    """Activities whose end has passed and that are not reported as finished."""
    rows = tuple(
        (
            entries("activities", [each]),
            _text(each.lead or gettext("Nobody yet")),
            _text(day(each.end) if each.end else ""),
            _text(_status_or_not(progress.round.of(each.id))),
        )
        for each in overdue(progress.plan, progress.round, progress.on)
    )
    head = (gettext("Activity"), gettext("Responsible body"), gettext("End"), gettext("Status"))
    note = gettext("As of {day}.", day=day(progress.on))
    return Table(gettext("Overdue"), head, rows, note)


def _status_or_not(progress: ActivityProgress) -> str:
    return ACTIVITY_STATUS.label(progress.status) if progress.status else gettext("nothing said")


def _text(text: str) -> Cell:
    return (Entry(text),)


def progress_report(progress: Progress) -> Document:
    """The report of a round, as blocks."""
    plan, round = progress.plan, progress.round
    untitled = gettext("Untitled plan")
    title, kind = title_of(plan, untitled), gettext("Progress report")
    facts = (
        (gettext("Round"), round.title),
        (gettext("About"), dates(round.first, round.last)),
        (gettext("To be answered by"), day(round.due)),
        (gettext("Date of this report"), day(progress.on)),
    )
    return Document(
        title=f"{title}: {round.title}",
        running=title,
        kind=kind,
        sections=(
            Section(gettext("The round as a whole"), tuple(_whole(progress))),
            Section(gettext("Since the round before"), tuple(_since(progress))),
            Section(gettext("Overdue"), tuple(_overdue(progress))),
            Section(gettext("What each body says"), tuple(_bodies(progress)), sheet="turned"),
        ),
        cover=Cover(
            kind=f"{kind} · {gettext(INVENTED)}" if plan.invented else kind,
            title=plan.title or untitled,
            lead=round.title,
            facts=facts,
            note=gettext(NOTE),
        ),
        on=progress.on,
    )


def _whole(progress: Progress) -> Iterator[Block]:
    yield Facts(tuple(progress.facts))
    if progress.round.silent:
        names = joined([quoted(name) for name in progress.round.silent])
        yield Missing(gettext("Nothing has come from {names}.", names=names))
    if nobodys := answered_by_nobody(progress.plan):
        names = joined([quoted(each.name) for each in nobodys])
        yield Missing(
            gettext(
                "Nobody could be asked, since no responsible body is named: {names}.", names=names
            )
        )


def _since(progress: Progress) -> Iterator[Block]:
    if progress.before is None:
        yield Missing(gettext("This is the first round: there is nothing to hold it against."))
    elif progress.changes:
        yield from table_blocks(changes_table(progress), (3, 3, 3))
    else:
        yield Missing(gettext("Nothing is said otherwise than the round before."))


def _overdue(progress: Progress) -> Iterator[Block]:
    table = overdue_table(progress)
    if table.rows:
        yield from table_blocks(table, (4, 3, 2, 2))
    else:
        yield Prose(gettext("No activity is overdue as of {day}.", day=day(progress.on)))


def _bodies(progress: Progress) -> Iterator[Block]:
    answered = [body for body in progress.round.bodies if body.counts]
    for body in answered:
        yield Heading(body.body)
        yield from table_blocks(body_table(progress, body), (4, 2, 2, 2, 3, 3))
    if not answered:
        yield Missing(gettext("Nothing has come that counts: what is only drafted is not shown."))
