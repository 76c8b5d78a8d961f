"""`trueline serve`, `demo`, and what looks after an instance. Django loads when one of them runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from trueline.cli.instances import Address, Data, instance, startup_errors
from trueline.cli.printing import fail
from trueline.language import gettext

Host = Annotated[str, typer.Option(help="The address to listen at.")]
Port = Annotated[int, typer.Option(help="The port to listen at.", min=1, max=65535)]
Wait = Annotated[int, typer.Option(help="For how many seconds to wait for the database.", min=0)]
DEMO_FOLDER = Path("trueline-demo")


def serve(
    data: Data = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    owner_name: Annotated[str, typer.Option(help="First run: the owner's name.")] = "",
    owner_email: Annotated[str, typer.Option(help="First run: the owner's email.")] = "",
    organisation: Annotated[str, typer.Option(help="First run: the organisation.")] = "",
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="How many processes answer; more than one needs PostgreSQL."
            " [default: TRUELINE_WORKERS, or 1]",
        ),
    ] = None,
    wait: Wait = 30,
) -> None:
    """Serve the workbench to a team.

    The first run asks for an owner. Where nobody can answer, give the options for it below and the
    password in TRUELINE_OWNER_PASSWORD.
    """
    if workers:
        os.environ["TRUELINE_WORKERS"] = str(workers)
    with instance(data, begin=True):
        from trueline.cli.serving_first_run import ask_for_owner
        from trueline.web.serving import serve, task_workers
        from trueline.web.serving.database_wait import wait_for_database
        from trueline.web.serving.listening import listen
        from trueline.web.serving.upgrade import bring_up_to_date

        serve.refuse_several_processes()
        task_workers.refuse_separate_workers_on_sqlite()
        wait_for_database(typer.echo, seconds=wait)
        bring_up_to_date(typer.echo)
        ask_for_owner(owner_name, owner_email, organisation)
        listening = listen(host, port)
        typer.echo(
            gettext(
                "Trueline is at {address}  (Ctrl-C ends it)",
                address=serve.public_address(host, port),
            )
        )
        serve.run(listening)
        typer.echo("\n" + gettext("Stopped."))


def worker(data: Data = None, wait: Wait = 30) -> None:
    """Make files and do other work that takes a while, for `trueline serve` on PostgreSQL.

    Run one or several, on any machine that reaches the database, and set TRUELINE_TASKS=apart for
    `serve`, which otherwise does this work itself.
    """
    with instance(data):
        from trueline.web.serving import task_workers
        from trueline.web.serving.database_wait import wait_for_database
        from trueline.web.serving.upgrade import require_up_to_date

        task_workers.refuse_worker_on_sqlite()
        wait_for_database(typer.echo, seconds=wait)
        require_up_to_date(gettext("work for"))
        typer.echo(gettext("The worker waits for something to do  (Ctrl-C ends it)"))
        task_workers.run_worker()
        typer.echo("\n" + gettext("Stopped."))


def demo(
    port: Port = 8000,
    host: Host = "127.0.0.1",
    data: Annotated[
        Path, typer.Option("--data", help="The folder for the demonstration.")
    ] = DEMO_FOLDER,
    keep: Annotated[
        bool, typer.Option("--keep", help="Go on with what was done last time.")
    ] = False,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the demonstration in a browser.")
    ] = True,
) -> None:
    """Try the workbench: two made-up organisations with the worked examples.

    Everything starts afresh each time unless you say --keep.
    """
    from trueline.web.serving import demo_folder

    os.environ["TRUELINE_DEMO"] = "yes"
    for name in (
        "URL",
        "DATABASE",
        "KEYS",
        "WORKERS",
        "TASKS",
        "HTTPS",
        "PROXIED",
        "MAIL",
        "HOSTS",
    ):
        os.environ.pop(f"TRUELINE_{name}", None)
    with startup_errors(data), demo_folder.claimed(data):
        new = demo_folder.prepare(data, keep=keep)
        _show_demo(data, host, port, fill=new, open_browser=open_browser)


def _show_demo(data: Path, host: str, port: int, *, fill: bool, open_browser: bool) -> None:
    from trueline.web.serving import demo_folder

    with instance(data, begin=True):
        from trueline.web.serving import demo_content, serve
        from trueline.web.serving.listening import free_port, listen
        from trueline.web.serving.upgrade import bring_up_to_date

        typer.echo(gettext("Preparing the demonstration ..."))
        bring_up_to_date(typer.echo)
        if fill:
            demo_content.fill()
        free = free_port(host, port)
        listening = listen(host, free)
        link = f"{serve.public_address(host, free)}demo/{demo_folder.demo_secret(data)}/"
        demo_folder.note_link(data, link)
        if free != port:
            typer.echo(
                gettext("Port {port} is in use, so this is at {free}.", port=port, free=free)
            )
        typer.echo(
            "\n".join(
                (
                    "",
                    gettext("Open this link, which signs you in:"),
                    "",
                    f"  {link}",
                    "",
                    gettext("Ctrl-C ends it."),
                )
            )
        )
        if open_browser:
            _open(link)
        serve.run(listening)
        typer.echo("\n" + gettext("Stopped."))


def check_deployment(data: Data = None) -> None:
    """Say whether an instance is safe and sound, in plain sentences. Exit code 1 if it is not."""
    with instance(data):
        from trueline.web.serving import start
        from trueline.web.serving.deployment import report

        start.require_instance(gettext("check"))
        answers = report()
        for answer in answers:
            typer.echo(f"{answer.mark:<5} {answer.text}")
        bad = sum(answer.mark == "WRONG" for answer in answers)
        typer.echo(
            "\n" + gettext("{count} to put right.", count=bad)
            if bad
            else "\n" + gettext("Nothing to correct.")
        )
        raise typer.Exit(1 if bad else 0)


def reset_password(
    email: Annotated[str, typer.Argument(help="The email that the person signs in with.")],
    address: Address = "",
    data: Data = None,
) -> None:
    """Print a link by which somebody chooses a new password, once, within a day."""
    with instance(data):
        from trueline.web.serving.password_links import password_link
        from trueline.web.serving.upgrade import require_fit

        require_fit(gettext("look after"))
        link = password_link(email, address)
        if link is None:
            fail(gettext("Nobody here signs in with {email}.", email=email))
        typer.echo(link)


def _open(link: str) -> None:
    import webbrowser

    try:
        webbrowser.open(link)
    except webbrowser.Error:
        return
