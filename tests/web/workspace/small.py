"""A small design for the workspace's tests, and how they find their way in it."""

from __future__ import annotations

import re

from django.urls import reverse

from trueline.design import parse_design
from trueline.web.documents import store

SMALL = parse_design(
    """
title: Safe work
results: [{id: act, statement: Inspectors act, level: outcome, change: behaviour},
          {id: trained, statement: Inspectors are trained, level: output}]
behaviours: [{id: b1, who: Inspectors, barriers: [{id: fear, statement: Fear}]}]
activities: [{id: t1, kind: justice, title: Training, training: true, barriers: [fear]},
             {id: t2, kind: support, title: Shelter}]
indicators: [{id: i1, statement: Satisfied trainees, measures: satisfaction, result: trained}]
"""
).document


def at(name: str, record, **query: str) -> str:
    return reverse(name, args=[record.pk], query=query)


def now(record):
    record.refresh_from_db()
    return store.document_of(record)


def seen(page: str) -> str:
    return re.search(r'name="seen" value="([^"]*)"', page)[1]
