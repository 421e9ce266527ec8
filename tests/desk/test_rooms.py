"""Rooms in bulk and for everybody: a thousand drafts, axe-core, narrow screens, what is missing or broken."""

import base64
import html
import json
import re
import subprocess
import sys
from importlib import import_module

import pytest

from tests.desk.conftest import Visitor
from tests.needs import needs
from tests.servers import running

WORDS = "Quill is a spelling checker for code comments, and it costs four dollars a month for one person. " * 8
MULTIPART = """--xyz
Content-Disposition: form-data; name="token"

{token}
--xyz
Content-Disposition: form-data; name="files"; filename="{name}"
Content-Type: text/markdown

{text}
--xyz--
"""
SERIOUS = ("serious", "critical")


def many(root, number):
    """Write that many drafts, each under a name of its own."""
    base = (root / "verdicts" / "larkspur" / "verdict.json").read_text()
    for place in range(number):
        slug = f"release-{place:04}"
        record = base.replace('"slug": "larkspur"', f'"slug": "{slug}"').replace(
            "Larkspur Notes", f"Release {place:04}"
        )
        folder = root / "verdicts" / slug
        folder.mkdir()
        (folder / "verdict.json").write_text(record)


def test_a_thousand_drafts_stand_in_the_inbox(open_desk, root):
    """All of them are on the page, filtered and searched; the server says how long it took."""
    many(root, 998)
    desk = open_desk(root)
    visitor = Visitor(desk.url, desk.link)
    page = visitor.get("/")
    assert page.body.count('<li class="row') == 1000
    assert "1000 of 1000 verdicts" in page.text
    assert page.headers["server-timing"].startswith("desk;dur=")
    assert visitor.get("/?q=release+0042").body.count('<li class="row') == 1
    assert visitor.get("/?state=published").body.count('<li class="row') == 0
    fields = {"persona": "skeptic", "flips_if": "Something else.", "revision": visitor.revision("larkspur")}
    assert visitor.post("/verdicts/larkspur/edit", fields).status == 303
    assert visitor.get("/?state=edited").body.count('<li class="row') == 1
    assert visitor.get("/?state=draft").body.count('<li class="row') == 999


def test_what_is_urgent_comes_first(open_desk, root):
    """An attacked release stands above a quiet one, a damaged record above all; filters know both."""
    file = root / "verdicts" / "quill" / "verdict.json"
    record = json.loads(file.read_text())
    record["findings"].append({"kind": "instruction-like", "text": "It gives orders.", "cites": ["S1.1"]})
    file.write_text(json.dumps(record))
    (root / "verdicts" / "broken").mkdir()
    (root / "verdicts" / "broken" / "verdict.json").write_text('{"schema_version": 1')
    desk = open_desk(root)
    visitor = Visitor(desk.url, desk.link)
    body = visitor.get("/").body
    assert body.index("/verdicts/broken") < body.index("/verdicts/quill") < body.index("/verdicts/larkspur")
    assert visitor.get("/?need=attacked").body.count('<li class="row') == 1
    assert visitor.get("/?state=damaged").body.count('<li class="row') == 1
    page = visitor.get("/verdicts/broken")
    assert page.status == 422
    assert "restore the file or remove it" in page.text


def test_stale_verdicts_are_noticed(open_desk, root):
    """Where the sources have changed since the panel sat, the inbox says so by itself."""
    source = root / "releases" / "quill.md"
    source.write_text(source.read_text() + "\nIt was withdrawn on 3 June 2026.\n")
    desk = open_desk(root)
    visitor = Visitor(desk.url, desk.link)
    for _ in range(200):
        if visitor.get("/?need=stale").body.count('<li class="row') == 1:
            break
    assert "/verdicts/quill" in visitor.get("/?need=stale").body


def test_rooms_have_no_serious_fault_for_anybody(shared, sign_in):
    """axe-core finds nothing serious or critical, in light and dark, wide and at 360 pixels; nothing runs over."""
    needs("axe")
    axe = import_module("axe_playwright_python.sync_playwright").Axe()
    page = sign_in(shared.new_link(), bypass_csp=True)
    state = page.context.storage_state()
    page.goto(f"{shared.url}/compare")
    page.get_by_label("First release").select_option("larkspur")
    page.get_by_label("Second release").select_option("quill")
    page.get_by_role("button", name="Draft the comparison").click()
    paths = ["/", "/verdicts/larkspur", "/convene", "/releases/larkspur", "/compare"]
    paths += ["/comparisons/larkspur-vs-quill", "/personas", "/personas/skeptic", "/nowhere"]
    narrow = {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}
    for options, chosen in (({}, paths), (narrow, paths[:2] + paths[5:6])):
        context = page.context.browser.new_context(storage_state=state, bypass_csp=True, **options)
        guest = context.new_page()
        for path in chosen:
            guest.goto(f"{shared.url}{path}")
            guest.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            found = axe.run(guest)
            told = [
                (each["id"], each["nodes"][0]["html"][:200])
                for each in found.response["violations"]
                if each["impact"] in SERIOUS
            ]
            assert told == [], (path, options)
            assert len(found.response["passes"]) > 10
            width = guest.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert width[0] <= width[1], (path, options)
        context.close()


def test_forms_work_without_scripts(desk, sign_in):
    """Editing, overruling and waiving are plain forms."""
    page = sign_in(desk.link, java_script_enabled=False)
    page.goto(f"{desk.url}/verdicts/larkspur")
    seat = page.locator("#seat-skeptic")
    own = desk.home.verdict("larkspur").ballots[1].vote
    seat.locator("summary").filter(has_text="Overrule").click()
    seat.get_by_label("Vote", exact=True).select_option("ship" if own == "skip" else "skip")
    seat.get_by_label("Reason readers").fill("It misread the licence.")
    seat.get_by_role("button", name="Overrule").click()
    assert "overruled by an editor" in seat.inner_text()
    assert "An editor overruled the vote" in page.locator(".count").inner_text()
    assert desk.home.verdict("larkspur").ballots[1].vote != own


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "nothing to take in"),
        ({"urls": "ftp://example.org/x"}, "no address of the web"),
        ({"text": "Words.", "into": "../up"}, "is no slug"),
    ],
    ids=["nothing", "ftp", "slug"],
)
def test_what_cannot_be_taken_in_is_said(shared, fields, says):
    """One sentence on the page, and no release is made."""
    before = sorted((shared.root / "releases").iterdir())
    page = shared.guest.post("/intake", fields)
    assert page.status == 422
    assert re.search(says, page.text)
    assert sorted((shared.root / "releases").iterdir()) == before


def test_only_what_was_changed_goes_on_top(desk, visitor):
    """After a conflict, words that the second editor hadn't touched don't undo the first one's."""
    seen = visitor.revision()
    before = next(each for each in desk.home.verdict("larkspur").ballots if each.persona == "skeptic")
    claims = [pair for each in before.claims for pair in (("claim", each.text), ("cites", ", ".join(each.cites)))]
    mine = [("persona", "skeptic"), ("revision", seen), ("claim", "It has a public API."), ("cites", "S1.2")]
    assert visitor.post("/verdicts/larkspur/edit", mine).status == 303
    quote = "It syncs through any folder that you choose."
    theirs = [("persona", "skeptic"), ("revision", seen), ("quote", quote), ("flips_if", before.flips_if), *claims]
    page = visitor.post("/verdicts/larkspur/edit", theirs)
    assert page.status == 409
    kept = re.search(r'<form class="kept".*?</form>', page.body, re.S).group()
    assert quote in kept
    assert set(re.findall(r'name="(\w+)"', kept)) == {"token", "revision", "persona", "quote"}
    again = [("persona", "skeptic"), ("revision", visitor.revision()), ("quote", quote)]
    assert visitor.post("/verdicts/larkspur/edit", again).status == 303
    after = next(each for each in desk.home.verdict("larkspur").ballots if each.persona == "skeptic")
    assert (after.quote, [claim.text for claim in after.claims]) == (quote, ["It has a public API."])


def test_addresses_are_fetched_in_sight(open_desk, root):
    """A page of the web becomes a source while the editor watches; private addresses are refused by default."""
    with running("pages") as site:
        body = base64.b64encode(f"<html><title>Quill news</title><body><main><p>{WORDS}</p></main></body>".encode())
        page = {"headers": {"Content-Type": "text/html; charset=utf-8"}, "body": body.decode()}
        site._call("POST", "/_put", {"/news": page})
        told = {}
        for options in ((), ("--allow-private",)):
            desk = open_desk(root, *options)
            visitor = Visitor(desk.url, desk.link)
            run = visitor.post("/intake", {"urls": f"{site.url}/news", "into": "quill-news"}).headers["location"]
            events = visitor.ask("GET", f"{run}/events", Accept="text/event-stream")[2]
            result = json.loads(events.rpartition("data: ")[2])["result"]
            told[options] = visitor.get(result)
    assert told[()].status == 422
    assert "private" in told[()].text
    assert told[("--allow-private",)].status == 200
    assert "releases/quill-news/" in told[("--allow-private",)].text
    sources = [each.read_text() for each in (root / "releases" / "quill-news").glob("*.md")]
    assert any("spelling checker" in text for text in sources)


def test_uploads_keep_to_their_folder(shared):
    """A file's name is only a name; a type that can't be read is refused."""
    body = MULTIPART.format(token=shared.guest.token, name="../../../evil.md", text="Words of a source, quite a few.")
    headers = {"Origin": shared.url, "Content-Type": "multipart/form-data; boundary=xyz"}
    status, found, _ = shared.guest.ask("POST", "/intake", body.replace("\n", "\r\n").encode(), **headers)
    assert status == 303
    assert "releases/evil/" in shared.guest.get(found["location"]).text
    assert [each.name for each in shared.root.parent.iterdir()] == [shared.root.name]
    body = MULTIPART.format(token=shared.guest.token, name="run.exe", text="MZ")
    status, _, page = shared.guest.ask("POST", "/intake", body.replace("\n", "\r\n").encode(), **headers)
    assert status == 422
    assert "run.exe" in page


def test_a_model_that_cannot_be_asked_is_said_before_anything(shared):
    """A model that isn't there is told where the cost would stand, and convening with it is refused."""
    page = shared.guest.get("/releases/larkspur?model=gguf:nowhere.gguf")
    assert "nowhere.gguf" in page.text
    assert "disabled" in page.body
    page = shared.guest.post("/releases/larkspur/convene", {"seats": "nobody"})
    assert page.status == 422
    assert "there is no persona 'nobody'" in page.text
    assert shared.guest.get("/releases/nothing").status == 404


def test_a_changed_persona_is_saved_only_over_what_was_seen(desk, visitor):
    """Two editors on one persona: the second is told; a text with a mistake isn't saved."""
    body = visitor.get("/personas/skeptic").body
    revision = re.search(r'name="revision" value="(\w+)"', body).group(1)
    text = html.unescape(re.search(r'<textarea id="text"[^>]*>(.*?)</textarea>', body, re.S).group(1))
    saved = visitor.post("/personas/skeptic/save", {"text": text, "revision": revision})
    assert saved.status == 303
    own = desk.root / "personas" / "skeptic.yaml"
    assert own.read_text() == (desk.home.root / "personas" / "skeptic.yaml").read_text()
    assert desk.home.persona("skeptic").name == "The Skeptic"
    again = visitor.post("/personas/skeptic/save", {"text": text + "\n# mine", "revision": revision})
    assert again.status == 409
    assert "# mine" in again.body
    assert "# mine" not in own.read_text()
    wrong = visitor.post("/personas/skeptic/save", {"text": "id: [", "revision": "x"})
    assert wrong.status == 422


def test_a_missing_extra_is_said_in_one_sentence(tmp_path):
    """Without the extra, the command names the installation."""
    code = (
        "import sys, importlib.util as u; real = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'starlette' else real(name, *rest)\n"
        "sys.argv = ['shipskip', 'desk', '--no-browser']\n"
        "from panel.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "pip install 'shipskip[desk]'" in done.stderr
    assert done.stderr.count("\n") == 1
