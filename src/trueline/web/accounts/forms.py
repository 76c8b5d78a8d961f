"""Forms of the accounts app."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import get_language, ngettext_lazy, override
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from trueline.language.own_names import FIELDS, LEVELS, LONGEST
from trueline.web.accounts.actions.invitations import DAYS
from trueline.web.accounts.grants import open_grants
from trueline.web.accounts.models import Invitation, MailFrequency, Membership, Organisation, User
from trueline.web.accounts.roles import EXPLAINED, Role
from trueline.web.accounts.second_step_rule import has_second_step
from trueline.web.languages.choices import LanguageSelect

NAME = {
    "label": _("Your name"),
    "max_length": 120,
    "help_text": _("As your colleagues know you."),
    "widget": forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
}


class SignUpForm(forms.Form):
    """The fields of signing up beyond email and password."""

    name = forms.CharField(**NAME)
    field_order = ["name", "email", "password1", "password2"]

    def signup(self, request: object, user: object) -> None:
        """Nothing more to keep: the adapter has taken the name."""


def time_zones() -> list[tuple[str, str]]:
    """The time zones of the world's list: by region, then place."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone and zone[0].isupper())
    places = [(zone, zone.replace("_", " ")) for zone in zones if not zone.startswith("Etc/")]
    return [("UTC", _("Universal time (UTC)")), *places]


class ZoneSelect(forms.Select):
    """Names of zones are the world's own, in every language."""

    def create_option(self, name: str, value: Any, *rest: Any, **more: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *rest, **more)
        if value:
            option["attrs"]["translate"] = "no"
        return option


class ProfileForm(forms.ModelForm):
    """One's own name and language, where one's clocks are, and what one is written about."""

    name = forms.CharField(**NAME)
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=lambda: [("", _("As the browser asks")), *settings.LANGUAGES],
        widget=LanguageSelect,
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=lambda: [("", _("As my organisation says")), *time_zones()],
        widget=ZoneSelect,
        help_text=_("Times on pages are by these clocks."),
    )
    mail_when = forms.ChoiceField(
        label=_("Mail about what waits for you"),
        choices=MailFrequency.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Comments that name you, replies, notes you were asked to see to, what is handed in. The mail"
            " quotes nothing."
        ),
    )

    class Meta:
        model = User
        fields = ["name", "language", "time_zone", "mail_when"]


class OrganisationForm(forms.ModelForm):
    """An organisation's name and time zone."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=lambda: [("", _("Universal time (UTC)")), *time_zones()[1:]],
        widget=ZoneSelect,
        help_text=_("Times on pages are by these clocks, for members who chose none of their own."),
    )

    class Meta:
        model = Organisation
        fields = ["name", "time_zone"]
        labels = {"name": _("Name of the organisation")}
        help_texts = {"name": _("As your partners and funders know it.")}


class OwnNamesForm(forms.Form):
    """An organisation's own names of levels and fields in a language. Empty means ours."""

    def __init__(self, organisation: Organisation, language: str, data: Any = None) -> None:
        super().__init__(data)
        own = organisation.own_names.get(language, {})
        here = (get_language() or "").partition("-")[0] == language
        with override(get_language() if here else language):
            for word in (*LEVELS, *FIELDS):
                self.fields[slugify(word)] = forms.CharField(
                    label=_now(word),
                    initial=own.get(word, ""),
                    required=False,
                    max_length=LONGEST,
                    widget=forms.TextInput(attrs={"dir": "auto", "lang": language}),
                )

    @property
    def levels(self) -> list[forms.BoundField]:
        """The fields for the levels of a logframe."""
        return [self[slugify(word)] for word in LEVELS]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields for the names of a document's fields."""
        return [self[slugify(word)] for word in FIELDS]

    @property
    def names(self) -> dict[str, str]:
        """The names that were given, by our word."""
        names = {word: self.cleaned_data[slugify(word)].strip() for word in (*LEVELS, *FIELDS)}
        return {word: name for word, name in names.items() if name}


def role_choices() -> list[tuple[str, str]]:
    """Roles with what each may do, for a list to choose from."""
    return [(role.value, f"{role.label}: {EXPLAINED[role]}") for role in Role]


def role_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Role"), choices=role_choices, widget=forms.RadioSelect)


class KeepForm(forms.Form):
    """Which of a member's grants stay open when their right to them ends."""

    keep = forms.MultipleChoiceField(
        label=_("Links to keep open"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "They were made by this person. Tick those that you want to look after from now"
            " on. The others are withdrawn when the right to share ends."
        ),
    )

    def __init__(self, member: Membership, by: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keepable = [one for one in open_grants(member) if one.keepable]
        if keepable and member.user_id != by.pk:
            self.fields["keep"].choices = [(one.id, one.label) for one in keepable]
        else:
            del self.fields["keep"]

    @property
    def grants_to_keep(self) -> list[str]:
        return self.cleaned_data.get("keep", [])


class MemberForm(KeepForm):
    """Which role a member has."""

    role = role_field()
    field_order = ["role", "keep"]


class InvitationForm(forms.Form):
    """An invitation: to whom, in which role, and for how long the link is valid."""

    role = role_field()
    note = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=Invitation._meta.get_field("note").max_length,
        help_text=_("For your list only, such as a name. Whoever has the link can use it."),
    )
    days = forms.TypedChoiceField(
        label=_("The link is good for"),
        coerce=int,
        initial=DAYS,
        choices=lambda: [
            (days, ngettext_lazy("%d day", "%d days", days) % days) for days in (1, 7, DAYS, 30)
        ],
    )
    field_order = ["note", "role", "days"]


class SecondStepForm(forms.Form):
    """Whether members need a second step, and how many days they have for it."""

    days = forms.TypedChoiceField(
        label=_("Signing in with a second step is"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [
            ("", _("left to each member")),
            (0, _("required from now on")),
            *(
                (
                    days,
                    ngettext_lazy("required after %d day", "required after %d days", days) % days,
                )
                for days in (7, 14, 30)
            ),
        ],
        help_text=_(
            "Who has none when the days are over sees nothing of the organisation until"
            " they set one up. The days begin when you save, for new members as they join."
        ),
    )

    def __init__(self, organisation: Organisation, by: User, *args: Any, **kwargs: Any) -> None:
        self.by = by
        days = organisation.second_step_days
        super().__init__(*args, initial={"days": "" if days is None else days}, **kwargs)

    def clean_days(self) -> int | None:
        days = self.cleaned_data["days"]
        if days == 0 and not has_second_step(self.by):
            raise ValidationError(
                _(
                    "You have none yourself, so you would be the first to stand outside. Set one up"
                    " in your account first, or give some days."
                )
            )
        return days


class DeleteOrganisationForm(forms.Form):
    """Types the organisation's name, so that nothing is deleted by a slip."""

    name = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}))

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["name"].label = _now("To go on, type the name: %(name)s") % {
            "name": organisation
        }

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        if " ".join(typed.split()) != " ".join(self.organisation.name.split()):
            raise ValidationError(_("That is not its name. Nothing was deleted."))
        return typed
