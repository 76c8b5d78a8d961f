"""The program's words in the reader's language.

Every string that a person can see is marked where it stands, with `gettext` or one of its kin,
under the names and with the meaning that Django gives them. A text with values names them:

    gettext("{name} has no target.", name=quoted(indicator.name))

Numbers, dates, money, lists and quotation marks have a function each; labels of the words that
documents hold in place of sentences are in `terms`. A new language is a folder in `locale`.
"""

from trueline.language.catalogues import languages, supported_language
from trueline.language.context import (
    follow,
    get_language,
    noting_untranslated,
    override,
    reader_language,
)
from trueline.language.formats import (
    dates,
    day,
    isolate,
    joined,
    joined_by_semicolons,
    lower_first,
    month,
    quoted,
    short_month,
    shortened,
    untranslated_notice,
)
from trueline.language.locales import (
    base_language,
    currency_names,
    direction,
    direction_of,
    language_names,
    territories,
)
from trueline.language.numbers import money, number
from trueline.language.own_names import label, own_names, renamed_words, wording_key
from trueline.language.translating import (
    get_ready,
    gettext,
    gettext_noop,
    is_translated,
    ngettext,
    pgettext,
)

__all__ = [
    "base_language",
    "currency_names",
    "dates",
    "day",
    "direction",
    "direction_of",
    "follow",
    "get_language",
    "get_ready",
    "gettext",
    "gettext_noop",
    "is_translated",
    "isolate",
    "joined",
    "joined_by_semicolons",
    "label",
    "language_names",
    "languages",
    "lower_first",
    "money",
    "month",
    "ngettext",
    "noting_untranslated",
    "number",
    "override",
    "own_names",
    "pgettext",
    "quoted",
    "reader_language",
    "renamed_words",
    "short_month",
    "shortened",
    "supported_language",
    "territories",
    "untranslated_notice",
    "wording_key",
]
