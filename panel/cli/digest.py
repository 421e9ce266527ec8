"""``shipskip digest``."""

import datetime as dt
import sys
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.show import print_json, shown_path
from panel.errors import DeclarationError
from panel.publish.digest.issue import Mailing, address_to, make_issue
from panel.publish.digest.post import mail_server
from panel.publish.digest.week import Week, read_week
from panel.store.texts import read_text


@click.command()
@click.option(
    "--week", "week_name", metavar="YYYY-Www", help="The ISO week, such as 2026-W16 (else the last whole one)."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder of the files (else digests/).")
@click.option("--base-url", help="Where readers find the site (else site.base_url of panel.toml).")
@click.option("--drafts", is_flag=True, help="Tell drafts too: a preview, which can't be sent.")
@click.option("--send", is_flag=True, help="Send it by SMTP (SHIPSKIP_SMTP_URL), after a preview and a question.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Who gets it, each by a mail of their own.")
@click.option("--to-file", type=click.Path(path_type=Path), help="A file of addresses, one on each line.")
@click.option("--again", is_flag=True, help="Send it even to those who have got it.")
@click.option("--yes", is_flag=True, help="Send without asking.")
@json_option
@workspace_option
def digest(
    week_name: str | None,
    out: Path | None,
    base_url: str | None,
    drafts: bool,
    send: bool,
    to: tuple[str, ...],
    to_file: Path | None,
    again: bool,
    yes: bool,
    as_json: bool,
    workspace: Path | None,
) -> int:
    """Write the weekly mail and its page: new verdicts, changed minds, splits and head-to-heads.

    Writes digests/<week>.eml and .html; sends only when asked. Exit code 1 if somebody didn't get the mail.
    """
    home = home_of(workspace)
    issue = make_issue(home, _week(week_name), base_url=base_url, drafts=drafts)
    mailing = address_to(issue, [*to, *_listed(to_file)], again=again) if send else None
    server = mail_server() if send else None
    mail, page = issue.write(out or home.root / "digests")
    if as_json:
        print_json(issue.digest)
    else:
        click.echo(f"{issue.digest.week}, {issue.digest.days}: {issue.digest.summary}")
        click.echo(f"Files: {shown_path(mail)}, {shown_path(page)}")
    if not issue.digest.over:
        click.echo("The week isn't over; what is still to come will be missing.", err=True)
    if mailing is None or server is None:
        return 0
    if not _agreed(mailing, server.name, yes=yes):
        click.echo("Nothing was sent.", err=True)
        return 0
    unsent = mailing.send(server)
    for each in unsent:
        click.echo(f"{each.to}: not sent; {each.problem}", err=True)
    click.echo(f"Sent to {len(mailing.waiting) - len(unsent)} of {len(mailing.waiting)} readers.", err=as_json)
    return 1 if unsent else 0


def _week(name: str | None) -> Week:
    """Return the week of that name, or the last one that has ended."""
    if name is not None:
        return read_week(name)
    year, number, _ = (dt.datetime.now(dt.UTC) - dt.timedelta(days=7)).isocalendar()
    return Week(year, number)


def _listed(file: Path | None) -> list[str]:
    lines = [] if file is None else read_text(file).splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _agreed(mailing: Mailing, server: str, *, yes: bool) -> bool:
    """Show what would be sent, and ask."""
    issue, count = mailing.issue, len(mailing.waiting)
    message = issue.message(mailing.waiting[0]) if count else issue.message()
    click.echo(f"\nFrom: {message['From']}\nSubject: {message['Subject']}\n\n{issue.text}", err=True)
    if mailing.had:
        click.echo(f"{len(mailing.had)} have got it already and are left out (--again sends it to them too).", err=True)
    if not count:
        return False
    if yes:
        return True
    if not sys.stdin.isatty():
        raise DeclarationError("nobody is there to be asked; add --yes to send")
    return click.confirm(f"Send it to {count} reader{'' if count == 1 else 's'} over {server}?", err=True)
