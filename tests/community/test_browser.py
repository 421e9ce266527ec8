"""The vote page in a real browser: two buttons without JavaScript, at 360 pixels, and nothing serious for axe-core."""

import pytest

from panel.community.inviting import invite
from panel.community.standing import standings
from tests.community.conftest import PUBLISHED
from tests.needs import chromium, needs


@pytest.fixture
def browser():
    """A headless Chromium."""
    needs("chromium", "axe")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


def test_a_reader_votes_and_changes_without_javascript(browser, home, serving):
    """Link, button, other button: counted once, changed once; a second browser is told that the link is used."""
    at = serving().at
    [link] = invite(home, PUBLISHED, voter=None, count=1, days=1, url=at)
    reader = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page, said = reader.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.goto(link)
    assert page.locator("button").all_inner_texts() == ["Ship", "Skip"]
    assert page.locator("body").evaluate("e => getComputedStyle(e).margin") == "0px"  # the policy lets our style in
    page.get_by_role("button", name="Ship", exact=True).click()
    assert page.get_by_role("status").inner_text() == "Counted. Your vote: SHIP"
    page.get_by_role("button", name="Change to skip").click()
    assert page.get_by_role("status").inner_text() == "Changed. Your vote: SKIP"
    page.goto(link)
    assert page.get_by_role("status").inner_text() == "Your vote: SKIP"
    stranger = browser.new_context(java_script_enabled=False).new_page()
    stranger.goto(link)
    assert stranger.locator("h1").inner_text() == "This vote link has been used already."
    assert (standings(home)[PUBLISHED].n, standings(home)[PUBLISHED].ship) == (1, 0)
    assert [each for each in said if "favicon" not in each] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, home, serving, scheme):
    """Before the vote, after it, and refused: accessible by day and by night, and no wider than a small phone."""
    from axe_playwright_python.sync_playwright import Axe

    at, axe, found = serving(is_open=True).at, Axe(), {}
    page = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme=scheme, bypass_csp=True)
    for place in (f"/votes/{PUBLISHED}", "vote", "/votes/nope"):
        if place == "vote":
            page.get_by_role("button", name="Skip", exact=True).click()
        else:
            page.goto(at + place)
        bad = [each for each in axe.run(page).response["violations"] if each["impact"] in ("serious", "critical")]
        wide = page.evaluate("document.documentElement.scrollWidth") > 360
        if bad or wide:
            found[place] = ([(each["id"], each["nodes"][0]["html"]) for each in bad], wide)
    assert found == {}
