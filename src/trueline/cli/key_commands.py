"""`trueline new-keys`, and the report of whose second step is off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.instances import Data, instance
from trueline.language import gettext, ngettext

if TYPE_CHECKING:
    from trueline.web.accounts.models import User


def new_keys(
    yes: Annotated[bool, typer.Option("--yes", help="Go on without being asked.")] = False,
    data: Data = None,
) -> None:
    """Go on with the keys that are here, where the ones that the database knows are lost.

    Everybody signs in anew. Second steps whose secrets these keys can't read are switched off, and
    those concerned are told. To find the lost keys again is better.
    """
    with instance(data):
        from trueline.web.serving import instance_keys
        from trueline.web.serving.upgrade import require_fit

        require_fit(gettext("go on with"), with_keys=False)
        if not instance_keys.mismatch():
            typer.echo(
                gettext("The keys here are those that the database knows. Nothing was changed.")
            )
            return
        if not yes:
            typer.confirm(
                gettext(
                    "Are the former keys lost for good? Everybody will have to sign in anew, and"
                    " second steps that can't be read are switched off. Go on"
                ),
                abort=True,
            )
        lost = instance_keys.replace(typer.echo)
        typer.echo(
            gettext("The database goes with the keys here from now on. Start Trueline again.")
        )
        say_lost(lost)


def say_lost(lost: Sequence[User]) -> None:
    """Say whose second step is off, and tell them."""
    from trueline.web.accounts.actions.second_steps import tell_by_mail

    if not lost:
        return
    names = ", ".join(user.email for user in lost)
    typer.echo(
        ngettext(
            "The codes of {count} person could not be read without their key, so that step of"
            " signing in is off for them: {names}. They are told when they sign in next.",
            "The codes of {count} people could not be read without their key, so that step of"
            " signing in is off for them: {names}. They are told when they sign in next.",
            len(lost),
            names=names,
        )
    )
    if tell_by_mail(lost):
        typer.echo(gettext("They are told by mail, too."))
    else:
        typer.echo(gettext("No mail is sent here, so tell them yourself as well."))
