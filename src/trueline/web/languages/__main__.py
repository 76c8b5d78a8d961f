"""`make messages`: bring the translators' files up to date with the strings there are."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")

from trueline.web.languages.catalogs import bring_up_to_date, languages, missing

for language in languages():
    bring_up_to_date(language)
    left = len(list(missing(language)))
    print(f"{language}: {left} to translate" if left else f"{language}: complete")
