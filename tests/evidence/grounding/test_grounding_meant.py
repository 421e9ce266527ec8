"""Statements that are true and put a figure, day, licence or denial in another shape than their source."""

import pytest

SIZES = "The largest crate takes 80 × 50 × 45 cm and 20 kg."
ALARMS = "During trials in Lisbon it rang 40 times. Eleven warnings were false alarms."
PLANS = "Studio: €12 per user per month, billed annually, or €15 per user per month, billed monthly."
OPENING = "Heron 2 opened to everyone on September 9, 2025. Testers numbered 300 before the opening in September."
SIDES = "Through our API an image costs ¥4 at 1024 × 1024 pixels and ¥9 at 2048 × 2048."
RULES = "It comes with 86 rules, of which 23 can repair the files themselves."
ERRORS = "The word error rate on our test set is 2.3 percent, against 3.9 percent for Heron 1."
CHANGES = "## Heron 1.0 - 2025-06-21\n\nFirst stable one.\n\n## Heron 0.9 - 2025-04-30\n\nA preview."


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The largest crate is 0.8 m long.", SIZES),
        ("During the Lisbon trials there were 11 false alarms.", ALARMS),
        ("A 2048-pixel square image costs nine yen through the API.", SIDES),
        ("23 of the rules can fix the files automatically.", RULES),
        ("Heron 2 has a lower word error rate than Heron 1.", ERRORS),
        ("An hour of batch audio costs 36 cents.", "Batch transcription costs $0.006 per minute."),
        ("In batch jobs a million tokens cost $2.50.", "It costs $5 per million tokens, with half off for batch jobs."),
        ("The old model scored 92.6 on DocVQA.", "Against the old model, DocVQA falls by 0.9 points to 91.7."),
        ("Extra minutes cost 0.6 cents each.", "Extra minutes are $0.006 each, on paid plans only."),
        ("It costs 399 zł including VAT.", "It costs 399 zł with VAT. Zones only work with the cloud, at 14,99 zł."),
        ("General availability is planned for Q1 2026.", "It will be available to all in the first quarter of 2026."),
        ("Python 3.8 is no longer supported.", "Removed: support for Python 3.8."),
        ("The probe has no Bluetooth.", "There's no Bluetooth. The probe has three rods and reaches 30 cm down."),
        ("It has a Creative Commons licence.", "The weights are licensed under CC BY-NC 4.0."),
        ("Members pay 49 dollars a year, billed every quarter.", "Members pay 49 dollars a year, billed quarterly."),
        ("All 17 of the injected errors were corrected.", "We corrected 17 injected errors out of 17."),
        ("A purchase can be shared by six people.", "One purchase covers six people. No in-app purchases."),
        ("The endpoint charges 24 US cents for an hour.", "The endpoint costs $0.24 for an hour."),
    ],
)  # fmt: skip
def test_what_is_meant_alike_is_no_false_alarm(judge, statement, source):
    """A statement that says the same in another shape isn't called wrong."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The largest crate is 0.9 m long.", SIZES),
        ("Studio costs €12 per user per month when billed monthly.", PLANS),
        ("Heron 2 opened to everyone on 12 September 2025.", OPENING),
        ("Heron 2 has a higher word error rate than Heron 1.", ERRORS),
        ("An hour of batch audio costs 60 cents.", "Batch transcription costs $0.006 per minute."),
    ],
)
def test_what_differs_is_still_wrong(judge, statement, source):
    """Another length, way of billing, day, order or price stays wrong."""
    assert judge(statement, source).grounded is False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Heron 1.0 came out 52 days after 0.9.", CHANGES),
        ("The steel strap adds 40 francs.", "It costs CHF 289 with a rubber strap and CHF 329 with a steel strap."),
        ("Studio costs €15 per user per month when billed monthly.", PLANS),
    ],
)
def test_what_follows_is_borne_out(judge, statement, source):
    """The days between two days, a surcharge and a labelled plan's second price are borne out."""
    assert judge(statement, source).grounded is True
