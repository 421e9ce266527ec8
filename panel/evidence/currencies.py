"""Currencies: their signs, codes and coins, whose they are, and roughly what they are worth."""

from types import MappingProxyType

from panel.evidence.words import any_of, words

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

COINS = MappingProxyType(
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
"""Currencies by what their coins are called, singular and in lower case; the best known one where several share a word."""

CENTS = MappingProxyType(
    {"cent": "USD", "¢": "USD", "pence": "GBP", "penny": "GBP", "rappen": "CHF", "centime": "CHF"}
    | {"ct": "EUR", "euro cent": "EUR", "eurocent": "EUR"}
)
"""Currencies by what their hundredths are called."""

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


def currency_of(sign: str) -> str | None:
    """Return the ISO 4217 code of a sign or code as it stands beside a number."""
    sign = sign.strip()
    code = sign.upper()
    written = code in CODES and (sign == code or sign.lower() in _SMALL_CODES)  # "try 5 times" is no price
    return SYMBOLS.get(sign) or SYMBOLS.get(sign.rstrip(".")) or (code if written else None)


def currency_pattern() -> str:
    """Return a regular expression of all signs and codes in small letters, longest first."""
    return any_of(sign.lower() for sign in (*SYMBOLS, *CODES))
