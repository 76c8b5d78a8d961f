"""In a language in which every string of ours is altered, no page shows a plain word of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES

from tests.language.pseudo import greek_letters, greek_toolkit, in_greek, plain_words
from tests.sampling import sample
from tests.web.appraisal_round import with_appraisal
from tests.web.figures import with_figures
from tests.web.languages.pseudo_pages import Walk, lines_left, pages_in_pseudo
from tests.web.saving import change
from trueline.design import DESIGN, Design
from trueline.document import elements_of, set_field
from trueline.document.field_spec import field_specs
from trueline.review import review
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.protection import notices
from trueline.web.accounts.protection.origins import Origin
from trueline.web.accounts.protection.snapshots import take
from trueline.web.accounts.roles import Role
from trueline.web.comments import actions as discussion
from trueline.web.config import pages
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.models import SavedFilter
from trueline.web.sharing import actions as sharing

pytestmark = pytest.mark.slow

NOT_OPENED = {
    "style": "for those who build pages",
    "serving:demo": "on a demonstration alone",
    "accounts:audit_csv": "a file",
    "sharing:shared-export": "a file",
    "documents:export-file": "a file",
    "library:ratifications-xlsx": "a file",
    "monitoring:export-file": "a file",
    "monitoring:feed": "a calendar",
    "appraisals:file": "a file",
    "appraisals:page": "a picture",
    "appraisals:letter-file": "a file",
    "plans:by-link": "in test_pseudo_kinds.py",
    "plans:report-file": "a file",
    "plans:meta-xlsx": "a file",
    "plans:meta-svg": "a file",
    "legals:side-by-side-xlsx": "a file",
    "documents:moved-page": "leads to another page",
}
DOWNLOADS = {"archives:organisation", "archives:personal"}
"""Forms whose answer is a file."""

FILLED_BY_SCRIPT = {"mfa_add_webauthn"}

OF_ALLAUTH = (
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "account_inactive",
    "account_email_verification_sent",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_generate_recovery_codes",
    "usersessions_list",
)
FIELDS = [
    "title",
    "name",
    "email",
    "role",
    "note",
    "text",
    "until",
    "why",
    "level",
    "language",
    "kind",
    "stance",
    "expires",
    "days",
    "step",
    "owner",
    "due",
    "url",
    "password",
    "password1",
    "oldpassword",
    "login",
    "amount",
    "people",
    "year",
    "statement",
    "way",
    "example",
]
BROKEN = (
    ("file.yaml", "title: [τιτλε\n"),
    ("file.yaml", "title: τιτλε\nτιτλε: τεχτ\nstart: τεχτ\nbudget: 5\nactivities:\n - id: A B\n"),
    ("file.yaml", "activities:\n - {id: a, kind: ζζζ}\n - {kind: legal}\nnext_steps: τεχτ\n"),
    ("file.json", "{"),
    ("file.txt", "τεχτ"),
    ("file.xlsx", "τεχτ"),
    ("file.docx", "τεχτ"),
    ("file.yaml", ""),
)


@pytest.fixture
def walk(cast: Any, golden: Design) -> Iterator[Walk]:
    """The owner of an organisation that has everything, named in Greek letters."""
    for person in User.objects.all():
        User.objects.filter(pk=person.pk).update(name=greek_letters(person.name))
    Organisation.objects.update(name="σαφε πατησ")
    owner, editor = (User.objects.get(pk=one.pk) for one in (cast.owner, cast.editor))
    here, design = Organisation.objects.get(pk=cast.organisation.pk), in_greek(golden)
    in_nine_days = timezone.now() + timedelta(days=9)
    with pages_in_pseudo():
        record = store.create(by=editor, organisation=here, document=design, origin="blank")
        change(record.pk, by=owner, edit=lambda document: set_field(document, "title", "τιτλε"))
        record.refresh_from_db()
        comment = discussion.begin(record, by=owner, address="", text="τεχτ")
        discussion.begin(record, by=editor, address="", text="τεχτ", mentioned=[owner])
        revision = record.revisions.first()
        link, secret = sharing.share(
            revision, by=owner, expires=in_nine_days, note="νοτε", with_review=True
        )
        invitation, _secret = invitations.invite(
            by=owner, organisation=here, role=Role.READER, note="νοτε"
        )
        things = {
            "comment_id": comment.pk,
            "document_id": record.pk,
            "filter_id": SavedFilter.objects.create(
                user=owner, name="ναμε", query="state=draft"
            ).pk,
            "id": "awareness.target-group",
            "invitation_id": invitation.pk,
            "job_id": "00000000-0000-0000-0000-000000000000",
            "kind": DESIGN.name,
            "link_id": link.pk,
            "member_id": cast.reader.memberships.get().pk,
            "mention_id": owner.mentions.get().pk,
            "number": 1,
            "organisation_id": here.pk,
            "reading_id": "00000000-0000-0000-0000-000000000000",
            **dict.fromkeys(("round_id", "report_id"), 1),
            "ref": "3 Q1",
            "state": "NP",
            "instrument": "legal.tip-protocol",
            "secret": secret,
            "session_id": 1,
            "slug": "programme",
            "submission_id": (made := submitting.submit(record, by=editor, name="ναμε")).pk,
            **with_figures(record, made, by=owner),
            **with_appraisal(here, by=owner, other=editor),
        }
        yield Walk(cast.client("owner"), Client(), things, design)


def test_no_page_shows_a_word_that_is_not_marked(walk: Walk) -> None:
    opened = sample(sorted(ADDRESSES.keys() - NOT_OPENED.keys()))
    for name in opened:
        walk.page(name)
    for name, client in product(OF_ALLAUTH, (walk.owner, walk.visitor)):
        walk.open(reverse(name), client=client)
    for name in ("home", "library:overview", "library:search"):
        walk.open(reverse(name), client=walk.visitor)
    for name in ("overview", "read", "findings", "proposal"):
        walk.page(f"appraisals:{name}", proposal_id=walk.things["read_id"])
    _open_steps_and_forms(walk)
    _open_the_library(walk)
    assert walk.left == {}
    assert walk.met >= set(opened)


def _open_steps_and_forms(walk: Walk) -> None:
    for step in DESIGN.steps:
        if not step.page:
            walk.page("workspace:step", slug=step.slug)
    for screen in pages_of(DESIGN.name).screens:
        walk.page("workspace:interview", slug=screen.slug)
    one_of_each = {type(element): address for address, element in elements_of(walk.design)}
    for address in (*one_of_each.values(), "evaluation", "activities[nowhere]"):
        for name in ("workspace:element", "workspace:remove", "comments:new"):
            walk.page(name, {"at": address})
    for name, spec in field_specs(Design).items():
        for kind in spec.kinds or ([""] if spec.is_list else []):
            walk.page("workspace:add", {"to": name, **({"kind": kind} if kind else {})})
    activity = walk.design.activities[0].id
    walk.page("workspace:element-kind", {"at": f"activities[{activity}]"})
    walk.page("workspace:text-language", {"at": f"activities[{activity}]"})
    walk.page("workspace:answer", {"question": "awareness.target-group", "item": activity})
    for finding in review(walk.design, greek_toolkit())[:3]:
        walk.page("workspace:waive", {"rule": finding.rule, "at": finding.path})
    walk.page("documents:compare", {"from": "1", "to": "2"})
    walk.page("designs:pick", {"section": "awareness"})


def _open_the_library(walk: Walk) -> None:
    toolkit = greek_toolkit()
    one_of_each_kind = {node.kind: node.id for node in toolkit}
    for id in (*one_of_each_kind.values(), *(section.id for section in toolkit.sections)):
        walk.page("library:entry", id=id)
    walk.page("library:rule", id="answers.open-questions")
    for words in ("πεοπλε", "shelter", "ζζζ"):
        walk.page("library:search", {"q": words})


def test_no_answer_to_a_form_says_a_word_that_is_not_marked(walk: Walk) -> None:
    wrong = dict.fromkeys(FIELDS, "χ")
    for name in sample(sorted(ADDRESSES.keys() - NOT_OPENED.keys() - DOWNLOADS)):
        path = reverse(name, kwargs={ask: walk.things[ask] for ask in ADDRESSES[name][1]})
        for data in ({}, wrong):
            walk.send(path, data)
    for name in sorted({*OF_ALLAUTH} - FILLED_BY_SCRIPT):
        walk.send(reverse(name), wrong)
    for name, text in BROKEN:
        file = SimpleUploadedFile(name, text.encode())
        organisation = walk.things["organisation_id"]
        walk.send(
            reverse("documents:new-file", args=[DESIGN.name]),
            {"file": file, "organisation": organisation},
        )
    assert walk.left == {}


def test_no_error_says_a_word_that_is_not_marked(db: None) -> None:
    request, error = RequestFactory().get("/"), Exception()
    request.user = AnonymousUser()
    with pages_in_pseudo():
        answers = [
            pages.bad_request(request, error),
            pages.forbidden(request, Exception("")),
            pages.form_expired(request),
            pages.too_many_attempts(request),
            pages.not_found(request, error),
            pages.failed(request),
        ]
        assert [lines_left(each.content.decode()) for each in answers] == [set()] * len(answers)


def test_no_mail_says_a_word_that_is_not_marked(
    db: None, settings: Any, mailoutbox: list[Any]
) -> None:
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")
    person = User.objects.create_user("person@example.org", "x", name="περσον")
    person.emailaddress_set.create(email=person.email, primary=True, verified=True)
    origin = Origin("https://example.org")
    values = dict.fromkeys(
        (
            "address",
            "provider",
            "to_email",
            "from_email",
            "deleted_email",
            "who",
            "whom",
            "organisation",
            "explanation",
        ),
        "χ",
    )
    client = Client()
    with pages_in_pseudo():
        before = take(person)
        for kind in notices.NOTICES:
            notices.tell(person, kind, origin=origin, before=before, days=9, **values)
        for email in (person.email, "nobody@example.org"):
            client.post(reverse("account_reset_password"), {"email": email})
    texts = [f"{mail.subject}\n{mail.body}" for mail in mailoutbox]
    assert len(texts) >= len(notices.NOTICES)
    assert [words for text in texts if (words := plain_words(text))] == []


def test_a_word_that_is_not_marked_is_noticed() -> None:
    page = '<p>Šáṽé</p><p lang="en">Plain</p><img alt="Too"><code>not</code><p>αβ</p>'
    assert lines_left(page) == {"Plain", "Too"}
