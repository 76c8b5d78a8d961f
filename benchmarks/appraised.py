"""A round of many long proposals, prepared by one worker, in a process of its own.

`python -m benchmarks.appraised [PROPOSALS] [PAGES] [QUESTIONS]` fills the instance that the environment names
with PDFs of the toolkit's own words in another order each, in a process before; has them read, each in the
confined child process; and prints a line of JSON for each piece of work. Times are those of the processor,
with children: others on the machine don't count. Memory is the most that the worker held.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

PROPOSALS, PAGES, QUESTIONS = 60, 40, 20
BOUND = 180.0
A_PAGE = 30
"""Sentences, about as many as a page of a proposal holds."""

Line = tuple[str, float, float, int]
"""What was done, its seconds, what it may take, and how often it was done."""


FILL = "fill"


def filled(proposals: int, pages: int, asked: int) -> None:
    """The round with its proposals, none of which is read yet."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    _hand_in(_round(asked), proposals, pages)


def lines(proposals: int, pages: int, asked: int) -> Iterator[Line]:
    from trueline.web.appraisals.models import ProposalFile

    given = [str(each) for each in (proposals, pages, asked)]
    subprocess.run([sys.executable, "-m", "benchmarks.appraised", FILL, *given], check=True)
    begun, clock = _processor(), time.perf_counter()
    first = _work()
    seconds, minutes = _processor() - begun, (time.perf_counter() - clock) / 60
    ready = ProposalFile.objects.filter(state=ProposalFile.State.READY)
    if ready.count() != proposals or any(each.pages != pages for each in ready.defer("blocks")):
        sys.exit("Not all of them were read.")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    said = f"{proposals} proposals of {pages} pages; {minutes:.1f} min; {memory} MB"
    yield f"appraisal: {said}", seconds, BOUND, 1
    yield "appraisal: until the first can be read", first, BOUND / 10, 1


def _processor() -> float:
    """Seconds of the processor that this process and its children have taken."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _round(asked: int) -> Any:
    from django.utils import timezone

    from trueline.web.accounts.models import Membership, Organisation, User
    from trueline.web.appraisals.actions import calling
    from trueline.web.library.edition import toolkit_in_use

    owner = User.objects.create_user("owner@example.org", "x", name="Owner")
    organisation = Organisation.objects.create(name="Funder")
    Membership.objects.create(organisation=organisation, user=owner, role="owner")
    values = {
        "title": "Measured",
        "text": "",
        "budget": None,
        "currency": "",
        "time_zone": "",
        "deadline": timezone.now() + timedelta(days=9),
        "late_hours": 0,
        "assessors_each": 2,
        "criteria": [],
    }
    round = calling.begin(organisation, values, by=owner)
    keys = [each.id for each in toolkit_in_use().questions()]
    step = max(1, len(keys) // asked)
    calling.choose_questions(round, keys[::step][:asked], [], by=owner)
    calling.open_call(round, by=owner)
    round.refresh_from_db()
    return round


def _hand_in(round: Any, proposals: int, pages: int) -> None:
    from trueline.web.appraisals.actions import applying

    sentences = _sentences()
    for number in range(proposals):
        name = f"Proposal {number}"
        applicant = {
            "title": name,
            "applicant": name,
            "contact": name,
            "email": "",
            "time_zone": "",
        }
        file = (f"{number}.pdf", _pdf(sentences, pages, random.Random(number)))
        applying.hand_in(round, applicant, by=None, file=file)


def _sentences() -> list[str]:
    from trueline.web.library.edition import toolkit_in_use

    toolkit = toolkit_in_use()
    texts = [each.text for each in toolkit.questions()]
    texts += [point.text for each in toolkit.questions() for point in each.points]
    return sorted({" ".join(text.split()) for text in texts if len(text) < 200})


def _pdf(sentences: list[str], pages: int, chance: random.Random) -> bytes:
    """Pages of paragraphs below headings. What typst reads as signs of its own is put in as data."""
    import typst

    written = [
        [
            " ".join(chance.choice(sentences) for _sentence in range(A_PAGE // 5))
            for _paragraph in range(5)
        ]
        for _page in range(pages)
    ]
    source = """#set page(margin: 2cm)
#set text(size: 9pt)
#for (number, page) in json("pages.json").enumerate() [
  #if number > 0 { pagebreak() }
  = Part #(number + 1)
  #for paragraph in page { par(paragraph) }
]"""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pages.json").write_text(json.dumps(written), "utf-8")
        path = Path(folder) / "pages.typ"
        path.write_text(source, "utf-8")
        return bytes(typst.compile(path))


def _work() -> float:
    """Do all that waits; the seconds after which the first proposal is ready."""
    from trueline.web.appraisals.models import ProposalFile
    from trueline.web.tasks.worker import Worker

    begun, first = _processor(), 0.0
    worker = Worker(pause=0)
    while worker.once():
        if not first and ProposalFile.objects.filter(state=ProposalFile.State.READY).exists():
            first = _processor() - begun
    return first


def main() -> None:
    import django

    django.setup()
    words = sys.argv[1:]
    given = [int(each) for each in words if each != FILL]
    sizes = (*given, *(PROPOSALS, PAGES, QUESTIONS)[len(given) :])
    if FILL in words:
        filled(*sizes)
        return
    for line in lines(*sizes):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
