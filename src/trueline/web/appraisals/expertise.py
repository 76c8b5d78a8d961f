"""Who might read a proposal: by how much each has to read, and by what they say they know well.

A conflict or a match never becomes less for it: who may read is settled before (`actions.assigning`).
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.language import language_names
from trueline.language.locales import territories
from trueline.web.appraisals.models import (
    Assessor,
    Expertise,
    Proposal,
    ProposalFile,
    Reading,
    Round,
    RoundQuestion,
)
from trueline.web.appraisals.standing import Standing
from trueline.web.library.edition import toolkit_in_use


@dataclass(frozen=True)
class About:
    """The expertise that a proposal needs: a language, countries, sections of the toolkit."""

    language: str = ""
    countries: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Suggestion:
    """An assessor who might read a proposal, with their load and how well they fit."""

    assessor: Assessor
    load: int
    about: About
    expertise: Expertise | None = None

    @property
    def lacks_language(self) -> bool:
        """Whether they named languages, and the one that it is written in is not among them."""
        named = self.expertise.languages if self.expertise else []
        return bool(named) and bool(self.about.language) and self.about.language not in named

    @property
    def _matches(self) -> tuple[list[str], list[str], list[str]]:
        if self.expertise is None:
            return [], [], []
        language = [each for each in self.expertise.languages if each == self.about.language]
        countries = [each for each in self.expertise.countries if each in self.about.countries]
        sections = [each for each in self.expertise.sections if each in self.about.sections]
        return language, countries, sections

    @property
    def order(self) -> tuple[bool, int, int]:
        """The rank of an assessor: what fits, of each sort, counts as one proposal less to read."""
        fits = sum(bool(each) for each in self._matches)
        return self.lacks_language, self.load - fits, self.assessor.pk

    @property
    def reasons(self) -> list[str]:
        """The reasons for their rank, each in words."""
        language, countries, sections = self._matches
        toolkit, names = toolkit_in_use(), language_names()
        reasons = [
            ngettext("%(count)s proposal assigned", "%(count)s proposals assigned", self.load)
            % {"count": self.load}
        ]
        reasons += [
            _("reads %(language)s") % {"language": names.get(each, each)} for each in language
        ]
        if self.lacks_language:
            name = names.get(self.about.language, self.about.language)
            reasons.append(_("did not name %(language)s") % {"language": name})
        knows = [territories().get(each, each) for each in countries]
        knows += [toolkit.section(each).title for each in sections if each in toolkit]
        if knows:
            reasons.append(_("knows: %(areas)s") % {"areas": ", ".join(knows)})
        return reasons


def about(round: Round, proposals: Iterable[Proposal]) -> Mapping[uuid.UUID, About]:
    """The expertise that each proposal needs. Two queries."""
    toolkit = toolkit_in_use()
    keys = RoundQuestion.objects.filter(round=round).values_list("key", flat=True)
    sections = frozenset(key.partition(".")[0] for key in keys if key in toolkit)
    languages: dict[uuid.UUID, str] = {}
    countries: dict[uuid.UUID, set[str]] = {each.pk: set() for each in proposals}
    files = ProposalFile.objects.filter(proposal__in=list(countries), removed=None)
    for proposal, file_languages, named in files.values_list("proposal", "languages", "countries"):
        languages.setdefault(proposal, file_languages[0] if file_languages else "")
        countries[proposal].update(named)
    return {
        key: About(languages.get(key, ""), frozenset(named), sections)
        for key, named in countries.items()
    }


def expertise_of(assessors: Iterable[Assessor]) -> Mapping[int, Expertise]:
    """The assessors' own expertise, by account. One query."""
    people = [each.user_id for each in assessors if each.user_id]
    return {each.user_id: each for each in Expertise.objects.filter(user__in=people)}


def suggested(
    assessors: Sequence[Assessor],
    asks: About,
    load: Mapping[int, int],
    expertise_by_user: Mapping[int, Expertise],
) -> list[Suggestion]:
    """People who may read a proposal, with who fits best and has least to read first."""
    suggestions = [
        Suggestion(each, load.get(each.pk, 0), asks, expertise_by_user.get(each.user_id or 0))
        for each in assessors
    ]
    return sorted(suggestions, key=lambda each: each.order)


def load_seen(standings: Iterable[Standing]) -> Counter[int]:
    """How many each was given, of the proposals of which the visitor may know who reads them. One query."""
    seen = [
        each.proposal.pk
        for each in standings
        if each.sees_progress and not each.proposal.is_calibration
    ]
    rows = Reading.objects.filter(proposal__in=seen).counted()
    return Counter(rows.values_list("assessor", flat=True))
