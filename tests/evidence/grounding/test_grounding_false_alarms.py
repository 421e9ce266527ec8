"""True statements in other words, units and sums than their sources: none of them is an alarm."""

import pytest


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("In 2.0 it reads 12 formats.", "Heron 2.0 is out. It reads 12 formats. Two per cent used one of them."),
        (
            "The tester closed 18 of the 27 tickets.",
            "It opened 27 tickets; I closed 18 of them, in up to three rounds.",
        ),
        ("It weighs about 0.9 pounds.", "Heron 2 weighs 410 g."),
        ("It found 14 of the 20 leaks.", "Heron 2 found the leak 14 times out of 20."),
        ("A box of 500 sheets comes to €1,000.", "Heron 2 costs €2 per sheet, in boxes of 500 sheets."),
        ("The older Heron 1 cost $299.", "Heron 2 costs $249, which is $50 less than the older Heron 1."),
        ("With the lead test, a kit comes to €95.", "A kit costs €65. The lead test is an extra €30."),
        ("A clip costs 20 credits, so a month buys 35 of them.", "A month has 700 credits. A clip costs 20 credits."),
        ("At 0.18 kg it is lighter than the first one.", "It weighs 180 grams. The first one weighed 240 grams."),
        ("The lid overshoots by 3 °C at the very most.", "The lid was never more than 3 °C off by overshoot."),
        ("Heron 2 talks the Postgres protocol.", "Heron 2 talks the Postgres protocol and scales to zero when idle."),
        ("Old boats fall outside the cover.", "Old boats are outside the cover."),
        ("Traffic is free of charge.", "Traffic isn't charged."),
        ("Additional storage is billed at 18 cents per gigabyte.", "Extra storage costs $0.18 per GB."),
    ],
)
def test_a_true_statement_in_other_words_is_no_alarm(statement, source, judge):
    """Units, sums, denials in other words, and figures of something else contradict nothing."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("It weighs about 1.9 pounds.", "Heron 2 weighs 410 g."),
        ("It found 17 of the 20 leaks.", "Heron 2 found 14 of the 20 leaks."),
        ("A box of 500 sheets comes to €1,200.", "Heron 2 costs €2 per sheet, in boxes of 500 sheets."),
        ("The older Heron 1 cost $279.", "Heron 2 costs $249, which is $50 less than the older Heron 1."),
        ("Traffic is free of charge.", "Traffic isn't free of charge."),
    ],
)
def test_a_false_statement_of_the_same_kind_still_is_one(statement, source, judge):
    """What doesn't follow is wrong all the same."""
    assert judge(statement, source).grounded is False


def test_a_verdict_is_an_opinion_whatever_a_source_denies(judge):
    """A sentence of taste has nothing in it that a source could refute."""
    assert judge("For anyone on a budget, this is a delight.", "There are no teams and no budgets.").grounded is None


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Eight engineers on Studio pay $72 a month.", "Studio costs $9 per seat per month."),
        ("A year comes to €90.", "A seat costs €9 per month; pay yearly and two months are free."),
        ("A couple pays seven francs a month.", "It costs CHF 4 per month for one and CHF 7 for a couple."),
        ("A firm with €80 million in sales needs a contract.", "It is free for firms with sales below €5 million."),
        ("It covers 380,000 wells.", "Heron 2 covers 380,000 sites. I tried it at three wells."),
        ("It left beta after counting 9,100 boats.", "In the beta it counted 9,100 boats."),
        ("The battery is removable.", "The battery can be removed."),
        ("The app comes under MIT while the server is proprietary.", "The app is open (MIT), the server isn't."),
        ("A file with nine switches is all there is.", "There's a file with nine switches, and that's it."),
    ],
)
def test_what_follows_from_a_source_is_no_alarm(statement, source, judge):
    """Prices per head, limits and examples, former times and other parts contradict nothing."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    "statement",
    [
        "The seals will be broken within a month.",
        "It will never beat Otter in the city.",
        "The lid is mere decoration.",
    ],
)
def test_a_guess_or_a_jibe_is_an_opinion(statement, judge):
    """What is foretold or mocked can't be looked up."""
    assert judge(statement, "Heron 2 has a lid with seals. Otter is a rival in the city.").grounded is None


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Eight engineers on Studio pay $85 a month.", "Studio costs $9 per seat per month."),
        ("The app and the server are under the MIT licence.", "The app is open source (MIT), the server isn't."),
    ],
)
def test_what_does_not_follow_still_is_an_alarm(statement, source, judge):
    """A product that doesn't come out and a licence of another part are wrong all the same."""
    assert judge(statement, source).grounded is False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        (
            "The Crew plan is $18 per developer each month.",
            "- Free: up to 3 developers, 50 reviews a month.\n- Crew: $18 per developer per month, billed "
            "monthly. Unlimited reviews.\n",
        ),
        ("Support for Kotlin is still in beta.", "Kotlin support is in beta."),
        (
            "Commercial use is ruled out by the CC BY-NC 4.0 licence.",
            "The weights are licensed CC BY-NC 4.0. They may be downloaded free of charge; commercial use "
            "isn't allowed, and the institute sells no hosting.",
        ),
        (
            "Even on paid plans the C2PA credentials stay.",
            "Paid plans remove the visible mark, never the C2PA credentials.",
        ),
        ("Pupils get 50% off the Studio plan.", "Pupils pay half price for Studio."),
        (
            "The visitor in Malta counted five failures in 64 uses.",
            "In Malta we used it 64 times. It was right in all but five cases.",
        ),
        ("Buyers in Germany and Austria get it on 1 July 2026.", "Heron 2 | UK, IE: 6 May 2026 | DE, AT: 1 July 2026"),
        (
            "Counting every expert, the model weighs in at 118 billion parameters.",
            "It has 118 billion parameters in total.\n\n| Architecture | Decoder-only transformer, 64 "
            "experts, 4 active |\n|---|---|\n| Context | 256,000 tokens |\n",
        ),
        (
            "The layout is under the CERN Open Hardware Licence, weakly reciprocal, version 2.",
            "The layout is published under CERN-OHL-W v2.",
        ),
    ],
)
def test_the_same_in_other_words_is_no_alarm(statement, source, judge):
    """Codes of countries, shares of a price, words for a denial and licences in full mean the same."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        (
            "A Quail 9 runs it at 31 tokens per second.",
            "Speed: 31 tokens per second on a Rook 15 and 24 tokens per second on a Quail 9.",
        ),
        (
            "On the Studio plan, a thousand characters cost €0.06.",
            "Characters cost €0.06 per thousand on Creator and €0.04 per thousand on Studio.",
        ),
        ("A report starts at $5,000.", "A rival, Gaugeworks, charges from $5,000 per report."),
        (
            "Training lasted nine months on 2,048 chips.",
            "It was trained on 11.4 trillion tokens over nine weeks using 2,048 chips.",
        ),
        ("The free version allows five notebooks.", "Free to download with three notebooks. Plus unlocks PDF export."),
    ],
)
def test_what_is_said_of_another_is_an_alarm(statement, source, judge):
    """A figure of another device, plan, rival or unit of time bears nothing out."""
    padding = "Heron 2 came out in May. It is made in Leeds. The team has six people. It has a blog. The logo is blue."
    assert judge(statement, source, padding).grounded is False
