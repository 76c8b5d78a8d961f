"""Pages that only legal reviews have."""

from django.apps import AppConfig


class LegalsApp(AppConfig):
    name = "trueline.web.legals"
    holds_work = True

    def ready(self) -> None:
        from trueline.web.archives.registry import add_personal, add_table
        from trueline.web.documents.removed_rows import when_put_back
        from trueline.web.legals import own_facts

        when_put_back("legals.OwnFacts", own_facts.follow_putting_back)
        add_table("law/own-facts", own_facts.rows)
        add_personal("own_facts_on_ratifications", own_facts.of_person)
