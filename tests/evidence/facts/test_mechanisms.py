"""What facts turn on that is easily misread: whose money, which tax, what changed, what only comes along."""

import time

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Heron 2 costs 90 Czech crowns per million words.", (90, "CZK", None, "1M words")),
        ("Heron 2 costs S/ 25 per month.", (25, "PEN", "month", None)),
        ("## Plans (Australian dollars, with GST)\n\nHeron 2 costs $12 a month.", (12, "AUD", "month", None)),
        ("Heron 2 costs €0.09 per GB kept per month.", (0.09, "EUR", "month", "GB")),
        ("A parcel of up to 5 kg costs €4.20 with Heron 2.", (4.2, "EUR", None, "parcel")),
        ("Heron 2 is sold at EUR 119 gross (EUR 100 net).", (119, "EUR", "once", None)),
        ("Heron 2 costs $9 a month. It is $6 a month from 40 desks.", (9, "USD", "month", None)),
        ("Heron 2 Team, which adds Zulip alerts, costs $11 a month.", (11, "USD", "month", None)),
    ],
    ids=["crowns", "soles", "heading", "kept", "an item of a size", "gross", "many", "aside"],
)
def test_a_price_is_read_with_its_money_and_measure(facts, text, price):
    """As it is asked of one who begins."""
    found = facts(text).entry_price.value
    assert (found.amount, found.currency, found.period, found.unit) == price


@pytest.mark.parametrize(
    "text",
    ["We'll announce prices in autumn.", "Prices will be published later.", "Pricing follows."],
)
def test_a_price_that_is_still_to_come_is_none(facts, text):
    """Neither is what is open beside it a gift."""
    assert facts(f"Heron 2 is here. The manual is free to read. {text}").entry_price.value is None


def test_what_others_spend_on_something_free_is_no_price(facts):
    """The maker says that it sells nothing."""
    found = facts("Heron 2 is free. We do not sell anything.", "The desk with Heron 2 on it cost $4,000.")
    assert found.entry_price.value.amount == 0


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Parcels arrive on Friday, or it's free.", None),
        ("A slot is free for a modem.", None),
        ("Owners of Heron 1 upgrade for free.", None),
        ("We haven't decided whether there will be a free plan.", None),
        ("## Is there a sandbox?\n\nYes, and it's free.", None),
        ("Ein kostenloses Konto gibt es nicht.", False),
        ("| Plan | Price |\n|---|---|\n| Fri | 0 kr |\n| Pluss | 59 kr |", True),
    ],
    ids=["late", "slot", "upgrade", "undecided", "sandbox", "German", "crowns"],
)
def test_only_a_way_in_makes_a_free_tier(facts, text, free):
    """What comes along, or is promised, doesn't."""
    assert facts(f"Heron 2 is out.\n\n{text}").free_tier.value is free


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("The licence changes from MIT to the Business Source License 1.1.", "BUSL-1.1"),
        ("Licence changed from MIT to the European Union Public Licence, version 1.2.", "EUPL-1.2"),
        ("Heron 2 is under AGPL-3.0 rather than MIT.", "AGPL-3.0"),
        ("Released under the MIT licence: weights, training scripts and logs.", "MIT"),
        ("Firmware and app are proprietary.", "proprietary"),
        ("The firmware is closed. The drawings of the case are under CC BY 4.0.", "proprietary"),
        ("Heron 2 is closed source. MoorBench has 900 tasks. It's under CC BY 4.0.", "proprietary"),
    ],
    ids=["changes", "changed", "rather than", "all of it", "parts", "drawings", "another's"],
)
def test_the_licence_is_the_one_that_holds_for_the_whole(facts, licence, text):
    """Neither the last one nor that of what is given away besides."""
    assert facts(text).licence.value == licence


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oakline brings Heron 2 to Danish shops on 12 June 2026.", "2026-06-12"),
        ("Heron 2 has been orderable since 3 May 2026. It was first shown in May 2025.", "2026-05-03"),
        ("Oakline opens the preview of Heron 2 on 2 May 2026 to 40 firms.", "2026-05-02"),
        ("Seit dem 3. Mai 2026 ist Heron 2 offen für alle.", "2026-05-03"),
    ],
    ids=["shops", "orderable", "preview", "German"],
)
def test_the_day_on_which_one_can_have_it(facts, text, day):
    """In whatever words; a preview's where there is no other."""
    assert facts(text, vendor="Oakline").release_date.value == day


def dossier(*sources):
    """What is read from sources given as (publisher, address, text)."""
    read = tuple(
        Source(key=f"S{n}", publisher=publisher, url=url, text=text, title="Release notes")
        for n, (publisher, url, text) in enumerate(sources, start=1)
    )
    return read_facts(read_dossier(Release(slug="heron", name="Heron 2", sources=read)))


def test_a_maker_goes_by_its_legal_form():
    """Whatever that is abroad."""
    found = dossier(("Siwa Czapla sp. z o.o.", None, "Siwa Czapla launched Heron 2. We sell Heron 2 in Poland."))
    assert found.vendor.value == "Siwa Czapla sp. z o.o."


def test_the_release_stands_at_its_makers_address():
    """``heron.example`` is its maker's, whatever the maker is called."""
    found = dossier(
        ("A paper", "https://paper.example/1", "Heron 2 has a new index."),
        ("Reedbed", "https://heron.example/notes", "Heron 2 has a new index."),
    )
    assert found.vendor.value == "Reedbed"


def test_a_long_row_of_figures_behind_a_price_is_read_at_once(facts):
    """However it may be cut."""
    start = time.perf_counter()
    facts("Heron 2 costs $5 " + "1,1" * 400 + " and more.")
    facts("Heron 2 costs $5 and " + "1 and " * 400 + "more.")
    assert time.perf_counter() - start < 5
