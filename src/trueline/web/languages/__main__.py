"""`make messages`: bring the translators' files up to date with the strings there are."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")

from trueline.web.languages.catalogs import bring_up_to_date, languages, missing, missing_elsewhere

NAMED = 20
"""So many strings are named; a new language lacks thousands."""

for language in languages():
    bring_up_to_date(language)
    on_pages, elsewhere = [*missing(language)], [*missing_elsewhere(language)]
    print(f"{language}: to translate on pages {len(on_pages)}, elsewhere {len(elsewhere)}")
    for text in on_pages[:NAMED]:
        print(f"  {text}")
