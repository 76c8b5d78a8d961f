"""The commands, gathered."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Annotated

import typer
from typer.main import get_command_name
from typer.models import CommandInfo

import trueline
from trueline.cli import (
    account_commands,
    audit_command,
    backup_commands,
    compare_command,
    export_command,
    import_command,
    key_commands,
    measure_command,
    new_command,
    passages_commands,
    report_command,
    review_command,
    rule_commands,
    sample_command,
    serving_commands,
    toolkit_commands,
)
from trueline.cli.options import Language
from trueline.language import gettext

DESIGN = "Designs, and what is known"
WORKBENCH = "The workbench in the browser"

app = typer.Typer(
    name="trueline",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    help="A workbench for programmes against human trafficking: what the field has learned, put"
    " to work on your design.",
    epilog="Exit codes: 0 fine; 1 a review found something at or above --fail-on; 2 the command"
    " could not be carried out, and says why.",
)
app.command(rich_help_panel=DESIGN, epilog=new_command.EPILOG)(new_command.new)
app.command(rich_help_panel=DESIGN, epilog=review_command.EPILOG)(review_command.review)
app.command(rich_help_panel=DESIGN)(rule_commands.explain)
app.command(rich_help_panel=DESIGN)(rule_commands.rules)
app.command(rich_help_panel=DESIGN, epilog=audit_command.EPILOG)(audit_command.audit)
app.command(rich_help_panel=DESIGN, epilog=compare_command.EPILOG)(compare_command.compare)
app.command(rich_help_panel=DESIGN, epilog=export_command.EPILOG)(export_command.export)
app.command("import", rich_help_panel=DESIGN, epilog=import_command.EPILOG)(
    import_command.import_logframe
)
app.command(rich_help_panel=DESIGN, epilog=measure_command.EPILOG)(measure_command.measure)
app.command(rich_help_panel=DESIGN, epilog=report_command.EPILOG)(report_command.report)
app.command(rich_help_panel=DESIGN, epilog=sample_command.EPILOG)(sample_command.sample)
app.command(rich_help_panel=DESIGN)(new_command.schema)
app.add_typer(toolkit_commands.app, name="toolkit", rich_help_panel=DESIGN)
app.add_typer(passages_commands.app, name="passages", rich_help_panel=DESIGN)
app.command(rich_help_panel=WORKBENCH)(serving_commands.demo)
app.command(rich_help_panel=WORKBENCH)(serving_commands.serve)
app.command(rich_help_panel=WORKBENCH)(serving_commands.worker)
app.command(rich_help_panel=WORKBENCH)(serving_commands.check_deployment)
app.command(rich_help_panel=WORKBENCH, epilog=backup_commands.EPILOG)(backup_commands.backup)
app.command(rich_help_panel=WORKBENCH)(backup_commands.restore)
app.command(rich_help_panel=WORKBENCH)(key_commands.new_keys)
app.command(rich_help_panel=WORKBENCH)(serving_commands.reset_password)
app.add_typer(account_commands.app, name="account", rich_help_panel=WORKBENCH)


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The commands that a command line needs: the one that it begins with, else all of them.

    To make all forty takes a twentieth of a second, and a review wants one.
    """
    called = arguments[0] if arguments else ""
    commands = [each for each in app.registered_commands if _name(each) == called]
    groups = [each for each in app.registered_groups if each.name == called]
    if not commands and not groups:
        return app
    lean = copy(app)
    lean.registered_commands, lean.registered_groups = commands, groups
    return lean


def _name(command: CommandInfo) -> str:
    return command.name or get_command_name(getattr(command.callback, "__name__", ""))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trueline {trueline.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
    language: Language = None,
) -> None:
    """See `trueline COMMAND --help` for what each command does."""


@app.command(hidden=True)
def docs(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a page is out of date.")
    ] = False,
) -> None:
    """Write the pages of docs/generated anew. For those who work on Trueline itself."""
    from trueline.cli import generated

    if not check:
        typer.echo(gettext("Wrote {count} pages.", count=generated.write()))
    elif wrong := generated.differing():
        typer.echo(
            gettext("Out of date: {pages}. Run `make docs` and commit.", pages=", ".join(wrong)),
            err=True,
        )
        raise typer.Exit(1)
