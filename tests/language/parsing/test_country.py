"""Countries by code and name, exactly as they are written."""

import pytest

from trueline.language.parsing import countries_beginning, country_codes, parse_country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nepal", "NP"),
        ("Népal", "NP"),
        ("NP", "NP"),
        ("NPL", "NP"),
        ("Iran", "IR"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Islamic Republic of Iran", "IR"),
        ("Iraq", "IQ"),
        ("Kosovo", "XK"),
        ("XK", "XK"),
        ("the Gambia", "GM"),
        ("La Gambie", "GM"),
        ("Côte d’Ivoire", "CI"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("State of Palestine", "PS"),
        ("Palestine", "PS"),
        ("Taiwan", "TW"),
        ("Western Sahara", "EH"),
        ("الأردن", "JO"),
        ("Россия", "RU"),
        ("Perú", "PE"),
        ("Guinea", "GN"),
        ("DRC", "CD"),
        ("United Kingdom", "GB"),
        ("Democratic Republic of the Congo", "CD"),
        ("République démocratique du Congo", "CD"),
        ("República Democrática del Congo", "CD"),
        ("République tchèque", "CZ"),
        ("Fédération de Russie", "RU"),
        ("République populaire démocratique de Corée", "KP"),
        ("República Bolivariana de Venezuela", "VE"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Saint-Siège", "VA"),
    ],
)
def test_a_country(text: str, code: str) -> None:
    assert parse_country(text).value == code


@pytest.mark.parametrize(("text", "codes"), [("Congo", {"CD", "CG"}), ("Korea", {"KP", "KR"})])
def test_a_name_of_two_countries_is_left_open(text: str, codes: set[str]) -> None:
    assert set(parse_country(text).readings) == codes


@pytest.mark.parametrize("text", ["Irann", "in", "no", "Nepal and India", "", "?", "ZZ", "South"])
def test_no_name_is_put_right(text: str) -> None:
    assert parse_country(text).readings == ()


def test_every_code_is_its_own_name() -> None:
    assert "XK" in country_codes()
    assert all(parse_country(code).value == code for code in country_codes())


@pytest.mark.parametrize(
    ("begun", "code"),
    [
        ("nep", "NP"),
        ("Népa", "NP"),
        ("نيب", "NP"),
        ("cote d", "CI"),
        ("Côte d’Iv", "CI"),
        ("herze", "BA"),
        ("Iran", "IR"),
        ("kosov", "XK"),
        ("Allema", "DE"),
    ],
)
def test_a_name_that_is_begun_leads_to_its_country(begun, code):
    assert code in countries_beginning(begun)


def test_names_that_begin_so_come_before_those_with_a_later_word():
    found = countries_beginning("ireland")
    assert found.index("IE") < found.index("GB")


@pytest.mark.parametrize("begun", ["", " ", "’", "zzz"])
def test_what_begins_no_name_leads_nowhere(begun):
    assert countries_beginning(begun) == ()
