"""Hostile sources at the desk: every held attack is shown, and none does anything."""

from pathlib import Path

import pytest

from panel.domain.ballot import Claim, SpoiledBallot
from panel.domain.verdict import Finding
from panel.editorial.saving import write_pages
from panel.store.records import write_record
from panel.store.releases import read_release

ATTACKS = Path(__file__).parents[1] / "data" / "evidence"
GROUP = 23
HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
"""Signs that turn or hide text."""
LOOK = """() => {
  const all = [...document.querySelectorAll('*')];
  const loads = ['img', 'object', 'embed', 'style', 'base', 'video', 'audio'];
  return {
    scripts: all.filter((e) => e.localName === 'script' && !e.getAttribute('src')?.startsWith('/static/')).length,
    active: all.filter((e) => loads.includes(e.localName)).length,
    handlers: all.filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length,
    links: [...document.links].map((a) => a.getAttribute('href')).filter((href) => !/^(\\/|#|https?:)/.test(href)),
    frames: document.querySelectorAll('iframe:not([sandbox=""])').length,
    text: document.body.textContent,
    title: document.title,
  };
}"""


def attacks():
    """Every attack file, as a release."""
    files = [*sorted((ATTACKS / "attacks").glob("*.md")), *sorted((ATTACKS / "attacks_held_out").glob("*.md"))]
    assert len(files) > 120
    return [read_release(file) for file in files]


def lay_out(home, group, number):
    """Make a release of these attacks' texts, and a verdict that repeats them wherever a model's words can stand."""
    slug = f"attack-{number}"
    folder = home.releases_folder / slug
    folder.mkdir()
    for place, release in enumerate(group):
        (folder / f"{place:02}.md").write_text(f"# {release.name}\n\n{release.sources[0].text}", encoding="utf-8")
    base = home.verdict("larkspur")
    words = [release.sources[0].text for release in group]
    first, second, third, fourth = base.ballots
    claims = tuple(Claim(text=text, cites=("S1.1", "S99.9")) for text in words)
    ballots = (
        first.model_copy(update={"quote": " ".join(words)[:6000], "claims": claims}),
        second.model_copy(
            update={
                "argument": tuple(step.model_copy(update={"text": " ".join(words)[:3000]}) for step in second.argument),
                "flips_if": words[0],
                "note": words[-1],
            }
        ),
        third.model_copy(update={"original": third.words, "quote": words[1], "overruled": words[2]}),
    )
    last = release
    spoiled = SpoiledBallot(
        persona=fourth.persona,
        reason=words[3],
        kind="Unreadable",
        reply="\n".join(words),
        model="builtin",
        recipe="0" * 64,
    )
    named = {"slug": slug, "name": words[4][:200], "vendor": last.vendor, "tagline": words[5], "description": words[6]}
    findings = tuple(Finding(kind="hidden-text", text=text, passage=text, cites=("S1.1",)) for text in words)
    events = tuple(event.model_copy(update={"who": words[7][:80], "why": words[8]}) for event in base.history)
    verdict = base.model_copy(
        update={
            "release": base.release.model_copy(update=named),
            "ballots": ballots,
            "spoiled": (spoiled,),
            "findings": findings,
            "history": events,
            "titles": {**base.titles, first.persona: words[9]},
        }
    )
    write_record(home.verdict_file(slug), verdict)
    write_pages(home.verdict_file(slug).parent, verdict)
    return slug


@pytest.fixture(scope="module")
def made():
    """The attacks, in groups."""
    every = attacks()
    groups = [every[start : start + GROUP] for start in range(0, len(every), GROUP)]
    return [group if len(group) > 9 else (group + every)[:GROUP] for group in groups]


def test_every_held_attack_is_shown_inert(shared, sign_in, made):
    """In sources, ballots, replies, findings, names and histories: words to read, nothing that runs, loads or leads."""
    slugs = [lay_out(shared.home, group, number) for number, group in enumerate(made)]
    page = sign_in(shared.new_link())
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for slug in slugs:
        for path in (f"/verdicts/{slug}", f"/releases/{slug}"):
            answer = page.goto(f"{shared.url}{path}")
            assert answer.status == 200, path
            found = page.evaluate(LOOK)
            assert (found["scripts"], found["active"], found["handlers"], found["frames"]) == (0, 0, 0, 0), path
            assert found["links"] == [], path
            assert not set(HIDDEN) & set(found["text"] + found["title"]), path
            assert not any(0xE0000 <= ord(sign) <= 0xE007F for sign in found["text"]), path
    page.goto(shared.url)
    found = page.evaluate(LOOK)
    assert (found["scripts"], found["active"], found["handlers"], found["links"]) == (0, 0, 0, [])
    shown = page.goto(f"{shared.url}/preview/verdicts/{slugs[-1]}")
    assert shown.status == 200
    assert page.evaluate("document.scripts.length") == 0
    assert {url for url in asked if not url.startswith(shared.url)} == set()
    assert page.troubles == []
    assert [text for text in said if "Content Security Policy" in text and "sandbox" not in text] == []


def test_template_syntax_stays_words(shared, sign_in, made):
    """What looks like a template is shown as it is written."""
    group = next(group for group in made if any("{{" in release.sources[0].text for release in group))
    slug = lay_out(shared.home, group, 99)
    page = sign_in(shared.new_link())
    page.goto(f"{shared.url}/verdicts/{slug}")
    assert "{{" in page.locator(".sources").inner_text()
    assert "{{" in page.locator(".ballots").inner_text()
