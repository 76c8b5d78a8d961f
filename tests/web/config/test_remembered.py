"""What stands on every page is drawn once for each state that it shows."""

from __future__ import annotations

import pytest
from django.template import TemplateSyntaxError, engines
from django.urls import set_script_prefix
from django.utils.translation import override


def drawn(text: str, **context: object) -> str:
    return engines["django"].from_string(f"{{% load remembered %}}{text}").render(context)


def test_it_is_drawn_again_where_what_it_shows_is_another():
    text = '{% remembered "greeting" name other.name %}{{ name }}, {{ other.name }}, {{ unsaid }}{% endremembered %}'
    assert drawn(text, name="A", other={"name": 1}, unsaid="first") == "A, 1, first"
    assert drawn(text, name="A", other={"name": 1}, unsaid="second") == "A, 1, first"
    assert drawn(text, name="B", other={"name": 1}, unsaid="third") == "B, 1, third"
    assert drawn(text, name="A", other={"name": 2}, unsaid="fourth") == "A, 2, fourth"
    assert drawn(text, name="A", unsaid="fifth") == "A, , fifth"


def test_two_of_another_name_are_not_confused():
    assert drawn('{% remembered "one" %}one{% endremembered %}') == "one"
    assert drawn('{% remembered "two" %}two{% endremembered %}') == "two"


def test_each_language_and_each_path_has_its_own():
    text = "{% remembered \"words\" %}{% translate 'Save' %} {% url 'home' %}{% endremembered %}"
    with override("en"):
        assert drawn(text) == "Save /"
    with override("fr"):
        assert drawn(text) == "Enregistrer /"
    set_script_prefix("/below/")
    try:
        with override("en"):
            assert drawn(text) == "Save /below/"
    finally:
        set_script_prefix("/")


def test_what_is_shown_is_escaped_all_the_same():
    text = '{% remembered "name" name %}{{ name }}{% endremembered %}'
    assert drawn(text, name="<b>") == drawn(text, name="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("tag", ["{% remembered %}", "{% remembered name %}"])
def test_without_a_name_it_is_refused(tag):
    with pytest.raises(TemplateSyntaxError, match="a name in quotes"):
        drawn(f"{tag}{{% endremembered %}}")
