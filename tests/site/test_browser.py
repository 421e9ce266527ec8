"""Tests of the site in a real browser: accessible, narrow, without scripts, and searched."""

from collections.abc import Iterator

import pytest

from tests.needs import chromium, needs
from tests.site.conftest import KINDS


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """A headless Chromium."""
    needs("chromium", "axe")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)], ids=["day", "night"])
def test_axe_finds_nothing_serious(browser, address, scheme, width):
    """axe-core has no serious or critical finding on any kind of page: by day and wide, by night and narrow."""
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    for kind, place in KINDS.items():
        page.goto(address + place)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        bad = [each for each in axe.run(page).response["violations"] if each["impact"] in ("serious", "critical")]
        if bad:
            found[kind] = [(each["id"], each["nodes"][0]["html"]) for each in bad]
    page.close()
    assert found == {}


def test_nothing_is_wider_than_a_small_phone(browser, address):
    """At 360 pixels no page scrolls sideways, hostile texts included."""
    page = browser.new_page(viewport={"width": 360, "height": 640})
    wide = {}
    for kind, place in KINDS.items():
        page.goto(address + place)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide[kind] = width
    page.close()
    assert wide == {}


def test_pages_ask_nobody_else_and_say_nothing_in_the_console(browser, address):
    """Every request goes to the site itself, and its own rules for content block nothing that it needs."""
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for place in KINDS.values():
        page.goto(address + place)
    page.close()
    assert {url for url in asked if not url.startswith(address)} == set()
    assert said == []


def test_everything_can_be_read_without_scripts(browser, address, site):
    """Without JavaScript the list is whole, pages lead on, and no search box stands there that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "all/")
    names = page.locator("#list .name a")
    assert names.count() == site.built.verdicts
    assert not page.locator("form.search").is_visible()
    names.first.click()
    page.locator(".claims .cite").first.click()
    assert "#r1-" in page.url
    page.goto(address)
    page.get_by_role("link", name="Older").click()
    assert page.url == f"{address}latest/2/"
    context.close()


def test_search_finds_by_the_beginnings_of_words(browser, address):
    """Names come first, marks and case don't matter, and what isn't there is said."""
    page = browser.new_page()
    page.goto(address + "all/")
    page.get_by_label("Search all verdicts").fill("harb ben")
    results = page.locator("form.search ul.rows .name a")
    results.first.wait_for()
    assert results.all_text_contents() == ["Harbour Bench"]
    page.get_by_label("Search all verdicts").fill("MOLLER")
    page.locator("form.search .shelf", has_text="Møller").first.wait_for()
    assert all("Møller" in text for text in page.locator("form.search .shelf").all_text_contents())
    page.get_by_label("Search all verdicts").fill("zzzz")
    page.get_by_text("Nothing found.").wait_for()
    page.get_by_label("Search all verdicts").fill("")
    page.locator("#list").wait_for(state="visible")
    page.goto(address + "all/?q=cobalt")
    page.locator("form.search ul.rows .name a").first.click()
    assert page.url.endswith("releases/cobalt-bench/")
    page.close()


def test_the_keyboard_reaches_the_content_first(browser, address):
    """The first stop of the Tab key skips the masthead, and every stop can be seen."""
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()
