"""`trueline account …`: what an administrator can do and see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.instances import Address, Data, instance
from trueline.cli.printing import console, fail
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.web.accounts.models import User
    from trueline.web.accounts.protection.origins import Origin

app = typer.Typer(no_args_is_help=True, help="Look after the accounts of an instance.")

Email = Annotated[str, typer.Argument(help="An email of the account.")]
Yes = Annotated[bool, typer.Option("--yes", help="Go on without being asked.")]


@app.command("list")
def list_accounts(data: Data = None) -> None:
    """All accounts: who has a second step, when each last signed in, who is disabled."""
    with _accounts(data):
        from trueline.web.accounts import queries

        rows = [_row(user) for user in queries.accounts()]
        heads = (
            gettext("Email"),
            gettext("Name"),
            gettext("Organisations"),
            gettext("Second step"),
            gettext("Last sign-in"),
            gettext("State"),
        )
        _print_table(heads, rows)


@app.command()
def show(email: Email, data: Data = None) -> None:
    """One account: addresses, organisations, second steps, devices, and its last sign-ins."""
    with _accounts(data):
        from trueline.cli.account_view import account_lines

        out = console()
        for line in account_lines(_user(email)):
            out.print(line, markup=False, soft_wrap=True)


@app.command()
def disable(email: Email, yes: Yes = False, address: Address = "", data: Data = None) -> None:
    """Let nobody sign in to an account, and sign out its devices. Its work stays."""
    with _accounts(data):
        from trueline.web.accounts.actions import administration

        user = _user(email)
        _ask(gettext("Close the account of {user} ({email})?", user=user, email=user.email), yes)
        administration.disable(user, origin=_origin(address))
        typer.echo(
            gettext(
                "{email} can't sign in any more. `trueline account enable` undoes that.",
                email=user.email,
            )
        )


@app.command()
def enable(email: Email, yes: Yes = False, address: Address = "", data: Data = None) -> None:
    """Let somebody sign in again."""
    with _accounts(data):
        from trueline.web.accounts.actions import administration

        user = _user(email)
        _ask(
            gettext("Open the account of {user} ({email}) again?", user=user, email=user.email), yes
        )
        administration.enable(user, origin=_origin(address))
        typer.echo(gettext("{email} can sign in again.", email=user.email))


@app.command()
def end_sessions(email: Email, yes: Yes = False, address: Address = "", data: Data = None) -> None:
    """Sign out every device of an account, and withdraw links that would undo a change."""
    with _accounts(data):
        from trueline.web.accounts.actions import administration

        user = _user(email)
        _ask(gettext("Sign {user} ({email}) out everywhere?", user=user, email=user.email), yes)
        administration.end_sessions(user, origin=_origin(address))
        typer.echo(gettext("Every device of {email} is signed out.", email=user.email))


@app.command()
def reset_second_step(
    email: Email, yes: Yes = False, address: Address = "", data: Data = None
) -> None:
    """Take the second step away from somebody who has lost phone, keys and recovery codes."""
    with _accounts(data):
        from trueline.web.accounts.actions import administration

        user = _user(email)
        typer.echo(
            gettext(
                "Make sure that it is really them asking: afterwards their password alone lets them in."
            )
        )
        _ask(
            gettext(
                "Take every second step of {user} ({email}) away?", user=user, email=user.email
            ),
            yes,
        )
        administration.reset_second_step(user, origin=_origin(address))
        typer.echo(
            gettext(
                "{email} signs in with the password alone, until they set a step up again.",
                email=user.email,
            )
        )


@app.command()
def transfer(
    email: Email,
    to: Annotated[str, typer.Argument(help="An email of the person who becomes an owner instead.")],
    organisation: Annotated[
        str, typer.Option(help="This organisation alone, by name. [default: all they own]")
    ] = "",
    yes: Yes = False,
    address: Address = "",
    data: Data = None,
) -> None:
    """Make somebody an owner in place of another, who stays as an editor."""
    with _accounts(data):
        from trueline.web.accounts import queries
        from trueline.web.accounts.actions import administration
        from trueline.web.accounts.form_errors import Refused

        former, new = _user(email), _user(to)
        if former == new:
            fail(gettext("{email} and {to} are the same account.", email=email, to=to))
        owned = list(queries.owned_by(former))
        chosen = [one for one in owned if not organisation or one.name == organisation]
        if not chosen:
            names = ", ".join(one.name for one in owned) or "nothing"
            fail(
                gettext("{email} owns {names}.", email=former.email, names=names),
                gettext("Name one of these, or leave the name out."),
            )
        names = ", ".join(one.name for one in chosen)
        _ask(
            gettext(
                "Make {new} ({email}) an owner of {names} instead of {former}?",
                new=new,
                email=new.email,
                names=names,
                former=former,
            ),
            yes,
        )
        try:
            administration.transfer(former, new, organisations=chosen, origin=_origin(address))
        except Refused as refused:
            fail(str(refused))
        typer.echo(
            gettext(
                "{email} owns {names}; {former} is an editor there.",
                email=new.email,
                names=names,
                former=former.email,
            )
        )


@app.command()
def log(
    account: Annotated[
        str, typer.Option(help="What concerns one account alone, by one of its email addresses.")
    ] = "",
    days: Annotated[int, typer.Option(help="Of how many days, up to 90.", min=1, max=90)] = 90,
    data: Data = None,
) -> None:
    """What concerned the whole instance: sign-ins, failed and refused ones, second steps, links.

    Newest first, kept for 90 days. Networks are coarse; who did it is named while they have an
    account.
    """
    with _accounts(data):
        from trueline.cli.account_view import AUDIT_HEADS, audit_rows

        about = _user(account) if account else None
        _print_table(tuple(map(gettext, AUDIT_HEADS)), audit_rows(about, days))


@contextmanager
def _accounts(data: Data) -> Iterator[None]:
    with instance(data):
        from trueline.web.serving.upgrade import require_fit

        require_fit(gettext("look after"))
        yield


def _user(email: str) -> User:
    from trueline.web.accounts.queries import user_with

    user = user_with(email)
    if user is None:
        fail(
            gettext("Nobody here has the address {email}.", email=email),
            gettext("`trueline account list` shows who is here."),
        )
    return user


def _origin(address: str) -> Origin:
    from trueline.web.accounts.protection.origins import of_this_instance

    return of_this_instance(address)


def _ask(question: str, yes: bool) -> None:
    if not yes:
        typer.confirm(question, abort=True)


def _row(user: User) -> tuple[str, ...]:
    last = f"{user.last_login:%Y-%m-%d %H:%M}" if user.last_login else "never"
    counts = (str(user.organisation_count), "yes" if user.has_second_step else "no")
    return (user.email, user.name, *counts, last, "" if user.is_active else "disabled")


def _print_table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.table import Table

    if not rows:
        typer.echo(gettext("Nothing yet."))
        return
    table = Table(*heads, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(_plain(cell) for cell in row))
    console().print(table)


def _plain(text: str) -> str:
    """Names that people typed are no markup."""
    from rich.markup import escape

    return escape(text)
