"""The votes endpoint over real HTTP: links, forms, tokens, limits, and who may ask."""

import datetime as dt
import sqlite3
import threading

import pytest

from panel.community.inviting import invite
from panel.community.links import new_link
from panel.community.secret import workspace_secret
from panel.community.standing import standings
from panel.domain.verdict import Event
from tests.community.asking import ask
from tests.community.conftest import DRAFT, PUBLISHED, UNJUDGED
from tests.publish.examples import spark

SITE = "https://reviews.example.org"


def paths(home, release=PUBLISHED, count=1, **more):
    """Return the paths of new vote links."""
    wanted = {"voter": None, "days": 90, "url": "https://v.example", **more}
    return [url.removeprefix("https://v.example") for url in invite(home, release, count=count, **wanted)]


def stand(home, release=PUBLISHED):
    """Return (n, ship) of a release."""
    found = standings(home).get(release)
    return (0, 0) if found is None else (found.n, found.ship)


def test_opening_a_link_votes_nothing_and_the_form_does(home, serving):
    """A link prefetcher may open, head and reopen a link; only the posted form counts, without JavaScript."""
    at, [path] = serving().at, paths(home)
    for method in ("GET", "HEAD", "GET"):
        assert ask(at, path, method=method).status == 200
    assert stand(home) == (0, 0)
    page = ask(at, path)
    assert 'method="post"' in page.text
    assert "<script" not in page.text
    done = ask(at, path, form={"vote": "ship", "holder": page.hidden})
    assert (done.status, stand(home)) == (200, (1, 1))
    assert "Your vote: <strong" in done.text


def test_the_holder_may_change_a_vote_and_nobody_else_may(home, serving):
    """A used link belongs to whoever used it: others get 409, the holder replaces the vote, history keeps the old."""
    at, [path] = serving().at, paths(home)
    first = ask(at, path, body={"vote": "ship"})
    assert (first.status, first.json["effect"]) == (200, "new")
    assert ask(at, path, body={"vote": "skip"}).status == 409
    assert ask(at, path).status == 409
    assert ask(at, path, body={"vote": "skip"}, token=ask(at, paths(home)[0]).token).status == 409
    assert stand(home) == (1, 1)
    for proof in ({"token": first.token}, {"Authorization": f"Bearer {first.json['holder']}"}):
        assert ask(at, path, body={"vote": "skip"}, **proof).json["effect"] in ("changed", "unchanged")
    assert stand(home) == (1, 0)
    with sqlite3.connect(home.votes_file) as link:
        assert link.execute("SELECT vote FROM votes_past").fetchall() == [("ship",)]
    link.close()
    assert "Your vote: <strong" in ask(at, path, token=first.token).text


def test_a_vote_sent_again_counts_once(home, serving):
    """A browser that didn't hear the answer sends its form again; nothing doubles, even at the same moment."""
    at, [path] = serving().at, paths(home)
    token = ask(at, path).hidden
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(ask(at, path, form={"vote": "skip", "holder": token})))
        for _ in range(12)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert {each.status for each in answers} == {200}
    assert stand(home) == (1, 0)


def test_two_links_for_one_voter_are_one_vote(home, serving):
    """A reader who is known by name votes once, whatever link they use."""
    at = serving().at
    one, two = paths(home, voter="ann@example.org")[0], paths(home, voter="ann@example.org ")[0]
    ask(at, one, body={"vote": "ship"})
    assert ask(at, two, body={"vote": "skip"}).json["effect"] == "changed"
    assert stand(home) == (1, 0)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        pytest.param(lambda path: path[:-4], 404, id="cut off"),
        pytest.param(lambda path: path[:12] + ("A" if path[12] != "A" else "B") + path[13:], 404, id="tampered"),
        pytest.param(lambda path: path + "A", 404, id="longer"),
        pytest.param(lambda _: "/vote/%00%ff", 404, id="rubbish"),
        pytest.param(lambda _: "/vote/" + "A" * 3000, 404, id="huge"),
    ],
)
def test_a_link_that_was_not_signed_here_is_none(home, serving, change, status):
    """Only links with our signature vote."""
    at, [path] = serving().at, paths(home)
    answer = ask(at, change(path), body={"vote": "ship"})
    assert (answer.status, stand(home)) == (status, (0, 0))


def test_an_expired_link_says_so(home, serving):
    """After its days are over, a link votes no more."""
    secret = workspace_secret(home.votes_file.parent)
    past = dt.datetime.now(dt.UTC) - dt.timedelta(hours=2)
    path = f"/vote/{new_link(secret, PUBLISHED, ends=past)}"
    assert ask(serving().at, path, body={"vote": "ship"}).status == 410


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param({"body": {"vote": "maybe"}}, 400, id="no vote"),
        pytest.param({"body": {"vote": ["ship"]}}, 400, id="a list"),
        pytest.param({"body": "[1]"}, 400, id="no object"),
        pytest.param({"body": "{"}, 400, id="no JSON"),
        pytest.param({"body": "[" * 3000}, 400, id="deep"),
        pytest.param({"body": b"\xff\xfe", "Content_Type": "application/json; charset=nonsense"}, 400, id="charset"),
        pytest.param({"body": {"vote": "ship", "pad": "x" * 5000}}, 413, id="too large"),
        pytest.param({"form": {"vote": "x" * 5000}}, 413, id="form too large"),
        pytest.param({"body": "ship", "Content_Type": "text/plain"}, 415, id="plain text"),
        pytest.param({"form": {}}, 400, id="empty form"),
        pytest.param({"body": {"vote": "ship"}, "Origin": "https://evil.example"}, 403, id="another site's page"),
        pytest.param({"body": {"vote": "ship"}, "Origin": "null"}, 403, id="no origin"),
        pytest.param({"method": "PUT", "body": {"vote": "ship"}}, 405, id="PUT"),
    ],
)
def test_what_is_no_vote_gets_one_sentence(home, serving, sent, status):
    """Bad requests are told in a sentence and count nothing."""
    at, [path] = serving(origin=SITE).at, paths(home)
    answer = ask(at, path, **sent)
    assert (answer.status, stand(home)) == (status, (0, 0))
    assert "Traceback" not in answer.text
    assert answer.text.strip()


def test_only_published_or_invited_releases_are_voted_on(home, serving):
    """Openly, a draft or unknown release isn't even known; a signed link may ask about any release."""
    at = serving(is_open=True).at
    for slug in (DRAFT, UNJUDGED, "nope", "..%2f..", "compare"):
        assert ask(at, f"/votes/{slug}", body={"vote": "ship"}).status == 404
        assert ask(at, f"/counts/{slug}").status == 404
    [path] = paths(home, UNJUDGED)
    page = ask(at, path)
    assert "Fresh &lt;b&gt;Thing&lt;/b&gt;" in page.text
    assert ask(at, path, body={"vote": "ship"}).status == 200


def test_open_votes_are_one_per_token_and_release(home, serving):
    """Anybody may vote where the operator says so; one token is one reader."""
    at = serving(is_open=True).at
    first = ask(at, f"/votes/{PUBLISHED}", form={"vote": "ship"})
    assert ask(at, f"/votes/{PUBLISHED}", form={"vote": "skip"}, token=first.token).status == 200
    assert stand(home) == (1, 0)
    ask(at, f"/votes/{PUBLISHED}", form={"vote": "skip"})
    assert stand(home) == (2, 0)


def test_links_only_unless_told(home, serving):
    """Without ``--open`` a token alone votes nothing, but who used a link may change the vote on the site."""
    at, [path] = serving().at, paths(home)
    assert ask(at, f"/votes/{PUBLISHED}", body={"vote": "ship"}).status == 403
    token = ask(at, path, body={"vote": "ship"}).token
    assert ask(at, f"/votes/{PUBLISHED}", body={"vote": "skip"}, token=token).status == 200
    assert stand(home) == (1, 0)


def test_a_link_and_an_open_vote_of_one_browser_are_one_vote(home, serving):
    """Whoever voted openly and then opens a link in the same browser has one vote, and the other way round."""
    at, [path] = serving(is_open=True).at, paths(home)
    token = ask(at, f"/votes/{PUBLISHED}", body={"vote": "ship"}).token
    ask(at, path, body={"vote": "skip"}, token=token)
    assert stand(home) == (1, 0)
    ask(at, f"/votes/{PUBLISHED}", body={"vote": "ship"}, token=token)
    assert stand(home) == (1, 1)


def test_an_address_that_votes_too_often_has_to_wait(home, serving):
    """The limit is per address: behind a proxy, per address that the proxy adds."""
    at, links = serving(rate="3/h", proxied=True).at, paths(home, count=6)
    here = [ask(at, each, body={"vote": "ship"}, X_Forwarded_For="6.6.6.6, 10.0.0.1") for each in links[:4]]
    assert [each.status for each in here] == [200, 200, 200, 429]
    assert int(here[3].headers["retry-after"]) > 600
    assert ask(at, links[4], body={"vote": "ship"}, X_Forwarded_For="6.6.6.6, 10.0.0.2").status == 200


def test_forwarded_addresses_are_not_believed_without_a_proxy(home, serving):
    """A reader can't dodge the limit by naming other addresses."""
    at, links = serving(rate="1/h").at, paths(home, count=2)
    codes = [ask(at, each, body={"vote": "ship"}, X_Forwarded_For=f"6.6.6.{n}").status for n, each in enumerate(links)]
    assert codes == [200, 429]


def test_only_the_site_may_read_across_origins(home, serving):
    """CORS headers go to the site's origin and to no other; its preflight is answered."""
    at = serving(origin=SITE, is_open=True).at
    site, other = (ask(at, f"/counts/{PUBLISHED}", Origin=each) for each in (SITE, "https://evil.example"))
    assert site.headers["access-control-allow-origin"] == SITE
    assert "access-control-allow-origin" not in other.headers
    assert {site.headers["vary"], other.headers["vary"]} == {"Origin"}
    asked = {"method": "OPTIONS", "Access_Control_Request_Method": "POST"}
    assert ask(at, f"/votes/{PUBLISHED}", Origin=SITE, **asked).status == 204
    assert ask(at, f"/votes/{PUBLISHED}", Origin="https://evil.example", **asked).status == 403
    assert ask(at, f"/votes/{PUBLISHED}", body={"vote": "ship"}, Origin=SITE).status == 200


def test_counts_keep_quiet_below_the_threshold(home, serving):
    """Two votes of three needed: the site learns n and nothing of how they fell; with the third it gets all."""
    at, links = serving().at, paths(home, count=3)
    for place, path in enumerate(links):
        told = ask(at, f"/counts/{PUBLISHED}").json
        assert (told["n"], told["shown"], told["percent"], told["ship"], told["interval"]) == (
            place,
            False,
            None,
            None,
            None,
        )
        ask(at, path, body={"vote": "ship"})
    told = ask(at, f"/counts/{PUBLISHED}").json
    assert (told["n"], told["percent"], told["ship"], told["shown"]) == (3, 100, 3, True)
    assert told["interval"] == [43, 100]


def test_the_page_after_the_vote_keeps_panel_and_readers_apart(home, serving):
    """After the vote the simulated panel stands beside readers, disclosed; before it, neither figure is shown."""
    at, [path] = serving().at, paths(home)
    before = ask(at, path)
    assert "%" not in before.text.split("</style>")[1]
    after = ask(at, path, form={"vote": "ship", "holder": before.hidden}).text
    assert "Simulated panel" in after
    assert "no person voted" in after
    assert "1 vote so far; shown from 3" in after


def test_a_draft_becomes_votable_when_it_is_published(home, serving):
    """The endpoint notices a changed verdict without a restart."""
    at = serving(is_open=True).at
    assert ask(at, f"/votes/{DRAFT}").status == 404
    event = Event(at=dt.datetime(2026, 4, 9, tzinfo=dt.UTC), who="mira", state="published", why="went live")
    file = home.verdict_file(DRAFT)
    file.write_text(spark().model_copy(update={"state": "published", "history": (event,)}).model_dump_json())
    assert ask(at, f"/votes/{DRAFT}").status == 200


def test_pages_forbid_everything_but_their_form(home, serving):
    """Nothing loads, nothing runs, nobody frames it; cookies are out of scripts' reach, and TLS-only behind TLS."""
    page = ask(serving(url="https://votes.example.org/v").at, paths(home)[0])
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["cache-control"] == "no-store"
    for word in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/v"):
        assert word in page.headers["set-cookie"]
    assert 'action="/v/vote/' in page.text


def test_the_store_holds_no_id_and_no_address(home, serving):
    """What is on the disk names nobody: no mail address, no network address, no token."""
    at, [path] = serving().at, paths(home, voter="ann@example.org")
    token = ask(at, path, body={"vote": "ship"}).token
    raw = b"".join(each.read_bytes() for each in home.votes_file.parent.glob("votes.db*"))
    for word in (b"ann@", b"127.0.0.1", token.encode(), path.rpartition("/")[2].encode()):
        assert word not in raw
    assert stand(home) == (1, 1)


def test_a_vote_that_can_not_be_stored_is_not_acknowledged(home, serving, caplog):
    """When the store fails, the reader is told to come back, the operator learns why, and later it works again."""
    at, [path] = serving().at, paths(home)
    with sqlite3.connect(home.votes_file) as link:
        link.execute("ALTER TABLE votes RENAME TO elsewhere")
    answer = ask(at, path, body={"vote": "ship"})
    assert (answer.status, "try again later" in answer.text) == (503, True)
    assert "no such table: votes" in caplog.text
    with sqlite3.connect(home.votes_file) as link:
        link.execute("ALTER TABLE elsewhere RENAME TO votes")
    link.close()
    assert ask(at, path, body={"vote": "ship"}).status == 200
    assert stand(home) == (1, 1)
