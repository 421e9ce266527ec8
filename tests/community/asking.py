"""Asking the votes endpoint as browsers and programs do."""

import http.client
import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

COOKIE = "shipskip_voter"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self):
        """The body read as JSON."""
        return json.loads(self.text)

    @property
    def token(self) -> str:
        """The holder's token in the cookie that came along."""
        found = re.match(rf"{COOKIE}=([^;]+);", self.headers["set-cookie"])
        assert found
        return found.group(1)

    @property
    def hidden(self) -> str:
        """The holder's token in the page's form."""
        found = re.search(r'name="holder" value="([^"]+)"', self.text)
        assert found
        return found.group(1)


def ask(at: str, path: str, *, form=None, body=None, token: str | None = None, method=None, **headers: str) -> Answer:
    """Send one request: a GET, a form, or JSON; ``token`` goes along as a cookie."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    content = None
    if form is not None:
        content = urlencode(form)
        sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
    if body is not None:
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        sent.setdefault("Content-Type", "application/json")
    if token is not None:
        sent["Cookie"] = f"{COOKIE}={token}"
    link = http.client.HTTPConnection(urlsplit(at).netloc, timeout=20)
    try:
        link.request(method or ("GET" if content is None else "POST"), path, content, sent)
        answer = link.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read().decode())
    finally:
        link.close()
