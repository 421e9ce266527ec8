"""Units, currencies and magnitudes: what stands round a number, and what it measures."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from panel.evidence.words import any_of, singular, words


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures."""

    kind: str
    """Family within which numbers compare: ``money``, ``percent``, ``bytes``, ``time``, ``count`` …"""
    name: str
    """Base unit, such as ``byte`` or ``second``; a currency's ISO 4217 code."""
    factor: float = 1.0
    """How many base units one of these is."""


SCALES = MappingProxyType(
    {"thousand": 1e3, "k": 1e3, "tausend": 1e3, "mil": 1e3, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}
    | dict.fromkeys(words("m mn mln million millions mio millionen millones milioni millioner miljoner miljon"), 1e6)
    | dict.fromkeys(
        words("b bn bln billion billions mrd milliarde milliarden milliard milliards milliarder miljarder"), 1e9
    )
    | dict.fromkeys(words("t tn trillion trillions billionen"), 1e12)
)
"""Magnitudes, as words and as letters behind a number, in lower case."""

SYMBOLS = MappingProxyType(
    {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY"}
    | {"C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD"}
    | {
        "R$": "BRL",
        "CN¥": "CNY",
        "RMB": "CNY",
        "元": "CNY",
        "円": "JPY",
        "₪": "ILS",
        "₫": "VND",
        "฿": "THB",
        "zł": "PLN",
    }
    | {"Kč": "CZK", "kr": "SEK", "Rs": "INR", "Rs.": "INR", "Fr.": "CHF", "SFr.": "CHF", "₴": "UAH", "Ft": "HUF"}
    | {"RM": "MYR", "Rp": "IDR", "₱": "PHP", "₦": "NGN", "KSh": "KES", "kr.": "SEK", "MX$": "MXN", "lei": "RON"}
    | {"S/": "PEN", "S/.": "PEN", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₾": "GEL", "лв": "BGN"}
)
"""Currency signs; a bare ``$`` is read as the US dollar, ``¥`` as the yen, ``kr`` as the Swedish krona."""

CODES = frozenset(
    words(
        "USD EUR GBP JPY INR KRW CNY CAD AUD NZD HKD SGD TWD BRL CHF SEK NOK DKK PLN CZK MXN ILS ZAR TRY "
        "RUB THB VND AED HUF IDR PHP MYR CLP COP ARS RON UAH NGN KES ISK SAR EGP BGN RSD PKR LKR BDT GHS QAR "
        "PEN BOB UYU PYG CRC GTQ DOP MAD TND KWD BHD OMR JOD GEL KZT UZS AZN TZS UGX XOF XAF MUR NPR KHR MNT MKD"
    )
)
"""ISO 4217 codes that are read where they stand beside a number."""

_SMALL_CODES = frozenset(words("usd eur gbp chf cad aud nok sek dkk pln"))
"""Codes that people write in small letters too."""

ROUGH_WORTH = MappingProxyType(
    {
        "USD": 1.0,
        "EUR": 1.1,
        "GBP": 1.3,
        "CHF": 1.15,
        "CAD": 0.73,
        "AUD": 0.66,
        "JPY": 0.0067,
        "INR": 0.012,
        "CNY": 0.14,
    }
    | {"SEK": 0.096, "NOK": 0.094, "DKK": 0.147, "PLN": 0.26, "KRW": 0.00073, "SGD": 0.75, "HKD": 0.128, "BRL": 0.18}
    | {"NZD": 0.6, "TWD": 0.031, "MXN": 0.055, "ILS": 0.27, "ZAR": 0.055, "TRY": 0.03, "RUB": 0.011, "THB": 0.028}
    | {"VND": 0.00004, "AED": 0.27, "HUF": 0.0027, "CZK": 0.043, "IDR": 0.00006, "PHP": 0.017, "MYR": 0.22, "RON": 0.22}
    | {"CLP": 0.001, "COP": 0.00024, "ARS": 0.001, "UAH": 0.024, "NGN": 0.0007, "KES": 0.0077, "ISK": 0.0072}
    | {"PEN": 0.27, "EGP": 0.02, "BGN": 0.56, "RSD": 0.0093, "PKR": 0.0036, "LKR": 0.0033, "BDT": 0.0082, "SAR": 0.27}
    | {"GHS": 0.08, "QAR": 0.27, "BOB": 0.14, "UYU": 0.025, "PYG": 0.00013, "CRC": 0.002, "GTQ": 0.13, "DOP": 0.016}
    | {"MAD": 0.1, "TND": 0.32, "GEL": 0.37, "KZT": 0.002, "UZS": 0.00008, "TZS": 0.0004, "UGX": 0.00027, "XOF": 0.0016}
    | {"XAF": 0.0016, "MUR": 0.022, "NPR": 0.0073, "KHR": 0.00025, "MNT": 0.00029, "MKD": 0.018, "AZN": 0.59}
)
"""Roughly what currencies are worth in US dollars, to tell which of two prices is lower where they are far apart."""

_MONEY_WORDS = MappingProxyType(
    {"dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yen": "JPY", "rupee": "INR"}
    | {
        "yuan": "CNY",
        "renminbi": "CNY",
        "franc": "CHF",
        "franken": "CHF",
        "reais": "BRL",
        "krona": "SEK",
        "kronor": "SEK",
        "kroner": "DKK",
    }
    | {"zloty": "PLN", "złoty": "PLN", "shekel": "ILS", "ruble": "RUB", "peso": "MXN", "real": "BRL", "rupie": "INR"}
    | {
        "forint": "HUF",
        "koruna": "CZK",
        "ringgit": "MYR",
        "baht": "THB",
        "rupiah": "IDR",
        "dirham": "AED",
        "naira": "NGN",
    }
    | {
        "shilling": "KES",
        "rand": "ZAR",
        "lira": "TRY",
        "hryvnia": "UAH",
        "cedi": "GHS",
        "riyal": "SAR",
        "rouble": "RUB",
    }
)

PEOPLES = MappingProxyType(
    {"us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD"}
    | {"singapore": "SGD", "hong kong": "HKD", "taiwan": "TWD", "kenyan": "KES", "tanzanian": "TZS", "ugandan": "UGX"}
    | {"south african": "ZAR", "british": "GBP", "egyptian": "EGP", "japanese": "JPY", "chinese": "CNY", "swiss": "CHF"}
    | {"indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "mauritian": "MUR", "polish": "PLN"}
    | {"mexican": "MXN", "chilean": "CLP", "colombian": "COP", "argentine": "ARS", "philippine": "PHP", "thai": "THB"}
    | {"brazilian": "BRL", "turkish": "TRY", "romanian": "RON", "hungarian": "HUF", "israeli": "ILS", "russian": "RUB"}
    | {"korean": "KRW", "south korean": "KRW", "peruvian": "PEN", "malaysian": "MYR", "indonesian": "IDR"}
    | {"qatari": "QAR", "emirati": "AED", "moroccan": "MAD", "nigerian": "NGN", "ghanaian": "GHS", "ukrainian": "UAH"}
    | {"kuwaiti": "KWD", "bahraini": "BHD", "jordanian": "JOD", "tunisian": "TND", "serbian": "RSD", "kazakh": "KZT"}
    | {"georgian": "GEL", "bulgarian": "BGN", "vietnamese": "VND", "uruguayan": "UYU", "euro": "EUR", "saudi": "SAR"}
    | {"czech": "CZK", "norwegian": "NOK", "swedish": "SEK", "danish": "DKK", "icelandic": "ISK"}
)
"""Whose money a currency is."""

_COINS = frozenset(
    words(
        "dollar shilling pound rupee peso franc yen yuan rand sol sole real reai zloty lira leu lei forint shekel rouble ruble won "
        "baht ringgit rupiah riyal dirham naira cedi hryvnia dinar tenge lari lev leva dong crown koruna krona kronor krone kroner"
    )
)
_HUNDREDTHS = frozenset(("cent", "cents", "pence"))


def money_of(people: str, coin: str) -> Unit | None:
    """Return the money that a people and a coin of theirs come to: ``Czech crowns``, ``Canadian cents``.

    Args:
        people: Whose it is, as in ``PEOPLES``, whatever its case.
        coin: The word behind it.
    """
    code, small = PEOPLES[people.lower()], coin.lower()
    if small in _HUNDREDTHS:
        return Unit("money", code, 0.01)
    known = small in _COINS or small.removesuffix("s") in _COINS
    return Unit("money", code) if known and people.lower() != "euro" else None


def _family(kind: str, base: str, **factors: float) -> dict[str, Unit]:
    return {word: Unit(kind, base, factor) for word, factor in factors.items()}


@cache
def _units() -> dict[str, Unit]:
    """Return every unit by its singular in lower case."""
    prefixes = {"k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12, "p": 1e15}
    long = {"kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15}
    table = {f"{letter}b": Unit("bytes", "byte", size) for letter, size in prefixes.items()}
    table |= {f"{letter}ib": Unit("bytes", "byte", size) for letter, size in prefixes.items()}
    table |= {f"{word}byte": Unit("bytes", "byte", size) for word, size in long.items()} | {
        "byte": Unit("bytes", "byte")
    }
    table |= {f"{letter}hz": Unit("frequency", "hertz", size) for letter, size in prefixes.items()}
    table |= {"hz": Unit("frequency", "hertz"), "hertz": Unit("frequency", "hertz"), "fps": Unit("frame rate", "frame")}
    table |= {f"{letter}bps": Unit("bandwidth", "bit", size) for letter, size in prefixes.items()}
    table |= {f"{letter}bit": Unit("bandwidth", "bit", size) for letter, size in prefixes.items()}
    table |= _family("time", "second", ms=1e-3, millisecond=1e-3, microsecond=1e-6, s=1, sec=1, second=1, sekunde=1)
    table |= _family("time", "second", min=60, minute=60, h=3600, hr=3600, hour=3600, stunde=3600, day=86400, tag=86400)
    table |= _family("time", "second", week=604_800, woche=604_800, fortnight=1_209_600)
    table |= _family("months", "month", month=1, mo=1, monat=1, year=12, yr=12, jahr=12, decade=120)
    table |= _family(
        "length",
        "metre",
        mm=1e-3,
        millimetre=1e-3,
        millimeter=1e-3,
        centimetre=1e-2,
        centimeter=1e-2,
        cm=1e-2,
        m=1,
        metre=1,
        meter=1,
        km=1e3,
        kilometre=1e3,
        kilometer=1e3,
    )
    table |= _family("length", "metre", inch=0.0254, inche=0.0254, foot=0.3048, feet=0.3048, ft=0.3048, mile=1609.344)
    table |= _family(
        "weight",
        "gram",
        mg=1e-3,
        g=1,
        gram=1,
        kg=1e3,
        kilogram=1e3,
        kilo=1e3,
        lb=453.6,
        oz=28.35,
        ounce=28.35,
        tonne=1e6,
    )
    table |= _family(
        "volume", "litre", ml=1e-3, millilitre=1e-3, milliliter=1e-3, cl=1e-2, centilitre=1e-2, l=1, litre=1, liter=1
    )
    table |= _family("power", "watt", w=1, watt=1, kw=1e3, kilowatt=1e3, mw=1e6, megawatt=1e6, gw=1e9, gigawatt=1e9)
    hours = {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9}
    table |= {f"{word}{mark}hour": Unit("energy", "watt hour", size) for word, size in hours.items() for mark in "- "}
    table |= (
        _family("energy", "watt hour", wh=1, kwh=1e3, mwh=1e6, gwh=1e9, twh=1e12)
        | _family("charge", "mAh", mah=1)
        | _family("volts", "volt", v=1, volt=1, kv=1e3)
    )
    table |= (
        _family("pixels", "pixel", mp=1e6, megapixel=1e6)
        | _family("light", "nit", nit=1)
        | _family("flux", "lumen", lumen=1, lm=1)
        | _family("illuminance", "lux", lux=1, lx=1)
        | _family("area", "square metre", hectare=1e4, ha=1e4, acre=4046.86)
        | _family("sound", "dB", db=1, decibel=1)
        | _family("colour temperature", "kelvin", kelvin=1)
        | _family("current", "ampere", ma=1e-3, milliamp=1e-3, milliampere=1e-3, amp=1, ampere=1)
        | _family("turning", "turn a minute", rpm=1)
        | _family("pressure", "pascal", hpa=1e2, kpa=1e3, mbar=1e2, psi=6894.8)
        | _family("energy drunk", "kilocalorie", kcal=1, calorie=1, kilocalorie=1)
    )
    table |= _family("percent", "%", percent=1, pct=1, prozent=1) | {
        "%": Unit("percent", "%"),
        "‰": Unit("percent", "%", 0.1),
        "per mille": Unit("percent", "%", 0.1),
        "°c": Unit("heat", "°C"),
        "degree": Unit("heat", "°C"),
        "°f": Unit("heat", "°F"),
    }
    table |= {"percentage point": Unit("percent", "%"), "per cent": Unit("percent", "%")}
    table |= {f"{letter}ops": Unit("count", "operation", size) for letter, size in prefixes.items() if letter in "gtp"}
    table |= {
        f"{letter}flops": Unit("count", "operation", size) for letter, size in prefixes.items() if letter in "gtp"
    }
    table |= {f"{word}flops": Unit("count", "operation", size) for word, size in long.items()}
    table |= _family("multiple", "×", x=1, fold=1, time=1) | {"×": Unit("multiple", "×")}
    table |= {word: Unit("money", code) for word, code in _MONEY_WORDS.items()}
    table |= {"cent": Unit("money", "USD", 0.01), "¢": Unit("money", "USD", 0.01), "pence": Unit("money", "GBP", 0.01)}
    table |= {"rappen": Unit("money", "CHF", 0.01), "centime": Unit("money", "CHF", 0.01)}
    table |= {"ct": Unit("money", "EUR", 0.01), "penny": Unit("money", "GBP", 0.01)}
    table |= {"euro cent": Unit("money", "EUR", 0.01), "eurocent": Unit("money", "EUR", 0.01)}
    return table


_VERBS = frozenset({"tops", "pops"})
"""Small words that are units in capitals only."""


def unit_named(word: str) -> Unit | None:
    """Return the unit that a word names, singular or plural; None for a word that is just a noun."""
    word = word.rstrip(".")
    if word in _VERBS:
        return None
    word = word.lower()
    table = _units()
    return table.get(word) or table.get(singular(word))


def currency_of(sign: str) -> str | None:
    """Return the ISO 4217 code of a sign or code as it stands beside a number."""
    sign = sign.strip()
    code = sign.upper()
    written = code in CODES and (sign == code or sign.lower() in _SMALL_CODES)  # "try 5 times" is no price
    return SYMBOLS.get(sign) or SYMBOLS.get(sign.rstrip(".")) or (code if written else None)


def currency_pattern() -> str:
    """Return a regular expression of all signs and codes in small letters, longest first."""
    return any_of(sign.lower() for sign in (*SYMBOLS, *CODES))
