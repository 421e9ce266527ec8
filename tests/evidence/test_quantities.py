"""What is read of numbers, and when two of them say the same."""

import time

import pytest

from panel.evidence.measures import agree
from panel.evidence.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        ("$14.3bn", 14.3e9, "money", "USD"),
        ("14.3 billion dollars", 14.3e9, "money", "USD"),
        ("14 300 000 000 euros", 14.3e9, "money", "EUR"),
        ("14.300.000.000 Euro", 14.3e9, "money", "EUR"),
        ("9,99 € pro Monat", 9.99, "money", "EUR"),
        ("USD 20", 20, "money", "USD"),
        ("₹1,00,000", 1e5, "money", "INR"),
        ("50 cents per image", 0.5, "money", "USD"),
        ("262K tokens", 262e3, "count", "token"),
        ("27B-parameter model", 27e9, "count", "parameter"),
        ("three interaction modes", 3, "count", "mode"),
        ("two dozen plugins", 24, "count", "plugin"),
        ("twenty-five percent", 25, "percent", "%"),
        ("24GB cards", 24e9, "bytes", "byte"),
        ("nine months", 9, "months", "month"),
        ("1.5 hours", 5400, "time", "second"),
        ("10x the parameters", 10, "multiple", "×"),
        ("an order of magnitude less compute", 10, "multiple", "×"),
        ("ranks fourth", 4, "rank", ""),
        ("a score of 42.8", 42.8, "number", ""),
        ("It reached MMLU-Pro 58.3.", 58.3, "number", ""),
        ("a 5 m cable", 5, "length", "metre"),
        ("a 10m cable", 10, "length", "metre"),
        ("a 0.6 m HDMI lead", 0.6, "length", "metre"),
        ("a 2m braided USB-C cable", 2, "length", "metre"),
        ("€2,615,000", 2_615_000, "money", "EUR"),
        ("1,204,300,000 rows", 1_204_300_000, "count", "row"),
        ("249 Franken", 249, "money", "CHF"),
        ("31 reais", 31, "money", "BRL"),
        ("31 real problems", 31, "count", "problem"),
        ("0.33 l of water", 0.33, "volume", "litre"),
        ("50p", 0.5, "money", "GBP"),
        ("24 US cents", 0.24, "money", "USD"),
        ("1½ hours", 5400, "time", "second"),
        ("an hour and a half", 5400, "time", "second"),
        ("two hours and a half", 9000, "time", "second"),
        ("an hour and twenty minutes", 4800, "time", "second"),
        ("a year and a half", 18, "months", "month"),
        ("too weak by a fifth on average", 20, "percent", "%"),
        ("a third of the users", 1 / 3, "multiple", "×"),
        ("three quarters of an hour", 2700, "time", "second"),
        ("10,000 build minutes", 600_000, "time", "second"),
        ("one word in thirty", 100 / 30, "percent", "%"),
        ("12 volts", 12, "volts", "volt"),
        ("1.049 €", 1_049, "money", "EUR"),
        ("EUR 1 049,00", 1_049, "money", "EUR"),
        ("a year and two months", 14, "months", "month"),
        ("2 × Ethernet", 2, "count", "ethernet"),
        ("90 ct", 0.9, "money", "EUR"),
        ("four Australian cents", 0.04, "money", "AUD"),
        ("24 euro cents", 0.24, "money", "EUR"),
        ("1,200 Tanzanian shillings", 1_200, "money", "TZS"),
        ("15 Canadian dollars", 15, "money", "CAD"),
        ("a quarter of a million rows", 250_000, "count", "row"),
        ("three quarters of a million", 750_000, "number", ""),
        ("2,700 K", 2_700, "colour temperature", "kelvin"),
        ("4000K", 4_000, "colour temperature", "kelvin"),
        ("3000 kelvin", 3_000, "colour temperature", "kelvin"),
        ("1,000K tokens", 1e6, "count", "token"),
        ("32K tokens", 32e3, "count", "token"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, kind: str, unit: str) -> None:
    """Digits, words, magnitudes, currencies and units come out in base units."""
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.kind, quantity.unit) == (pytest.approx(value), kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "GPT-5.4",
        "Llama 4's weights",
        "version 3 of it",
        "v4.0",
        "on April 8, 2026",
        "5G and 3D",
        "Qwen3.6-35B-A3B",
        "S2.14",
    ],
)
def test_names_versions_and_dates_are_no_quantities(text: str) -> None:
    """A number that belongs to a name or a date counts nothing."""
    assert read_quantities(text) == ()


@pytest.mark.parametrize(
    ("claimed", "stated"),
    [
        ("14.3 billion users", "14 300 000 000 users"),
        ("262K tokens", "262,144 tokens"),
        ("over 1,000 physicians", "more than 1000 physicians"),
        ("1,000 physicians", "over 1,000 physicians"),
        ("more than 30 languages", "33 languages"),
        ("about 30,000 stars", "29,847 stars"),
        ("$20", "$19.99"),
        ("three modes", "3 modes"),
        ("two weeks", "14 days"),
        ("90 minutes", "1.5 hours"),
        ("24 GB", "24GB"),
        ("NOK 349", "349 kr"),
        ("two fortnights", "28 days"),
        ("over two thousand teams", "more than 2,300 teams"),
        ("under 40 ms", "less than 38 ms"),
        ("as many as twelve seats", "up to 12 seats"),
        ("five Canadian cents", "CA$0.05"),
    ],
)
def test_rounding_units_and_hedges_agree(claimed: str, stated: str) -> None:
    """What a careful reader takes for the same is the same."""
    assert agree(read_quantities(claimed)[0], read_quantities(stated)[0])


@pytest.mark.parametrize(
    ("claimed", "stated"),
    [
        ("57 points", "53 points"),
        ("1,200 physicians", "over 1,000 physicians"),
        ("$20", "$25"),
        ("$20", "€20"),
        ("three modes", "two modes"),
        ("nearly 3 billion users", "over 3 billion users"),
        ("42.8", "48.2"),
        ("24 GB", "16 GB"),
        ("9%", "19%"),
        ("14 billion users", "1.4 billion users"),
        ("over 100 languages", "33 languages"),
        ("over 2,300 teams", "more than 2,000 teams"),
        ("over 1,000 teams", "more than 2,300 teams"),
        ("under 38 ms", "less than 40 ms"),
        ("as many as twelve seats", "up to 8 seats"),
        ("five Canadian cents", "CA$0.50"),
        ("3,000 Tanzanian shillings", "KES 3,000"),
    ],
)
def test_other_numbers_do_not_agree(claimed: str, stated: str) -> None:
    """A wrong, exaggerated or differently counted number isn't the same."""
    assert not agree(read_quantities(claimed)[0], read_quantities(stated)[0])


def test_a_price_tells_what_it_is_per() -> None:
    """Seat, period and a million tokens are read from behind the amount."""
    pers = [read_quantities(text)[0].per for text in ("$20/user/month", "$3 per 1M input tokens", "€5 a month")]
    assert pers == [("user", "month"), ("1m token",), ("month",)]


def test_a_range_lends_its_unit_to_its_first_number() -> None:
    """Both ends of ``30–40 hours`` are hours."""
    assert [quantity.value for quantity in read_quantities("30–40 hours")] == [108_000, 144_000]


@pytest.mark.parametrize("unit", ["1-", "9", "1,000,", "$", "a ", "1 and ", "about 1K "])
def test_reading_time_grows_with_length_only(unit: str) -> None:
    """A line ten times as long takes about ten times as long to read, however it is made."""
    short, long = (_seconds(unit * (size // len(unit))) for size in (2_000, 20_000))
    assert long < 30 * short + 0.05


def _seconds(text: str) -> float:
    """The shortest of three readings, of texts that aren't known yet: a busy machine makes single ones long."""
    found = []
    for more in range(3):
        start = time.perf_counter()
        read_quantities(text + "." * more)
        found.append(time.perf_counter() - start)
    return min(found)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("less than a fifth", "under"), ("more than a third", "over"), ("about a quarter", "about"), ("a fifth", "")],
)
def test_a_fraction_keeps_its_hedge(text: str, hedge: str) -> None:
    """A part of a whole is hedged as any number is."""
    (quantity,) = read_quantities(f"It was {text}.")
    assert (quantity.hedge, quantity.exact) == (hedge, not hedge)


@pytest.mark.parametrize("text", ["€1.95 per H100 hour", "€1.95 per A100-hour", "€1.95 per hour"])
def test_a_price_of_a_machine_is_one_per_hour(text: str) -> None:
    """The machine between ``per`` and the hour isn't what the price is per."""
    (price,) = read_quantities(text)
    assert (price.per, price.text) == (("hour",), text)


@pytest.mark.parametrize("text", ["NİNE hours", "nıne hours", "2 mıllıon users", "ranks fİfth", "ſıx desks"])
def test_letters_that_only_look_small_are_read(text: str) -> None:
    """An expression that ignores case takes them for i and s, and so must whoever looks its find up."""
    plain = text.translate(str.maketrans("İıſ", "iis")).lower()
    values = [(each.value, each.kind) for each in read_quantities(text)]
    assert values == [(each.value, each.kind) for each in read_quantities(plain)] != []
