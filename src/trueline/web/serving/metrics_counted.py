"""The metrics. Imported once it is known whether several processes count together."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import Error as DatabaseTrouble
from django.db.models import Count
from django_tasks_db.models import DBTaskResult
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

REQUESTS = Counter("trueline_requests", "Requests, by the status of their answer.", ["status"])
SECONDS = Histogram(
    "trueline_request_seconds",
    "How long requests took.",
    buckets=(0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5, 10, 30),
)


class Queue:
    """Asked of the database, so that every process says the same."""

    def collect(self) -> Iterator[Metric]:
        tasks = GaugeMetricFamily("trueline_tasks", "Tasks, by their state.", labels=["state"])
        for state, count in _tasks().items():
            tasks.add_metric([state], count)
        yield tasks


def _tasks() -> dict[str, int]:
    """How many stand in each state; nothing where the database does not answer."""
    try:
        counts = DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk"))
        return {status.lower(): count for status, count in counts}
    except DatabaseTrouble:
        return {}


def registry(*, together: bool) -> CollectorRegistry:
    """All figures: of this process, or of all that count `together`."""
    collectors = CollectorRegistry()
    if together:
        MultiProcessCollector(collectors)
    else:
        collectors.register(REGISTRY)
    collectors.register(Queue())
    return collectors
