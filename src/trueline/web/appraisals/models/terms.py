"""Terms taught by an organisation's readings, as sums over words: never a passage or its trace."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from trueline.web.accounts.models import Organisation


class LearnedTerm(models.Model):
    """How often passages with a word were taken for a question, or refused, in how many documents.

    Only words of at least three documents are kept. `question` is the key of a question of the toolkit;
    the empty term stands for all passages, whatever their words.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="learned_terms"
    )
    question = models.CharField(max_length=100)
    term = models.CharField(max_length=60)
    taken = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    documents = models.PositiveIntegerField()

    class Meta:
        ordering = ("question", "term")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "question", "term"], name="term_learned_once"
            ),
            models.CheckConstraint(
                condition=Q(documents__gte=3), name="term_seen_in_several_documents"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.term}"
