"""Making the table of an organisation's programmes as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from django_tasks import task

from trueline.reports.exports.export import XLSX
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents.filenames import file_name
from trueline.web.monitoring.portfolio import Portfolio, ProgrammeFilter
from trueline.web.monitoring.portfolio_files import portfolio_csv, portfolio_workbook
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest

FILES: Mapping[str, str] = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX}
"""Endings of files, with their media types."""


def ask_for_portfolio(
    organisation: Organisation,
    programme_filter: ProgrammeFilter,
    *,
    ending: str,
    media_type: str,
    owner: str,
    user: User,
) -> FileRequest:
    """Have the programmes that fit listed, as they are now. Raises TooMany."""
    return ask_for(
        make_portfolio,
        arguments={
            "organisation": str(organisation.pk),
            "user": user.pk,
            "ending": ending,
            "words": programme_filter.words,
            "due": programme_filter.due,
            "whose": programme_filter.whose,
            "day": timezone.localdate().isoformat(),
            "asked": timezone.now().isoformat(),
        },
        owner=owner,
        asker=Asker.member(user, organisation.pk),
        name=file_name(organisation.name, f"programmes.{ending}"),
        media_type=media_type,
    )


@task()
def make_portfolio(file_id: str) -> None:
    make(file_id, _content)


def _content(
    *, organisation: str, user: int, ending: str, day: str, asked: str, **looked_for: str
) -> bytes:
    today = date.fromisoformat(day)
    records = ProgrammeFilter(**looked_for).records(
        Organisation.objects.get(pk=organisation), user=User.objects.get(pk=user), today=today
    )
    portfolio = Portfolio(list(records), today)
    return portfolio_csv(portfolio) if ending == "csv" else portfolio_workbook(portfolio)
