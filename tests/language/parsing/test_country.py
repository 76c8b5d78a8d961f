"""Countries by code and name, exactly as they are written."""

import pytest

from trueline.language.parsing import country_codes, parse_country


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
