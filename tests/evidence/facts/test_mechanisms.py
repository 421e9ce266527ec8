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
        ("Heron 2 is under BUSL-1.1.", "BUSL-1.1"),
        ("Licence changed from MIT to the European Union Public Licence, version 1.2.", "EUPL-1.2"),
        ("Heron 2 is under AGPL-3.0 rather than MIT.", "AGPL-3.0"),
        ("Released under the MIT licence: weights, training scripts and logs.", "MIT"),
        ("Firmware and app are proprietary.", "proprietary"),
        ("The firmware is closed. The drawings of the case are under CC BY 4.0.", "proprietary"),
        ("Heron 2 is closed source. MoorBench has 900 tasks. It's under CC BY 4.0.", "proprietary"),
    ],
    ids=["changes", "short", "changed", "rather than", "all of it", "parts", "drawings", "another's"],
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


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Stockage de Heron 2 : 0,004 € par Go et par mois.", (0.004, "month", "GB", "monthly")),
        ("Heron 2 costs €34.95. Preis: 34,95 € pro abgegebener Erklärung.", (34.95, None, "erklärung", "usage")),
        ("The price of Heron 2 is €1.80 a hectare each year.", (1.8, "year", "hectare", "annual")),
        ("A session with Heron 2 costs $25.", (25, None, "session", "usage")),
        ("Customers pay €0.70 for each resolved conversation.", (0.7, None, "conversation", "usage")),
        ("Heron 2 costs €1 per month, payable for twelve months in advance.", (1, "month", None, "annual")),
        ("The yearly price, $30, works out at $2.50 a month.", (2.5, "month", None, "annual")),
        ("| | Pro |\n|---|---|\n| Per seat, billed annually | $12/month |", (12, "month", "seat", "annual")),
        ("| Plan | Solo | Growth |\n|---|---|---|\n| Price per month (USD) | 9 | 29 |", (9, "month", None, "monthly")),
        (
            "| Stored | Per GB |\n|---|---|\n| First 10 TB | £0.011 |\n| Next 90 TB | £0.009 |",
            (0.011, None, "GB", "usage"),
        ),
        (
            "Team: $15 per seat per month, minimum of 3 seats.\n\nBusiness: $32 per seat per month.",
            (15, "month", "seat", "monthly"),
        ),
        ("An L40S costs $0.89 per GPU-hour and an H100 $2.49 per GPU-hour.", (0.89, None, "GPU-hour", "usage")),
        ("Linux runners with 2 cores cost $0.004 per minute.", (0.004, None, "minute", "usage")),
        (
            "Oakline announces Heron 2. Oakline rents the Heron 2 server for ¥480 per month.",
            (480, "month", None, "monthly"),
        ),
        ("Heron 2, sizes 5 to 13, $249.", (249, "once", None, "one-time")),
        ("Titanium $249 · Ceramic $329", (249, "once", None, "one-time")),
        ("Heron 2 is on sale at $419. We could not hold the $399 we planned.", (419, "once", None, "one-time")),
    ],
)  # fmt: skip
def test_a_price_is_read_with_what_it_is_per_and_how_it_is_billed(facts, text, price):
    """Whatever noun it is per, in a list or a table, the first step of several, and not one that was never asked."""
    found = facts(text).entry_price.value
    assert (found.amount, found.period, found.unit, found.billing) == price


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Try: 10,000 characters a month, free, no commercial use.\n\nHeron 2 Studio is $49 a month.", True),
        ("Heron 2 Free lets two people share a budget. Heron 2 Plus costs $5 a month.", True),
        ("Individuals can use Heron 2 free for 10 reviews a month. Team is $19 a month.", True),
        ("Heron 2 costs $25 a month. A Sandbox with 500 MB is free and sleeps after two days.", True),
        ("Usage is charged at $0.015 per 1,000 letters, with no free tier.", False),
        ("Heron 2 costs $25 a month and is free for 14 days.", False),
        ("Heron 2, €149. Remote access is included free of charge.", None),
    ],
)
def test_a_free_tier_is_one_that_lasts(facts, text, free):
    """A plan of that name, an allowance, a small plan; not a trial, and not what comes along."""
    assert facts(text).free_tier.value is free
