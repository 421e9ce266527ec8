"""One week's digest from the workspace to its files and, when asked, to its readers."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from panel.errors import DeclarationError
from panel.publish.digest.compose import compose
from panel.publish.digest.edition import Digest
from panel.publish.digest.message import digest_message, mailbox
from panel.publish.digest.pages import digest_mail, digest_page, digest_text
from panel.publish.digest.post import Server, Unsent, post
from panel.publish.digest.sent import SentLog
from panel.publish.digest.settings import DigestSettings, read_digest_settings
from panel.publish.digest.week import Week
from panel.publish.site.settings import SiteSettings, read_site_settings
from panel.store.records import write_bytes_atomically, write_if_new
from panel.store.workspace import Workspace


@dataclass(frozen=True)
class Issue:
    """A digest, ready to be written or sent."""

    home: Workspace
    """The workspace."""
    digest: Digest
    """What it tells."""
    settings: DigestSettings
    """Whom it is from, and how readers leave."""
    page: str
    """The web page."""
    text: str
    """The mail's plain text."""
    html: str
    """The mail's HTML."""
    now: dt.datetime
    """When it was made."""

    def message(self, to: str | None = None) -> EmailMessage:
        """Return the mail; to look at, it is dated at the end of its week, to be sent, now."""
        date = min(self.digest.end, self.now) if to is None else self.now
        return digest_message(self.digest, self.settings, text=self.text, html=self.html, date=date, to=to)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write the mail and the page; return their files.

        Raises:
            DeclarationError: If they can't be written.
        """
        mail, page = folder / f"{self.digest.week}.eml", folder / f"{self.digest.week}.html"
        write_bytes_atomically(mail, self.message().as_bytes())
        write_if_new(page, self.page)
        return mail, page


def make_issue(home: Workspace, week: Week, *, base_url: str | None = None, drafts: bool = False) -> Issue:
    """Compose and render one week's digest.

    Args:
        home: The workspace.
        week: The week.
        base_url: Where readers find the site; what ``panel.toml`` says, if absent.
        drafts: Whether drafts are told too, for a preview.

    Raises:
        DeclarationError: The week hasn't begun, a record or a template is damaged, or an address isn't one.
    """
    site, settings, now = read_site_settings(home), read_digest_settings(home), dt.datetime.now(dt.UTC)
    if base_url is not None:
        site = _at(site, base_url)
    digest = compose(home, week, site, most=settings.most, drafts=drafts, now=now)
    return Issue(
        home=home,
        digest=digest,
        settings=settings,
        page=digest_page(home, digest),
        text=digest_text(home, digest, settings.unsubscribe),
        html=digest_mail(home, digest, settings.unsubscribe),
        now=now,
    )


@dataclass(frozen=True)
class Mailing:
    """An issue with those who are to get it."""

    issue: Issue
    """The issue."""
    waiting: tuple[str, ...]
    """Addresses that haven't got it yet."""
    had: tuple[str, ...]
    """Addresses that got it before."""
    log: SentLog
    """Who has got it."""

    def send(self, server: Server) -> list[Unsent]:
        """Send it to each by itself, so that nobody learns of the others; return those who didn't get it.

        Raises:
            DeclarationError: The server can't be reached, or refuses us.
        """
        sender = mailbox(self.issue.settings.sender or "", "the digest's sender").addr_spec

        def messages() -> Iterator[tuple[str, EmailMessage]]:
            for address in self.waiting:
                yield mailbox(address, "the recipient").addr_spec, self.issue.message(address)

        return post(server, messages(), sender, self.log.note)


def address_to(issue: Issue, addresses: Sequence[str], *, again: bool = False) -> Mailing:
    """Return whom an issue goes to.

    Args:
        issue: The issue.
        addresses: Readers' mail addresses; each counts once.
        again: Whether those who have got it get it once more.

    Raises:
        DeclarationError: It isn't fit to be sent, or an address isn't one.
    """
    if issue.digest.drafts:
        raise DeclarationError("a preview with drafts isn't sent; leave --drafts out")
    if issue.settings.sender is None:
        raise DeclarationError(
            'nobody says whom the digest is from; add to panel.toml: [digest] sender = "Title <digest@example.org>"'
        )
    if not addresses:
        raise DeclarationError("nobody is named to send it to; add --to ann@example.org, or --to-file FILE")
    wanted = {mailbox(each, "the recipient").addr_spec.lower(): each for each in addresses}
    log = SentLog(issue.home, issue.digest.week)
    had = {spec: address for spec, address in wanted.items() if not again and log.has(spec)}
    waiting = tuple(address for spec, address in wanted.items() if spec not in had)
    return Mailing(issue, waiting, tuple(had.values()), log)


def _at(site: SiteSettings, base_url: str) -> SiteSettings:
    try:
        return SiteSettings.model_validate({**site.model_dump(), "base_url": base_url})
    except ValueError:
        raise DeclarationError(f"{base_url!r} is no address of a site; write one such as https://example.org") from None
