"""The desk's doors: who gets in, what a form needs, what a browser may do, what never gets out."""

import http.client
import os
import re
import shutil
import signal
import ssl
import subprocess
import threading
import urllib.parse
from pathlib import Path

import pytest

from panel.desk.access import Access, Wish, access_of, check_wish
from panel.desk.answers import action
from panel.desk.app import build_app
from panel.desk.desk import Desk as DeskState
from panel.desk.passwords import hashed, is_password
from panel.desk.sessions import LINK_LASTS_S, MOST_FAILURES, Sessions
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.store.records import read_record
from panel.store.workspace import Workspace
from tests.desk.conftest import Visitor
from tests.needs import needs

SECRET = "sk-test-0a1b2c3d4e5f-never-to-be-seen"
PASSWORD = "a long enough password"


def test_a_link_signs_one_browser_in_once(desk):
    """The link's first use gives a strict, script-proof cookie; its second use gives nothing."""
    path = desk.link[len(desk.url) :]
    nobody = Visitor(desk.url)
    status, headers, _ = nobody.ask("GET", path)
    assert status == 200
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(headers["set-cookie"].split("; "))
    status, headers, body = nobody.ask("GET", path)
    assert status == 403
    assert "set-cookie" not in headers
    assert "used already" in body


def test_nobody_sees_a_page_without_signing_in(shared):
    """Pages lead to the sign-in, everything else is refused; only styles and scripts are open."""
    nobody = Visitor(shared.url)
    for path in ("/", "/verdicts/larkspur", "/releases/larkspur", "/preview/verdicts/larkspur", "/personas/skeptic"):
        page = nobody.get(path)
        assert (page.status, page.headers["location"]) == (303, "/login"), path
    assert nobody.ask("GET", "/runs/x/events", Accept="text/event-stream")[0] == 401
    assert nobody.post("/verdicts/larkspur/approve").status == 401
    assert nobody.get("/static/desk.css").status == 200


def test_every_form_needs_origin_and_token(shared):
    """A form from elsewhere, without an origin, or without the session's token changes nothing."""
    desk, visitor = shared, shared.guest
    file = desk.home.verdict_file("larkspur")
    before = file.read_bytes()
    fields = {"persona": "skeptic", "quote": "Taken over.", "revision": visitor.revision()}
    for origin in ("https://evil.example", "null", desk.url.replace("127.0.0.1", "127.0.0.1.evil.example"), ""):
        assert visitor.post("/verdicts/larkspur/edit", fields, Origin=origin).status == 403, origin
    for token in ("", "0" * 64, visitor.token[:-1]):
        guest = Visitor(desk.url)
        guest.cookie, guest.token = visitor.cookie, token
        assert guest.post("/verdicts/larkspur/edit", fields).status == 403, token
    assert file.read_bytes() == before


def test_no_form_goes_round_the_check(root):
    """Every route that takes a form, but signing in, is made by the function that checks its token."""
    needs("desk")
    access = Access("http://127.0.0.1:1", frozenset({"http://127.0.0.1:1"}), secure=False, password=None)
    routes = build_app(DeskState(Workspace(root), access)).app.routes
    posting = [route for route in routes if "POST" in (getattr(route, "methods", None) or ())]
    assert len(posting) > 20
    made_by = action("/x", lambda request, form: None).endpoint.__code__
    unchecked = [route.path for route in posting if route.endpoint.__code__ is not made_by]
    assert unchecked == ["/login"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""])
def test_the_desk_answers_under_its_own_name_only(shared, host):
    """A name that was rebound to this machine gets no answer."""
    desk, visitor = shared, shared.guest
    port = desk.url.rpartition(":")[2]
    assert visitor.ask("GET", "/", Host=host.format(port=port))[0] in (400, 421)
    assert visitor.ask("GET", "/", Host=f"localhost:{port}")[0] == 200


def test_every_answer_says_what_a_browser_may_do(shared):
    """Pages, errors, files and refusals carry the strict policy; none of them has a script or style inline."""
    visitor = shared.guest
    for path in ("/", "/verdicts/larkspur", "/verdicts/nothing", "/nowhere", "/static/desk.js", "/login", "/convene"):
        page = visitor.get(path)
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "script-src 'self'" in policy, path
        assert "frame-ancestors 'none'" in policy, path
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["x-frame-options"] == "DENY"
        assert page.headers["referrer-policy"] == "same-origin"
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|style=", page.body), path
        assert "server" not in page.headers
    preview = visitor.get("/preview/verdicts/larkspur")
    assert preview.headers["content-security-policy"].startswith("sandbox;")
    assert "frame-ancestors 'self'" in preview.headers["content-security-policy"]
    assert visitor.ask("GET", "/", Host="evil.example")[1]["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/verdicts/..%2f..%2fetc",
        "/verdicts/../../panel.toml",
        "/verdicts/%2e%2e",
        "/verdicts/Larkspur",
        "/verdicts/compare",
        "/preview/verdicts/..%2flarkspur",
        "/preview/comparisons/..%2f..%2flarkspur%2fverdict",
        "/comparisons/%2e%2e%2flarkspur%2fverdict",
        "/releases/..%2f..%2fetc%2fpasswd",
        "/personas/..%2f..%2fpanel",
        "/static/..%2fapp.py",
        "/static/../app.py",
        "/runs/..%2f",
    ],
)
def test_no_path_leads_out(shared, path):
    """Names that aren't plain slugs find nothing, and nothing of a file gets out."""
    page = shared.guest.get(path)
    assert page.status in (307, 404, 422), path
    assert "import" not in page.body
    assert "root:" not in page.body


def test_too_much_is_refused(shared):
    """A form beyond the limit is refused, announced or not, and the desk goes on."""
    desk, visitor = shared, shared.guest
    big = {"text": "x" * 1_200_000}
    assert visitor.post("/verdicts/larkspur/edit", big).status == 413
    connection = http.client.HTTPConnection(visitor.netloc, timeout=30)
    connection.putrequest("POST", "/verdicts/larkspur/edit")
    for name, value in {
        "Cookie": visitor.cookie,
        "Origin": desk.url,
        "Content-Type": "application/x-www-form-urlencoded",
        "Transfer-Encoding": "chunked",
    }.items():
        connection.putheader(name, value)
    connection.endheaders()
    try:
        for _ in range(40):
            connection.send(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        connection.send(b"0\r\n\r\n")
        assert connection.getresponse().status == 413
    except (BrokenPipeError, ConnectionResetError):
        pass  # cut off while it was still sending: as good a refusal
    finally:
        connection.close()
    assert visitor.get("/").status == 200
    many = [(f"f{number}", "x") for number in range(900)]
    assert visitor.post("/verdicts/larkspur/edit", many).status == 400


def test_methods_other_than_get_and_post_are_refused(shared):
    """There is nothing to put or delete."""
    visitor = shared.guest
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert visitor.ask(method, "/verdicts/larkspur", Origin=visitor.url)[0] == 405


def test_no_key_reaches_the_browser(open_desk, root, model):
    """Keys of the environment stand on no page, not even where the provider repeats one in its error."""
    model.reset(key="another")
    desk = open_desk(root, HOSTED_VLLM_API_BASE=model.base, HOSTED_VLLM_API_KEY=SECRET, OPENAI_API_KEY=SECRET)
    visitor = Visitor(desk.url, desk.link)
    for path in (
        "/",
        "/verdicts/larkspur",
        "/convene",
        "/releases/larkspur?model=hosted_vllm/any",
        "/personas/skeptic",
    ):
        assert SECRET not in visitor.get(path).body, path
    fields = {"persona": "skeptic", "model": "hosted_vllm/any", "revision": visitor.revision()}
    run = visitor.post("/verdicts/larkspur/ask", fields).headers["location"]
    told = visitor.ask("GET", f"{run}/events", Accept="text/event-stream")[2]
    assert '"state": "failed"' in told
    assert SECRET not in told
    assert SECRET not in visitor.get(run).body
    assert "the old one stays" in visitor.get(run).text
    desk.stop()
    assert SECRET not in desk.said


def test_steps_need_the_revision_that_was_seen(shared):
    """A form without a revision, or with an old one, is a conflict."""
    visitor = shared.guest
    for revision in ("", "none", "0" * 16):
        page = visitor.post("/verdicts/larkspur/edit", {"persona": "skeptic", "quote": "x", "revision": revision})
        assert page.status == 409
        assert "Two of you at once" in page.text


def test_killed_in_the_middle_of_a_save(open_desk, root):
    """SIGKILL while edits are being saved: the record is the old or a new one, and the next desk goes on from it."""
    saved = []
    for round_ in range(2):
        desk = open_desk(root)
        visitor = Visitor(desk.url, desk.link)
        begun = threading.Event()

        def edit_on(visitor=visitor, begun=begun, round_=round_):
            try:
                for number in range(500):
                    quote = f"The paid plan costs $6 per month. Round {round_}, edit {number}."
                    fields = {"persona": "skeptic", "quote": quote, "revision": visitor.revision()}
                    if visitor.post("/verdicts/larkspur/edit", fields).status == 303:
                        saved.append(quote)
                    if number == round_:
                        begun.set()
            except (OSError, http.client.HTTPException, AttributeError):
                return  # the desk is gone

        editor = threading.Thread(target=edit_on)
        editor.start()
        assert begun.wait(60)
        desk.stop(signal.SIGKILL)
        editor.join(60)
        found = read_record(root / "verdicts" / "larkspur" / "verdict.json", Verdict)
        quotes = [ballot.quote for ballot in found.ballots if ballot.persona == "skeptic"]
        assert quotes[0].startswith(f"The paid plan costs $6 per month. Round {round_}, edit ")
        last = int(saved[-1].rpartition(" ")[2].rstrip("."))
        assert int(quotes[0].rpartition(" ")[2].rstrip(".")) in (last, last + 1)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish(host="0.0.0.0"), "SHIPSKIP_DESK_PASSWORD"),
        (Wish(host="192.0.2.7", password=PASSWORD), "--tls-cert"),
        (Wish(host="0.0.0.0", password=PASSWORD, behind_proxy=True), "--public-url"),
        (Wish(password=PASSWORD, behind_proxy=True, public_url="http://desk.example.org"), "isn't https"),
        (Wish(behind_proxy=True, public_url="https://desk.example.org"), "SHIPSKIP_DESK_PASSWORD"),
        (Wish(host="192.0.2.7", password="short", behind_proxy=True), "fewer than 12"),
        (Wish(host="192.0.2.7", password="scrypt$1$2", behind_proxy=True), "damaged"),
        (Wish(certificate=Path("/nowhere.pem"), key=Path("/nowhere.pem")), "no such file"),
        (Wish(certificate=Path("/nowhere.pem")), "both"),
        (Wish(public_url="desk.example.org"), "no plain address"),
        (Wish(public_url="https://a@desk.example.org"), "no plain address"),
    ],
    ids=["open", "clear", "nameless", "http", "proxy", "short", "damaged", "missing", "half", "bare", "user"],
)
def test_an_unsafe_way_in_is_refused(wish, says):
    """Beyond loopback the desk wants a password and TLS, and says so in one sentence."""
    with pytest.raises(DeclarationError, match=re.escape(says)):
        check_wish(wish)


def test_a_password_signs_in_and_guessing_is_slowed(open_desk, root):
    """Behind a proxy the password opens the desk, under its public name only; the cookie is for TLS."""
    known = hashed(PASSWORD)
    options = ("--behind-proxy", "--public-url", "https://desk.example.org")
    desk = open_desk(root, *options, SHIPSKIP_DESK_PASSWORD=known)
    assert desk.link == "https://desk.example.org"
    visitor = Visitor(f"http://127.0.0.1:{_port_of(desk)}")
    own = {"Host": "desk.example.org", "Origin": "https://desk.example.org"}
    form = {"Content-Type": "application/x-www-form-urlencoded", **own}

    def sign_in(password):
        body = urllib.parse.urlencode({"who": "Ben", "password": password}).encode()
        return visitor.ask("POST", "/login", body, **form)

    assert visitor.get("/login").status == 421
    status, headers, _ = sign_in("not the password")
    assert (status, "set-cookie" in headers) == (403, False)
    status, headers, _ = sign_in(PASSWORD)
    assert status == 200
    assert headers["set-cookie"].startswith("__Host-shipskip=")
    assert "Secure" in headers["set-cookie"]
    assert headers["strict-transport-security"]
    for _ in range(MOST_FAILURES):
        sign_in("guess guess guess")
    assert sign_in(PASSWORD)[0] == 429


def _port_of(desk):
    """Port that a desk behind a proxy listens on, from the system."""
    inodes = {os.readlink(each) for each in Path(f"/proc/{desk.process.pid}/fd").iterdir()}
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        cells = line.split()
        if f"socket:[{cells[9]}]" in inodes and cells[3] == "0A":
            return int(cells[1].rpartition(":")[2], 16)
    raise AssertionError("it listens nowhere")


def test_passwords_are_hashed():
    """A hash gives nothing away, is salted, and knows its password."""
    one, other = hashed(PASSWORD), hashed(PASSWORD)
    assert one != other
    assert PASSWORD not in one
    assert is_password(PASSWORD, one)
    assert not is_password(PASSWORD + "!", one)
    assert hashed(one) == one


def test_links_and_sessions_end():
    """A link is too old after a quarter of an hour, a session after half a day without a request."""
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    link = sessions.new_link()
    now[0] += LINK_LASTS_S + 1
    assert sessions.use_link(link, "Ann") is None
    session = sessions.use_link(sessions.new_link(), "Ann")
    assert sessions.find(session.key) is session
    assert sessions.is_token(session, sessions.token(session))
    other = sessions.open("Ben")
    assert not sessions.is_token(other, sessions.token(session))
    now[0] += 13 * 3600
    assert sessions.find(session.key) is None


def test_tls_of_its_own(open_desk, root, tmp_path):
    """With a certificate and a password the desk speaks TLS, and its cookie is for TLS only."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=desk.example.org"]
    subprocess.run([*made, "-out", cert, "-keyout", key], check=True, capture_output=True)
    options = ("--host", "127.0.0.1", "--behind-proxy", "--tls-cert", str(cert), "--tls-key", str(key))
    public = ("--public-url", "https://desk.example.org")
    desk = open_desk(root, *options, *public, SHIPSKIP_DESK_PASSWORD=PASSWORD)
    trusting = ssl.create_default_context(cafile=cert)
    trusting.check_hostname = False
    connection = http.client.HTTPSConnection("127.0.0.1", _port_of(desk), timeout=60, context=trusting)
    headers = {"Host": "desk.example.org", "Origin": "https://desk.example.org"}
    body = urllib.parse.urlencode({"who": "Ben", "password": PASSWORD})
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/login", body, form)
    answer = connection.getresponse()
    assert answer.status == 200
    assert "Secure" in answer.headers["set-cookie"]
    connection.close()


def test_names_of_a_desk_with_tls():
    """With a certificate the desk is reached by https under its own host."""
    with pytest.raises(DeclarationError):
        access_of(Wish(host="192.0.2.7", password=PASSWORD), 8765)
    access = access_of(Wish(host="192.0.2.7", password=PASSWORD, certificate=Path(__file__), key=Path(__file__)), 8765)
    assert access.origin == "https://192.0.2.7:8765"
    assert access.hosts == {"192.0.2.7:8765"}
    assert access.secure
