"""Editors at the desk, in Chromium: from a pasted text to a published page, and what can go wrong on the way."""

import json

from panel.domain.verdict import Verdict
from panel.editorial.editing import ballot_of
from panel.store.records import read_record

PASTED = """Marginalia is a spelling checker for code comments. It has a public API that anyone can call.

It was released on 4 May 2026 by Feather Works. It costs 4 dollars a month; there is a free plan for one person.

The source code is published under the Apache 2.0 licence. An independent test found 91 percent of the planted mistakes.
"""
GROUNDED = "The paid plan costs $6 per month, and there is a public API that anyone can call."
UNGROUNDED = "The paid plan costs $49 per month."


def seat(page, persona="skeptic"):
    """One ballot of the verdict room."""
    return page.locator(f"#seat-{persona}")


def edit_quote(page, text, persona="skeptic"):
    """Open a ballot's form and write another quote; it isn't saved yet."""
    seat(page, persona).get_by_text("Edit the words").click()
    seat(page, persona).get_by_label("Quote", exact=True).fill(text)


def test_from_a_pasted_text_to_a_published_page(desk, sign_in, root):
    """Paste, take in, see what a panel would read and what it costs, convene, watch, edit, approve, publish."""
    page = sign_in(desk.link)
    page.get_by_role("link", name="Convene").click()
    page.get_by_label("Title of the text").fill("Marginalia")
    page.get_by_label("Text Markdown").fill(PASTED)
    page.get_by_role("button", name="Take in").click()
    page.get_by_role("link", name="See what a panel would read").click()
    page.get_by_text("builtin: free").wait_for()
    assert page.get_by_text("S1.2", exact=True).count() >= 1
    page.get_by_role("button", name="Convene").click()
    page.get_by_role("link", name="Open the result").click()
    page.wait_for_url("**/verdicts/marginalia")
    assert page.locator(".seat .badge").count() == 4
    for _ in range(page.locator(".finding.open").count()):
        finding = page.locator(".finding.open").first
        finding.get_by_role("textbox").fill("Looked at, and it is meant so.")
        finding.get_by_role("button", name="Waive").click()
        page.wait_for_load_state()
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="Publish").click()
    page.locator(".standing .state.published").wait_for()
    page.get_by_text("Show the page").click()
    shown = page.frame_locator("iframe")
    shown.get_by_role("heading", name="Marginalia").first.wait_for()
    verdict = desk.home.verdict("marginalia")
    assert verdict.state == "published"
    assert [event.who for event in verdict.history][-1] == "Ann"
    assert "Draft." not in (root / "verdicts" / "marginalia" / "verdict.html").read_text()
    assert page.troubles == []


def test_words_are_checked_as_they_are_typed(desk, sign_in):
    """A figure that no source has is told before saving, and the difference to the reviewer's words is shown."""
    page = sign_in(desk.link)
    page.goto(f"{desk.url}/verdicts/larkspur")
    before = ballot_of(desk.home.verdict("larkspur"), "skeptic")
    edit_quote(page, UNGROUNDED)
    live = seat(page).locator("[data-live]")
    live.get_by_text("49").first.wait_for()
    assert live.locator(".bad").count() == 1
    assert live.locator("ins").count() >= 1
    seat(page).get_by_label("Quote", exact=True).fill(GROUNDED)
    live.get_by_text("No finding").wait_for()
    cites = seat(page).get_by_label("cites").first
    rightly = cites.input_value()
    cites.fill("page 4")
    live.get_by_text("'page' is no citation").wait_for()
    assert ballot_of(desk.home.verdict("larkspur"), "skeptic") == before
    cites.fill(rightly)
    live.get_by_text("No finding").wait_for()
    seat(page).get_by_role("button", name="Save").click()
    page.wait_for_url("**/verdicts/larkspur#seat-skeptic")
    difference = seat(page).locator(".difference")
    assert before.quote[:40] in difference.locator("del").first.inner_text()
    assert ballot_of(desk.home.verdict("larkspur"), "skeptic").quote == GROUNDED
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Redo").wait_for()
    assert ballot_of(desk.home.verdict("larkspur"), "skeptic") == before


def test_approval_is_refused_while_a_finding_is_open(desk, sign_in):
    """An ungrounded edit is saved as a finding in its place; approving says what is open."""
    page = sign_in(desk.link)
    page.goto(f"{desk.url}/verdicts/larkspur")
    edit_quote(page, UNGROUNDED)
    seat(page).get_by_role("button", name="Save").click()
    seat(page).locator(".finding.open").first.wait_for()
    page.get_by_role("button", name="Approve").click()
    alert = page.get_by_role("alert").first
    assert "open" in alert.inner_text()
    assert "49" in alert.inner_text()
    assert desk.home.verdict("larkspur").state == "edited"
    finding = seat(page).locator(".finding.open").first
    finding.get_by_role("button", name="Mark as fixed").click()
    assert "still found" in page.get_by_role("alert").first.inner_text()


def test_a_claim_shows_its_sentence_and_the_other_way_round(shared, sign_in):
    """Hovering or focusing a claim lights its sentence, and a sentence its claims."""
    page = sign_in(shared.new_link())
    page.goto(f"{shared.url}/verdicts/larkspur")
    claim = page.locator("[data-cites]:not([data-cites=''])").first
    cite = claim.get_attribute("data-cites").split()[0]
    sentence = page.locator(f"[data-sentence='{cite}']")
    assert "lit" not in (sentence.get_attribute("class") or "")
    claim.hover()
    page.locator(f"[data-sentence='{cite}'].lit").wait_for()
    page.mouse.move(0, 0)
    sentence.focus()
    page.locator("[data-cites].lit").first.wait_for()


def test_two_browsers_on_one_verdict(desk, sign_in):
    """The second to save gets a page with both versions; their words aren't lost and can go on top."""
    first = sign_in(desk.link)
    first.get_by_text("Ann", exact=True).click()
    first.get_by_role("button", name="Sign another browser in").click()
    second = sign_in(first.locator("code").inner_text())
    second.get_by_text("Ann", exact=True).click()
    second.get_by_label("Your name in histories").fill("Ben")
    second.get_by_role("button", name="Change").click()
    for page in (first, second):
        page.goto(f"{desk.url}/verdicts/larkspur")
    edit_quote(first, GROUNDED)
    seat(first).get_by_role("button", name="Save").click()
    seat(first).locator(".difference").wait_for()
    edit_quote(second, "It syncs through any folder that you choose.")
    seat(second).get_by_role("button", name="Save").click()
    second.get_by_role("heading", name="Two of you at once").wait_for()
    assert "Ann has saved" in second.get_by_role("alert").inner_text()
    assert GROUNDED in second.locator("blockquote").inner_text()
    assert second.get_by_label("Quote").input_value() == "It syncs through any folder that you choose."
    assert ballot_of(desk.home.verdict("larkspur"), "skeptic").quote == GROUNDED
    second.get_by_role("button", name="Do mine on top of theirs").click()
    seat(second).locator(".difference").wait_for()
    after = desk.home.verdict("larkspur")
    assert ballot_of(after, "skeptic").quote == "It syncs through any folder that you choose."
    assert [event.who for event in after.history[-2:]] == ["Ann", "Ben"]


def test_a_run_that_is_cancelled_half_way(open_desk, root, sign_in, model):
    """Seats are told as they vote; cancelling writes no verdict, and what was paid for is asked no second time."""
    model.reset(latency=1.5)
    (root / "panel.toml").write_text('model = "hosted_vllm/any"\n[calls]\nat_once = 1\n')
    desk = open_desk(root, HOSTED_VLLM_API_BASE=model.base)
    before = (root / "verdicts" / "larkspur" / "verdict.json").read_bytes()
    page = sign_in(desk.link)
    page.goto(f"{desk.url}/releases/larkspur")
    page.get_by_role("button", name="Convene").click()
    page.locator(".seats .badge").first.wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("It is cancelled").first.wait_for()
    assert (root / "verdicts" / "larkspur" / "verdict.json").read_bytes() == before
    answered = len([each for each in model.log() if each.get("status") == 200])
    assert 1 <= answered < 4
    model.reset()
    page.goto(f"{desk.url}/releases/larkspur")
    page.get_by_role("button", name="Convene").click()
    page.get_by_role("link", name="Open the result").wait_for()
    assert len(model.log()) <= 4 - answered
    verdict = read_record(root / "verdicts" / "larkspur" / "verdict.json", Verdict)
    assert len(verdict.ballots) == 4


def test_asking_one_seat_again_with_a_note(open_desk, root, sign_in, model):
    """The note goes to the model, the new ballot into the verdict, and readers are told."""
    model.reset()
    desk = open_desk(root, HOSTED_VLLM_API_BASE=model.base)
    page = sign_in(desk.link)
    page.goto(f"{desk.url}/verdicts/larkspur")
    seat(page).get_by_text("Ask again").first.click()
    seat(page).get_by_label("Note to the reviewer").fill("Look at the licence once more.")
    seat(page).get_by_label("Model").fill("hosted_vllm/any")
    seat(page).get_by_role("button", name="Ask again").click()
    page.get_by_role("link", name="Open the result").click()
    seat(page).get_by_text("Asked again with the note: Look at the licence once more.").wait_for()
    assert "Look at the licence once more." in json.dumps(model.log()[-1]["body"])
    assert "answered a note" in page.locator(".count").inner_text()


def test_a_comparison_from_choice_to_preview(shared, sign_in):
    """Choose two verdicts, draft, edit a text, see the page; approving waits for its verdicts."""
    page = sign_in(shared.new_link())
    page.goto(f"{shared.url}/compare")
    page.get_by_label("First release").select_option("larkspur")
    page.get_by_label("Second release").select_option("quill")
    page.get_by_role("button", name="Draft the comparison").click()
    page.get_by_label("Bottom line").fill("Two tools for two jobs: take the one whose job you have.")
    page.get_by_role("button", name="Save").click()
    assert page.locator(".difference ins").first.inner_text()
    frame = page.frame_locator("iframe")
    frame.get_by_text("Two tools for two jobs").first.wait_for()
    page.get_by_role("button", name="Approve").click()
    assert "approve it first" in page.get_by_role("alert").first.inner_text()
    record = json.loads((shared.root / "verdicts" / "compare" / "larkspur-vs-quill.json").read_text())
    assert record["state"] == "edited"
    assert record["original"]["bottom_line"] != record["bottom_line"]


def test_a_persona_is_tried_before_it_is_saved(shared, sign_in):
    """A changed line is linted as it is typed, tried beside today's, and saved only on demand."""
    page = sign_in(shared.new_link())
    page.goto(f"{shared.url}/personas/skeptic")
    text = page.get_by_label("The persona's file")
    before = text.input_value()
    text.fill(before.replace("motto:", "mottto:", 1))
    page.get_by_text("mottto").last.wait_for()
    assert "Line" in page.locator("[data-live]").inner_text()
    text.fill("\n".join("prior: 4.5" if line.startswith("prior:") else line for line in before.splitlines()))
    page.locator("[data-live]").get_by_text("prior of 4.5").wait_for()
    page.get_by_role("button", name="Try both versions").click()
    page.get_by_role("link", name="Open the result").click()
    page.get_by_role("heading", name="skeptic, today and as changed").wait_for()
    assert page.locator(".seat").count() == 4
    assert not (shared.root / "personas").exists()
    page.get_by_role("button", name="Save to the workspace").click()
    page.get_by_text("Saved to the workspace.").wait_for()
    assert "prior: 4.5" in (shared.root / "personas" / "skeptic.yaml").read_text()


def test_the_keyboard_alone_is_enough(shared, sign_in):
    """j, k and Enter open a verdict, n goes to a finding, u back, slash to the search."""
    page = sign_in(shared.new_link())
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/verdicts/larkspur")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id").startswith("seat-")
    page.keyboard.press("u")
    page.wait_for_url(f"{shared.url}/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("nothing like it")
    page.keyboard.press("Enter")
    page.get_by_text("Nothing matches.").wait_for()
