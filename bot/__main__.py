"""The commands. Each imports what it needs, so that none waits for what another needs."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (said here because an older Python comes this far)
    sys.stderr.write(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Install a newer one, then run `make setup`.\n")
    sys.exit(2)

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="A Teams assistant for university technicians: their career framework, asked in plain words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@contextmanager
def reasons() -> Iterator[None]:
    """Say why something cannot start in a sentence and exit with 2, without a traceback."""
    from bot.framework.faults import KnowledgeError
    from bot.settings import CannotStart

    try:
        yield
    except CannotStart as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(2) from None
    except KnowledgeError as error:
        typer.echo(f"The knowledge has faults:\n{error}", err=True)
        raise typer.Exit(2) from None


@app.command()
def run(
    try_: Annotated[bool, typer.Option("--try", help="Also open the Agents Playground to talk to it; without Node.js, chat here.")] = False,  # noqa: FBT002
) -> None:
    """Serve the assistant to Teams; with --try, to this machine alone."""
    from bot.settings import ServingSettings, read_settings
    from bot.wiring import serve

    with reasons():
        if try_:
            _try()
        else:
            serve(read_settings(ServingSettings))


def _try() -> None:
    from bot.settings import CannotStart, read_settings
    from bot.terminal.playground import find_playground, playground
    from bot.wiring import serve

    settings = read_settings()
    if settings.app_id:
        raise CannotStart("The Playground cannot prove who speaks, as the app id demands. Leave out ASSISTANT_APP_ID, or `--try`.")
    found = find_playground()
    if found is None:
        chat()
    else:
        settings = settings.model_copy(update={"development": True})
        serve(settings, playground(found, settings))


@app.command()
def chat(
    tenant: Annotated[str, typer.Option(help="Talk as somebody of this tenant (its id), with what its institution knows.")] = "",
) -> None:
    """Talk to the assistant here, in the terminal."""
    from bot.settings import read_settings
    from bot.wiring import chat_here

    with reasons():
        chat_here(read_settings(), tenant)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What a person would type.")] = "",
    framework: Annotated[str, typer.Option(help="The framework of the asker's institution; without it, the one in the settings.")] = "",
    grade: Annotated[int | None, typer.Option(help="The asker's grade, as their profile would hold it.")] = None,
    tenant: Annotated[str, typer.Option(help="Ask as somebody of this tenant (its id), with what its institution knows.")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read questions as JSON lines, print readings and replies as JSON lines.")] = False,  # noqa: FBT002
) -> None:
    """Show how a message is read, and what is answered."""
    from bot.assistants import make_assistant
    from bot.settings import read_settings
    from bot.terminal.asking import ask_batch, ask_one

    with reasons():
        settings = read_settings()
        assistant = make_assistant(settings, tenant=tenant)
        if jsonl:
            ask_batch(assistant, sys.stdin, sys.stdout)
        else:
            ask_one(assistant, question, framework or assistant.default_framework, grade)


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A framework folder, or one that holds several; default: all there are.")] = None,
    against: Annotated[Path | None, typer.Option(help="The framework folder as it was: tell what the change touches.")] = None,
) -> None:
    """List every fault of the knowledge with its remedy, and the doubts of a framework; exit 1 if there is a fault."""
    from bot.settings import read_settings
    from bot.terminal.checking import checked, told_against
    from bot.terminal.checking_institutions import checked_institutions
    from bot.terminal.questions.reading import checked_sentences
    from bot.wiring import stored_assessments

    with reasons():
        settings = read_settings()
    lines, faults = checked(folder, None) if folder else checked(settings.knowledge, settings.own_frameworks)
    more, others = ([], []) if folder else checked_institutions(settings)
    lines, faults = [*lines, *more], [*faults, *others]
    if not folder and not faults:
        faults = checked_sentences(settings)
    if against is not None and not faults:
        more, faults = told_against(folder, against, partial(stored_assessments, settings))
        lines += more
    for line in (*lines, *map(str, sorted(faults))):
        typer.echo(line)
    if faults:
        typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}.")
        raise typer.Exit(1)


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="The document with the matrix: Excel, Word, or tab- or comma-separated or plain text.")],
    id_: Annotated[str, typer.Option("--id", help="What the framework is to be called in files and settings, such as northshore.")],
    title: Annotated[str, typer.Option(help="What the document is called; without it, its own title or file name.")] = "",
    institution: Annotated[str, typer.Option(help="Whose framework it is; without it, the institution that the text names.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Exchange the framework of this id; what was added to it stays.")] = False,  # noqa: FBT002
) -> None:
    """Make a framework of your institution's own document, in its official wording."""
    from bot.importing.refusing import CannotImport
    from bot.settings import read_settings
    from bot.terminal.importing import imported

    with reasons():
        try:
            typer.echo(imported(read_settings(), file, id_, title=title, institution=institution, replace=replace))
        except CannotImport as reason:
            typer.echo(str(reason), err=True)
            raise typer.Exit(2) from None


@app.command()
def questions(
    institution: Annotated[str, typer.Option(help="Only what people of this institution asked (its id in the file of institutions).")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the questions and what is proposed.")] = False,  # noqa: FBT002
    as_json: Annotated[bool, typer.Option("--json", help="The same for a program.")] = False,  # noqa: FBT002
) -> None:
    """Go through what people asked in vain, and teach it to the assistant; works while the assistant runs."""
    from bot.settings import read_settings
    from bot.terminal.questions.command import questions as gone_through

    with reasons():
        gone_through(read_settings(), institution, dry_run=dry_run, as_json_=as_json)


@app.command()
def remind() -> None:
    """Send the reminders that are due, once; while the assistant runs, it does so by itself."""
    from bot.settings import read_settings
    from bot.wiring import run_round

    with reasons():
        sent = run_round(read_settings(), lambda rounds: rounds.remind())
        typer.echo(f"Reminded {sent} {'person' if sent == 1 else 'people'}.")


@app.command()
def purge(
    trust_clock: Annotated[bool, typer.Option("--trust-clock", help="The clock is right, whatever is on record: count from now.")] = False,  # noqa: FBT002
) -> None:
    """Delete what is no longer to be kept, once; while the assistant runs, it does so by itself, every hour."""
    from bot.settings import read_settings
    from bot.terminal.purging import told
    from bot.wiring import run_round

    with reasons():
        typer.echo(told(run_round(read_settings(), lambda rounds: rounds.purge(trusting=trust_clock))))


@app.command()
def usage(
    logs: Annotated[list[Path] | None, typer.Argument(help="Logs as JSON lines, to count questions in; - for what comes in.")] = None,
) -> None:
    """Tell how much the assistant is used, in counts that point to nobody; the assistant may be running."""
    from bot.settings import read_settings
    from bot.terminal.operating import used

    with reasons():
        for line in used(read_settings(), logs or []):
            typer.echo(line)


@app.command()
def backup(
    to: Annotated[Path | None, typer.Argument(help="The file to make; without it, one beside the database, named by the time.")] = None,
) -> None:
    """Copy the SQLite database, and check the copy; the assistant may be running."""
    from bot.settings import read_settings
    from bot.terminal.operating import backed_up

    with reasons():
        typer.echo(backed_up(read_settings(), to))


@app.command()
def restore(copy: Annotated[Path, typer.Argument(help="A copy that `backup` made.")]) -> None:
    """Put a copy in the place of the SQLite database, which is moved aside; the assistant must be stopped."""
    from bot.settings import read_settings
    from bot.terminal.operating import put_back

    with reasons():
        typer.echo(put_back(read_settings(), copy))


@app.command()
def package(
    to: Annotated[Path, typer.Argument(help="The file to make.")] = Path("build/teams-app.zip"),
    version: Annotated[str, typer.Option(help="The app's version, which Teams wants higher at each upload; default: this release's.")] = "",
    schema: Annotated[Path | None, typer.Option(help="Microsoft's schema of the manifest, to hold it against.")] = None,
) -> None:
    """Make the app package that an administrator uploads to Teams."""
    from bot.msteams.app_package.packing import made
    from bot.settings import read_settings

    with reasons():
        typer.echo(made(read_settings(), to, version, schema))


@app.command()
def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Leave out what needs the network.")] = False,  # noqa: FBT002
    app_package: Annotated[Path, typer.Option("--package", help="The app package to hold against the settings.")] = Path(
        "build/teams-app.zip"
    ),
) -> None:
    """Look at everything the assistant needs, a line each with its remedy; exit 1 if something is broken."""
    from bot.doctor.examining import examined

    if not examined(typer.echo, offline=offline, app_package=app_package):
        raise typer.Exit(1)


if __name__ == "__main__":
    app()
