"""`make messages`: bring the translators' files up to date with the strings there are."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")

from trueline.web.languages.catalogs import bring_up_to_date, languages, missing, missing_elsewhere

for language in languages():
    bring_up_to_date(language)
    on_pages, elsewhere = len([*missing(language)]), len([*missing_elsewhere(language)])
    print(f"{language}: to translate on pages {on_pages}, elsewhere {elsewhere}")
