"""The desk as editors use it: the real server in a process of its own, visited by HTTP and by Chromium."""

import contextlib
import html
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.parse
from pathlib import Path

import pytest

import panel
from panel.store.workspace import Workspace
from tests.editorial.larkspur import SOURCE
from tests.needs import chromium, needs
from tests.servers import running

ROOT = Path(__file__).resolve().parents[2]
KEYS = ("KEY", "TOKEN", "SECRET", "BASE_URL", "API_BASE", "SHIPSKIP", "PASSWORD")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
]


class Desk:
    """A running desk.

    Args:
        root: Its workspace.
        options: What else the command is told.
        environment: Variables beside those of the machine.
    """

    def __init__(self, root, *options, environment=None):
        clean = {name: value for name, value in os.environ.items() if not any(key in name for key in KEYS)}
        self.root = Path(root)
        command = [sys.executable, "-m", "panel.cli", "desk", "--port", "0", "--no-browser", *options]
        self.process = subprocess.Popen(
            [*command, "--workspace", str(root)],
            env={**clean, "PYTHONPATH": str(ROOT), "SHIPSKIP_EDITOR": "Ann", **(environment or {})},
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        self.link = self.process.stdout.readline().strip()
        if not self.link:
            self.stop()
            raise RuntimeError(f"the desk didn't start: {said} {self.said}")
        self.url = self.link.partition("/login")[0]

    @property
    def home(self):
        """Its workspace, as the library sees it."""
        return Workspace(self.root)

    def new_link(self):
        """Return another one-time link, as somebody who is signed in makes it."""
        return re.search(r"<code>(http[^<]+)</code>", self.guest.post("/links").body).group(1)

    def stop(self, how=signal.SIGINT):
        """End it, and keep what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        _, self.said = self.process.communicate(timeout=20)


class Visitor:
    """Somebody who speaks HTTP by hand.

    Args:
        url: Where the desk is.
        link: The one-time link, if they have one.
    """

    def __init__(self, url, link=None):
        self.url, self.cookie, self.token = url, "", ""
        self.netloc = urllib.parse.urlsplit(url).netloc
        if link:
            status, headers, _ = self.ask("GET", link[len(url) :])
            assert status == 200
            self.cookie = headers["set-cookie"].partition(";")[0]
            self.token = re.search(r'name="token" value="([0-9a-f]+)"', self.get("/").body).group(1)

    def ask(self, method, path, body=b"", **headers):
        """Send a request as it is told; return status, headers and body."""
        connection = http.client.HTTPConnection(self.netloc, timeout=60)
        sent = {"Accept": "text/html", **({"Cookie": self.cookie} if self.cookie else {}), **headers}
        with contextlib.closing(connection):
            connection.request(method, path, body=body or None, headers=sent)
            answer = connection.getresponse()
            raw = answer.read().decode("utf-8", "replace")
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, raw

    def get(self, path):
        """Open a page."""
        return Page(*self.ask("GET", path))

    def post(self, path, fields=(), **headers):
        """Send a form as a browser on the desk's own page does."""
        pairs = [("token", self.token), *(fields.items() if isinstance(fields, dict) else fields)]
        body = urllib.parse.urlencode(pairs).encode()
        own = {"Origin": self.url, "Content-Type": "application/x-www-form-urlencoded"}
        return Page(*self.ask("POST", path, body, **{**own, **headers}))

    def revision(self, slug="larkspur"):
        """The revision that a verdict's page shows."""
        return re.search(r'name="revision" value="(\w+)"', self.get(f"/verdicts/{slug}").body).group(1)


class Page:
    """What a visitor got.

    Args:
        status: HTTP status.
        headers: In lower case.
        body: Its text.
    """

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        """Its words without markup."""
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", self.body)).split())


QUILL = """---
name: Quillfeather
vendor: Feather Works
---

Quillfeather is a spelling checker for code comments. It has a public API that anyone can call.

It costs 4 dollars a month; there is a free plan for one person. An independent test found 91 percent of the mistakes.
"""


@pytest.fixture(scope="session")
def drafted(tmp_path_factory):
    """A workspace with drafts on Larkspur and Quillfeather, to be copied."""
    root = tmp_path_factory.mktemp("drafted")
    (root / "panel.toml").write_text('model = "builtin"\n')
    (root / "releases").mkdir()
    (root / "releases" / "larkspur.md").write_text(SOURCE)
    (root / "releases" / "quill.md").write_text(QUILL)
    panel.review("larkspur", workspace=root, save=True)
    panel.review("quill", workspace=root, save=True)
    return root


@pytest.fixture
def root(drafted, tmp_path):
    """A copy of it."""
    shutil.copytree(drafted, tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def open_desk():
    """Return a function that starts desks; they are stopped at the end."""
    needs("desk")
    started = []

    def start(root, *options, **environment):
        started.append(Desk(root, *options, environment=environment))
        return started[-1]

    yield start
    for each in started:
        each.stop()


@pytest.fixture
def desk(open_desk, root):
    """A desk on a workspace of its own."""
    return open_desk(root)


@pytest.fixture(scope="module")
def shared(drafted, tmp_path_factory):
    """A desk for tests that change nothing: starting one takes seconds."""
    needs("desk")
    root = tmp_path_factory.mktemp("shared") / "ws"
    shutil.copytree(drafted, root)
    found = Desk(root)
    found.guest = Visitor(found.url, found.link)
    yield found
    found.stop()


@pytest.fixture
def visitor(desk):
    """Somebody who has signed in by the link."""
    return Visitor(desk.url, desk.link)


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium; one a module, since its driver keeps an event loop in this thread."""
    needs("desk", "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def sign_in(browser):
    """Return a function that signs a new browser profile in by a link and returns its page."""
    contexts = []

    def enter(link, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("dialog", lambda dialog: (page.troubles.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(link)
        page.wait_for_url(f"{link.partition('/login')[0]}/")
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def model():
    """A server that speaks the provider's protocol."""
    with running("chat") as server:
        yield server
