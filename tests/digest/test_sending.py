"""Sending the digest over a real SMTP server: TLS, log-in, one mail per reader, nobody twice, no password anywhere."""

import asyncio
import email
import email.policy
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult

from panel.errors import DeclarationError
from panel.publish.digest.post import mail_server
from tests.digest.conftest import WEEK

USER, PASSWORD = "digest", "s3cret-pässword/with@signs"
QUOTED = "s3cret-p%C3%A4ssword%2Fwith%40signs"


@dataclass
class Inbox:
    """What a server took, and whom it refuses."""

    taken: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    hangs_up_after: int = 99
    logged_in: bool = False

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the library's name
        """Refuse some readers."""
        if address in self.refused:
            return f"550 no mailbox {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        """Take a mail, or hang up."""
        if len(self.taken) >= self.hangs_up_after:
            server.transport.abort()
            await asyncio.sleep(0.05)
        self.taken.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        return "250 taken"

    @property
    def mails(self):
        """The mails as Python reads them."""
        return [email.message_from_bytes(raw, policy=email.policy.default) for _, _, raw in self.taken]


@pytest.fixture(scope="session")
def authority():
    """A certificate authority of our own."""
    return trustme.CA()


@pytest.fixture(scope="session")
def trusted(authority, tmp_path_factory) -> str:
    """The file with its certificate."""
    file = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(file)
    return str(file)


@pytest.fixture
def running(authority) -> Iterator:
    """Return a function that runs a server; yield its inbox and port."""
    servers = []

    def check(inbox, server, session, envelope, mechanism, data):
        inbox.logged_in = data.login == USER.encode() and data.password == PASSWORD.encode()
        return AuthResult(success=inbox.logged_in, handled=False)

    def run(*, tls: str = "starttls", **more):
        inbox = Inbox(**more)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
        given = {"tls_context": context, "require_starttls": True} if tls == "starttls" else {}
        if tls != "none":
            # where TLS begins at once, the library takes the connection for a plain one and won't insist on a log-in
            given |= {"auth_required": tls == "starttls", "auth_require_tls": tls == "starttls"}
            given["authenticator"] = partial(check, inbox)
        server = Server(inbox, given, context if tls == "at once" else None)
        servers.append(server)
        return inbox, server.port

    yield run
    for each in servers:
        each.stop()


class Server:
    """An SMTP server in a thread of its own, on a free port."""

    def __init__(self, inbox: Inbox, given: dict, context: ssl.SSLContext | None) -> None:
        self._loop = asyncio.new_event_loop()
        self._spoken: list[SMTP] = []

        def speak() -> SMTP:
            self._spoken.append(SMTP(inbox, loop=self._loop, hostname="mail.example.org", **given))
            return self._spoken[-1]

        starting = self._loop.create_server(speak, "127.0.0.1", 0, ssl=context)
        self._server = self._loop.run_until_complete(starting)
        self.port = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def stop(self) -> None:
        """End it, and whatever it is still doing."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(timeout=20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=20)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for each in rest:
            each.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        for each in self._spoken:
            if each.transport is not None:
                each.transport.abort()
        await asyncio.sleep(0.01)


def send(shipskip, port, *more, scheme="smtp", trusted="", user=f"{USER}:{QUOTED}@", **environment):
    """Run ``digest --send --yes``."""
    environment = {"SHIPSKIP_SMTP_URL": f"{scheme}://{user}localhost:{port}", "SSL_CERT_FILE": trusted, **environment}
    done = shipskip("digest", "--week", WEEK, "--send", "--yes", *more, **environment)
    for word in (PASSWORD, QUOTED):
        assert word not in done.out + done.err
    return done


@pytest.mark.parametrize(
    ("tls", "scheme"), [pytest.param("starttls", "smtp", id="starttls"), pytest.param("at once", "smtps", id="smtps")]
)
def test_every_reader_gets_a_mail_of_their_own(home, shipskip, running, trusted, tls, scheme):
    """Over TLS and logged in, each reader gets the mail that was written, and learns of no other reader."""
    inbox, port = running(tls=tls)
    to = ("--to", "ann@example.org", "--to", "Bob Böll <bob@example.com>", "--to", "ANN@example.org")
    done = send(shipskip, port, *to, scheme=scheme, trusted=trusted)
    assert (done.code, done.out.splitlines()[-1]) == (0, "Sent to 2 of 2 readers.")
    assert [(sender, to) for sender, to, _ in inbox.taken] == [
        ("digest@example.org", ["ANN@example.org"]),
        ("digest@example.org", ["bob@example.com"]),
    ]
    assert inbox.logged_in
    ann, bob = inbox.mails
    assert str(bob["To"]) == "Bob Böll <bob@example.com>"
    assert "bob" not in str(ann).lower().replace("bob böll", "bob")
    assert ann["Message-ID"] == bob["Message-ID"] == "<digest.2026-w17@reviews.example.org>"
    written = email.message_from_bytes(
        (home.root / "digests" / f"{WEEK}.eml").read_bytes(), policy=email.policy.default
    )
    for kind in ("plain", "html"):
        sent = ann.get_body((kind,)).get_content().replace("\r\n", "\n")
        assert sent == written.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_a_preview_comes_before_anything_is_sent(home, shipskip, running, trusted):
    """Sender, subject and text are shown first; where nobody can answer, nothing is sent."""
    inbox, port = running()
    url = f"smtp://{USER}:{QUOTED}@localhost:{port}"
    asked = ("digest", "--week", WEEK, "--send", "--to", "ann@example.org")
    done = shipskip(*asked, SHIPSKIP_SMTP_URL=url, SSL_CERT_FILE=trusted)
    assert (done.code, inbox.taken) == (2, [])
    assert "Subject: Ship or Skip, weekly, 20–26 April 2026" in done.err
    assert "NEW VERDICTS" in done.err
    assert done.err.endswith("shipskip: nobody is there to be asked; add --yes to send\n")


@pytest.mark.parametrize(("answer", "mails"), [pytest.param("n\n", 0, id="no"), pytest.param("y\n", 1, id="yes")])
def test_the_operator_is_asked(home, shipskip, running, trusted, monkeypatch, answer, mails):
    """Only a yes sends."""
    inbox, port = running()
    monkeypatch.setattr("panel.cli.digest.sys.stdin", Terminal(answer))
    asked = ("digest", "--week", WEEK, "--send", "--to", "ann@example.org")
    done = shipskip(*asked, SHIPSKIP_SMTP_URL=f"smtp://{USER}:{QUOTED}@localhost:{port}", SSL_CERT_FILE=trusted)
    assert (done.code, len(inbox.taken)) == (0, mails)
    assert f"Send it to 1 reader over localhost:{port}?" in done.err


class Terminal:
    """A terminal at which somebody types."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def isatty(self) -> bool:
        """Yes."""
        return True

    def readline(self, *_: object) -> str:
        """What was typed."""
        return self._answer


def test_nobody_gets_it_twice(home, shipskip, running, trusted):
    """When the server hangs up after two mails, the next run sends the rest; a third run sends nothing."""
    readers = [f"r{n}@example.org" for n in range(5)]
    (home.root / "readers.txt").write_text("# our readers\n" + "\n".join(readers) + "\n\n")
    inbox, port = running(hangs_up_after=2)
    done = send(shipskip, port, "--to-file", "readers.txt", trusted=trusted)
    assert (done.code, done.out.splitlines()[-1]) == (1, "Sent to 2 of 5 readers.")
    assert done.err.count("not sent") == 3
    inbox.hangs_up_after = 99
    done = send(shipskip, port, "--to-file", "readers.txt", trusted=trusted)
    assert "2 have got it already" in done.err
    assert done.out.splitlines()[-1] == "Sent to 3 of 3 readers."
    send(shipskip, port, "--to-file", "readers.txt", trusted=trusted)
    assert [to for _, [to], _ in inbox.taken] == readers
    log = (home.root / ".shipskip" / "digest-sent.jsonl").read_text()
    assert (log.count("\n"), "example.org" in log) == (5, False)
    send(shipskip, port, "--to", "r0@example.org", "--again", trusted=trusted)
    assert len(inbox.taken) == 6


def test_a_refused_reader_spoils_no_other(home, shipskip, running, trusted):
    """A mailbox that doesn't exist is told with what the server said; the others get their mail."""
    inbox, port = running(refused=frozenset({"gone@example.org"}))
    to = ("--to", "ann@example.org", "--to", "gone@example.org", "--to", "cy@example.org")
    done = send(shipskip, port, *to, trusted=trusted)
    assert (done.code, done.out.splitlines()[-1]) == (1, "Sent to 2 of 3 readers.")
    assert "gone@example.org: not sent; localhost:" in done.err
    assert "550 no mailbox" in done.err
    assert len(inbox.taken) == 2


def test_a_wrong_password_is_one_sentence(home, shipskip, running, trusted):
    """Refused log-in: exit code 2, nothing sent, and the password isn't told."""
    inbox, port = running()
    done = send(shipskip, port, "--to", "a@example.org", trusted=trusted, user="digest:wrong-one@")
    assert (done.code, inbox.taken) == (2, [])
    assert "refused user and password" in done.err
    assert "wrong-one" not in done.err


def test_the_password_may_come_by_itself(home, shipskip, running, trusted):
    """A password in a variable of its own needs no quoting."""
    inbox, port = running()
    done = send(
        shipskip, port, "--to", "a@example.org", trusted=trusted, user=f"{USER}@", SHIPSKIP_SMTP_PASSWORD=PASSWORD
    )
    assert (done.code, len(inbox.taken)) == (0, 1)


def test_a_certificate_that_nobody_vouches_for_is_refused(home, shipskip, running):
    """Without the authority's certificate nothing is sent, and no password either."""
    inbox, port = running()
    done = send(shipskip, port, "--to", "a@example.org", trusted="")
    assert (done.code, inbox.taken) == (2, [])
    assert "CERTIFICATE_VERIFY_FAILED" in done.err or "certificate verify failed" in done.err


def test_a_server_without_tls_is_used_on_this_machine_only(home, shipskip, running):
    """A relay on loopback may do without TLS; log-in data never goes there in the clear."""
    inbox, port = running(tls="none")
    assert send(shipskip, port, "--to", "a@example.org", user="").code == 0
    assert len(inbox.taken) == 1


def test_no_server_there_is_one_sentence(home, shipskip):
    """Nobody listens: told, exit code 2, the files are written all the same."""
    done = send(shipskip, 1, "--to", "a@example.org")
    assert (done.code, "the mail server localhost:1 can't be reached" in done.err) == (2, True)
    assert (home.root / "digests" / f"{WEEK}.eml").exists()


@pytest.mark.parametrize(
    ("options", "environment", "says"),
    [
        pytest.param((), {}, "nobody is named to send it to", id="nobody"),
        pytest.param(("--to", "nonsense"), {}, "'nonsense' is no mail address", id="no address"),
        pytest.param(("--to", "a@b.example\nBcc: c@d.example"), {}, "is no mail address", id="two lines"),
        pytest.param(("--to", "a@b, c@d"), {}, "is no mail address", id="two addresses"),
        pytest.param(("--to-file", "nope.txt"), {}, "nope.txt: it doesn't exist", id="no file"),
        pytest.param(("--to", "a@b.example"), {}, "set SHIPSKIP_SMTP_URL", id="no server"),
        pytest.param(("--to", "a@b.example"), {"SHIPSKIP_SMTP_URL": "mail.example"}, "no mail server's", id="no URL"),
        pytest.param(
            ("--to", "a@b.example"), {"SHIPSKIP_SMTP_URL": "smtps://u@h"}, "names a user and no password", id="half"
        ),
    ],
)
def test_what_can_not_be_sent_is_told_first(home, shipskip, options, environment, says):
    """Before anything is written or sent, what is missing is told in one sentence."""
    done = shipskip("digest", "--week", WEEK, "--send", "--yes", *options, **environment)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert says in done.err
    assert not (home.root / "digests").exists()


def test_a_server_shows_no_password():
    """Whoever prints a server sees no password."""
    server = mail_server({"SHIPSKIP_SMTP_URL": f"smtps://{USER}:{QUOTED}@mail.example.org"})
    assert (server.port, server.password, server.local) == (465, PASSWORD, False)
    assert "s3cret" not in repr(server)
    with pytest.raises(DeclarationError) as told:
        mail_server({"SHIPSKIP_SMTP_URL": f"http://{USER}:{QUOTED}@mail.example.org"})
    assert "s3cret" not in str(told.value)
