"""Every page there is, in a real browser: accessible, valid, light, and whole in every dress.

A new address has to be given its case in `pages()` or `NO_PAGE`, or the first test fails.
"""

from __future__ import annotations

import gzip
import re
from urllib.parse import urljoin

import html5lib
import pytest
from django.urls import reverse
from web_addresses import ADDRESSES

from tests.sampling import IN, sample
from tests.web.appraisal_round import with_appraisal
from tests.web.browser.looking import WHOLE, english_of_ours, fits, violations
from tests.web.browser.pages_of_kinds import pages_of_kinds
from tests.web.figures import with_figures
from tests.web.plans.rounds import FINISHED as PLAN_EXAMPLE
from tests.web.plans.rounds import with_round
from tests.web.saving import change
from trueline.design import load_design
from trueline.document import set_field
from trueline.kinds import KINDS
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.protection import snapshots, undoing
from trueline.web.accounts.roles import Role
from trueline.web.comments import actions as discussion
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.workspace import Workspace
from trueline.web.examples import example_files
from trueline.web.sharing import actions as sharing
from trueline.web.sharing import guests

OVER_THE_WIRE = 60_000
ALIKE = re.compile(r": (documents|comments|sharing):")
NO_PAGE = frozenset(
    [
        "theme",
        "language",
        "socialaccount_connections",  # allauth's, never offered
        "socialaccount_signup",
        "serving:demo",
        "documents:template",
        "documents:portfolio-csv",
        "documents:portfolio-xlsx",
        "library:ratifications-xlsx",
        "documents:keep-filter",
        "documents:remove-filter",
        "workspace:next-finding",
        "workspace:move",
        "documents:new-blank",
        "documents:new-example",
        "documents:new-file",
        "designs:new-logframe",
        "plans:import",
        "comments:mentions-seen",
        "comments:mention",
        "comments:resolve",
        "comments:reopen",
        "sharing:withdraw",
        "sharing:shared-export",
        "sharing:shared-file",
        "sharing:guest-comment",
        "sharing:guest-reply",
        "documents:here",
        "workspace:understood",
        "workspace:offered",
        "documents:export-job",
        "documents:export-file",
        "library:at",
        "accounts:end_session",
        "accounts:audit_csv",
        "archives:personal",
        "archives:personal-file",
        "archives:organisation",
        "archives:organisation-file",
        "uploads:reading",
        "accounts:withdraw_invitation",
        "sharing:keep",
        "comments:reply",
        "documents:archive",
        "documents:unarchive",
        "documents:approve",
        "documents:submission-withdraw",
        "documents:any-kind",
        "documents:put-back",
        "documents:moved",
        "documents:moved-page",
        "designs:mentions-moved",
        "accounts:this_device",
        "resume",
        "workspace:interview-start",
        "monitoring:lock",
        "monitoring:export-job",
        "monitoring:export-file",
        "monitoring:template",
        "monitoring:report-template",
        "monitoring:end-assignment",
        "monitoring:remove-test",
        "monitoring:report-take-back",
        "monitoring:report-withdraw",
        "monitoring:evidence-attach",
        "monitoring:evidence-file",
        "monitoring:evidence-remove",
        "monitoring:report-evidence-attach",
        "monitoring:report-evidence-file",
        "monitoring:report-evidence-remove",
        "monitoring:portfolio-file",
        "monitoring:portfolio-job",
        "monitoring:feed",
        "monitoring:contacts-file",
        "monitoring:register-file",
        "appraisals:open",
        "appraisals:finish",
        "appraisals:assign-by-load",
        "appraisals:file",
        "appraisals:page",
        "appraisals:prepare-again",
        "appraisals:assign",
        "appraisals:release",
        "appraisals:hand-in",
        "appraisals:issue",
        "appraisals:condition",
        "appraisals:remove-condition",
        "appraisals:find-met",
        "appraisals:letter",
        "appraisals:letter-job",
        "appraisals:letter-file",
        "appraisals:note",
        "appraisals:note-job",
        "appraisals:application",  # as own-application
        "appraisals:application-changes",  # likewise
        "appraisals:put-condition-back",
        "plans:end-round",
        "plans:report",
        "plans:report-job",
        "plans:report-file",
        "plans:change-link",
        "plans:meta-xlsx",
        "plans:meta-svg",
        "legals:side-by-side-xlsx",
        "legals:take-in-facts",
        "legals:remove-facts",
    ]
)
"""Addresses that answer with a file, with another address, or only to a form."""

OTHERS = {
    "account_login": None,
    "account_signup": None,
    "account_reset_password": None,
    "account_logout": "editor",
    "account_change_password": "editor",
    "account_email": "editor",
    "mfa_index": "editor",
}
"""Pages of allauth in our dress, and who looks at them."""


def element(design) -> str:
    return f"activities[{design.activities[0].id}]"


def pages(record, design, cast) -> dict[str, tuple[str | None, str]]:
    """Who opens which address, by name of the address."""
    at = element(design)
    change(
        record.pk,
        by=cast.owner,
        address="",
        edit=lambda d: set_field(d, "other_efforts", "Others do this too."),
    )
    record.refresh_from_db()
    comment = discussion.begin(record, by=cast.owner, address=at, text="Is this enough?")
    link, shared = sharing.share(
        record.revisions.first(),
        by=cast.editor,
        expires=_in_days(9),
        note="For the fund",
        with_review=True,
        guest="Ana Ruiz",
    )
    guests.comment(link, address=at, quote="women", text="And the men?")
    _made, join = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER, note="Ada"
    )
    undo = undoing.offer(cast.owner, "password_changed", snapshots.take(cast.owner))
    member = cast.reader.memberships.get().pk
    queries = {
        "workspace:element": {"at": at},
        "workspace:remove": {"at": at},
        "workspace:element-kind": {"at": at},
        "workspace:text-language": {"at": at},
        "workspace:add": {"to": "indicators"},
        "workspace:grid": {"of": "indicators"},
        "documents:undo": {"at": "indicators"},
        "workspace:answer": {"question": "justice.mentoring"},
        "designs:theory": {"at": at},
        "comments:new": {"at": at},
        "workspace:waive": _finding(record, cast),
        "workspace:assign": _finding(record, cast),
        "library:search": {"words": "training"},
        "documents:compare": {"older": 1, "newer": 2},
        "documents:restore-part": {"at": at},
        "designs:connect": {},
        "monitoring:enter-contacts": {"period": "2027"},
    }
    of_kind = {
        kind.name: store.create(
            by=cast.editor,
            organisation=cast.organisation,
            document=kind.model.model_validate(
                {"title": "Of the coast"}
                | ({"countries": ["NP"]} if "countries" in kind.model.model_fields else {})
            ),
            origin="blank",
        ).pk
        for kind in KINDS
        if kind.name != record.kind
    }
    plan = DocumentRecord.objects.get(pk=of_kind["plan"])
    change(plan.pk, by=cast.editor, address="", edit=lambda _blank: PLAN_EXAMPLE)
    plan.refresh_from_db()
    rounds = with_round(plan, by=cast.editor, note="First half of 2027")
    submission = submitting.submit(record, by=cast.editor, name="Version")
    known = {
        **with_figures(record, submission, by=cast.owner, note="Counted from the lists"),
        **with_appraisal(
            cast.organisation, by=cast.owner, other=cast.editor, note="Villages that ask"
        ),
        "document_id": record.pk,
        "kind": record.kind,
        "organisation_id": cast.organisation.pk,
        "number": 1,
        "slug": "activities",
        "comment_id": comment.pk,
        "member_id": member,
        "id": "justice.mentoring",
        "ref": "6 Q8",
        "state": "NP",
        "instrument": "legal.tip-protocol",
        "round_id": rounds["round_id"],
        "report_id": rounds["report_id"],
    }
    found: dict[str, tuple[str | None, str]] = {
        name: (who, reverse(name)) for name, who in OTHERS.items()
    }
    found["home, signed in"] = ("owner", reverse("home"))
    found |= pages_of_kinds(cast, NO_PAGE)
    for name, (view, asks) in ADDRESSES.items():
        if name in NO_PAGE:
            continue
        values = {ask: known[ask] for ask in asks if ask in known}
        values |= {"id": "justice.training-without-mentoring"} if name == "library:rule" else {}
        values |= {"number": 2} if name == "documents:undo" else {}
        only = getattr(view, "only", "")
        values |= {"document_id": of_kind[only]} if only in of_kind else {}
        values |= {"report_id": rounds["asked_id"]} if name == "plans:enter" else {}
        values |= {"slug": "from-to"} if name == "workspace:interview" else {}
        if name in ("appraisals:overview", "appraisals:read", "appraisals:findings"):
            values["proposal_id"] = known["read_id"]
        if "secret" in asks:
            secrets = {"sharing:shared": shared, "accounts:undo": undo}
            secrets["plans:by-link"] = rounds["asked_secret"]
            values["secret"] = secrets.get(name, join)
        who = None if view.access == "open" and name != "accounts:join" else "owner"
        found[name] = (who, reverse(name, kwargs=values, query=queries.get(name)))
    return found


def _in_days(days: int):
    from datetime import timedelta

    from django.utils import timezone

    return timezone.now() + timedelta(days=days)


def _finding(record, cast) -> dict[str, str]:
    finding = Workspace(record, cast.owner, {}).notes.findings[0]
    return {"rule": finding.rule, "at": finding.path}


@pytest.fixture
def all_pages(cast, keep):
    """Every page, of a worked example of the usual size."""
    path = next(path for path in example_files() if path.stem == "awareness-nepal-gulf")
    design = load_design(path).document
    return pages(keep(design), design, cast)


def test_every_address_has_its_case(all_pages):
    assert set(ADDRESSES) <= set(all_pages) | NO_PAGE


def test_every_page_is_valid_html_and_light(all_pages, cast):
    """Parsed strictly; what goes over the wire is the page with its styles and scripts, packed."""
    problems = []
    for name in sample(all_pages):
        who, path = all_pages[name]
        client = cast.client(who) if who else cast.client("outsider").__class__()
        response = client.get(path)
        if response.status_code != 200:
            problems.append(f"{name}: {response.status_code}")
            continue
        text = response.content.decode()
        if "Not saved yet" in text.partition("</title>")[0]:
            problems.append(f"{name}: says that something is not saved, where nothing was sent")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(text)
        problems += [f"{name}: {error[1]} at {error[0]}" for error in parser.errors]
        weight = len(gzip.compress(response.content)) + sum(
            len(gzip.compress(_static(client, found)))
            for found in re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', text)
        )
        if weight > OVER_THE_WIRE:
            problems.append(f"{name}: {weight} bytes")
    assert problems == []


def _static(client, path: str) -> bytes:
    """A file with those that it imports."""
    text = b"".join(client.get(path))
    folder = path.rpartition("/")[0]
    imported = re.findall(
        rb'^(?:@import|import) [^;]*"(?:\./)?([\w-]+\.(?:css|js))";', text, re.MULTILINE
    )
    return text + b"".join(_static(client, f"{folder}/{name.decode()}") for name in imported)


SHORTENED = {"library:ratifications-matrix": "?states=NP,PE,GH,AL,MD,ZM,TH,JP"}
"""What `make test` asks of an address whose thousands of cells, all alike, take ten seconds a look."""


@pytest.mark.parametrize("part", range(4))
def test_no_page_breaks_a_rule_of_accessibility(visit, all_pages, part):
    """WCAG 2.2 AA in light; a third, on demand all, from right to left and for contrast in dark.

    What is in English among Arabic says that it is.

    What each kind has from the same template, as its history, is looked at for a design alone.
    """
    problems = []
    by_person: dict[str | None, object] = {}
    looked_at = [
        (k, all_pages[k])
        for k in sample(sorted(all_pages), rarer=2)
        if WHOLE or not ALIKE.search(k)
    ]
    for number, (name, (who, path)) in enumerate(looked_at[part::4]):
        page = by_person.get(who) or by_person.setdefault(who, visit(who, "/toolkit/"))
        for dress in ("light", "dark", "rtl") if WHOLE or number % 3 == 0 else ("light",):
            page.context.clear_cookies(name="django_language")
            if dress == "rtl":
                page.context.add_cookies(
                    [{"name": "django_language", "value": "ar", "url": urljoin(page.url, "/")}]
                )
            if dress != "dark":
                page.goto(path if IN == 1 else path + SHORTENED.get(name, ""))
                assert page.evaluate("document.dir") == ("rtl" if dress == "rtl" else "ltr")
            page.emulate_media(color_scheme="dark" if dress == "dark" else "light")
            broken = violations(page, only="color-contrast" if dress == "dark" else "")
            broken += english_of_ours(page) if dress == "rtl" else []
            problems += [f"{name} ({dress}): {one}" for one in broken]
            if dress != "dark" and not fits(page):
                problems.append(f"{name} ({dress}): sticks out to the side")
    assert problems == []
