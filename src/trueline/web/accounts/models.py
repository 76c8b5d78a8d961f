"""People and organisations as they are kept."""

from __future__ import annotations

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.roles import ALLOWED, Role


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, name: str = "") -> User:
        user = self.model(email=email.strip().lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class MailFrequency(models.TextChoices):
    """How often somebody gets mail about what waits for them."""

    AT_ONCE = "at once", _("At once, within a minute or two")
    DAILY = "daily", _("Once a day, in the morning")
    NEVER = "never", _("Never")


class User(AbstractBaseUser):
    """A person who signs in. `pseudonym` stands for them in the audit, for good.

    `time_zone` is where their clocks are, "" as their organisation says. `mailed_until` is up
    to when they had mail about what waits for them.

    Sessions and devices from before `trusted_since` no longer count. `second_step_by`: until when
    somebody has time for a second step, where the instance requires one of everybody.
    """

    email = models.EmailField(_("Email"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(max_length=10, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    mail_when = models.CharField(max_length=10, choices=MailFrequency, default=MailFrequency.DAILY)
    mailed_until = models.DateTimeField(default=timezone.now, editable=False)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(default=timezone.now, editable=False)
    trusted_since = models.DateTimeField(default=timezone.now, editable=False)
    second_step_by = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """The hash that a session rests on: of the password, and the moment since when sessions count."""
        rests_on = f"{self.password}|{self.trusted_since.isoformat()}"
        return salted_hmac(
            "trueline.session", rests_on, secret=secret, algorithm="sha256"
        ).hexdigest()


class Organisation(models.Model):
    """A body whose work is kept here. Nobody outside sees anything of it.

    `time_zone` is where the clocks of members are who chose none, "" as the instance says. `own_names` are
    what it calls levels and fields, by language and our word (`trueline.language.own_names`).
    `second_step_days`: a second step is required of members, with so many days of grace.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name"), max_length=200)
    created = models.DateTimeField(default=timezone.now, editable=False)
    members = models.ManyToManyField(User, through="Membership", related_name="organisations")
    second_step_days = models.PositiveSmallIntegerField(null=True)
    time_zone = models.CharField(_("Time zone"), max_length=60, blank=True)
    own_names = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("name", "created")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person in an organisation, in one role."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Role"), max_length=12, choices=Role)
    since = models.DateTimeField(default=timezone.now, editable=False)
    second_step_by = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("user__name", "user__email")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="one_role_each"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"

    @property
    def reads(self) -> bool:
        """Whether they see the organisation's work, and not only what they were assigned."""
        return "read" in ALLOWED[self.role]


class Invitation(models.Model):
    """A link by which one person joins. Only a digest of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    role = models.CharField(_("Role"), max_length=12, choices=Role)
    note = models.CharField(_("For whom"), max_length=120, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, editable=False)
    used_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-created",)
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invited_role_is_known")
        ]

    def is_open(self) -> bool:
        """Whether it can still be used."""
        return not self.used and not self.withdrawn and timezone.now() < self.expires


class LostSecondStep(models.Model):
    """A person whose second step had to be switched off, until they have set one up again.

    A restore without the key of its secrets leaves nothing that a code could be compared with.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="lost_second_step")
    at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.user}, {self.at:%Y-%m-%d}"


class UndoLink(models.Model):
    """A snapshot of how somebody signed in before a change, while the link in the mail about it works.

    `before` is a snapshot (`protection.snapshots`). Only a digest of the link's secret is kept.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="undo_links")
    change = models.CharField(max_length=40)
    before = models.JSONField()
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made = models.DateTimeField(default=timezone.now, editable=False)
    expires = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("made", "id")

    def __str__(self) -> str:
        return f"{self.change}, {self.made:%Y-%m-%d %H:%M}"
