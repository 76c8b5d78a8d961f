"""The questions of an instance's first run."""

from __future__ import annotations

import os
import sys

import typer

from trueline.cli.printing import fail
from trueline.language import gettext


def ask_for_owner(name: str, email: str, organisation: str) -> None:
    """Make the first account where there is none: from what is given, else by asking."""
    from trueline.web.serving.first_run import Owner, is_first_run, welcome

    if not is_first_run():
        return
    password = os.environ.pop("TRUELINE_OWNER_PASSWORD", "")
    if not all((name, email, organisation, password)):
        if not sys.stdin.isatty():
            fail(
                gettext("This instance has no accounts yet, and nobody can answer questions here."),
                gettext(
                    "Start it once in a terminal, or give --owner-name, --owner-email,"
                    " --organisation and TRUELINE_OWNER_PASSWORD."
                ),
            )
        typer.echo(
            gettext("Nobody has an account here yet. Who will look after this instance?") + "\n"
        )
        name = name or _ask(gettext("Your name"))
        email = email or _ask_email()
        organisation = organisation or _ask(gettext("Your organisation"))
        password = password or _ask_password(name, email)
    _refuse_problems(name, email, password)
    owner = Owner(name=name, email=email, password=password, organisation=organisation)
    if welcome(owner, typer.echo) is None:
        typer.echo(
            "\n"
            + gettext("Somebody else has made the first account meanwhile, so yours was not made.")
            + "\n"
        )
    else:
        typer.echo(
            "\n"
            + gettext(
                "An account for {email} and the organisation {organisation} are set up.",
                email=email,
                organisation=organisation,
            )
            + "\n"
        )


def _ask(question: str) -> str:
    while not (answer := str(typer.prompt(question)).strip()):
        pass
    return answer


def _ask_email() -> str:
    from trueline.web.serving.first_run import email_problem

    while problem := email_problem(answer := _ask(gettext("Your email"))):
        typer.echo(problem)
    return answer


def _ask_password(name: str, email: str) -> str:
    from trueline.web.serving.first_run import password_problem

    typer.echo(
        gettext(
            "Choose a password of at least 12 characters; three or four unrelated words are good."
        )
    )
    while True:
        answer = str(typer.prompt(gettext("Password"), hide_input=True, confirmation_prompt=True))
        problem = password_problem(answer, name=name, email=email)
        if not problem:
            return answer
        typer.echo(problem)


def _refuse_problems(name: str, email: str, password: str) -> None:
    from trueline.web.serving.first_run import email_problem, password_problem

    if problem := email_problem(email) or password_problem(password, name=name, email=email):
        fail(problem)
