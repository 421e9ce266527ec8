"""Words of the calendar, and the pieces of patterns that dates are made of."""

import calendar
from types import MappingProxyType

from panel.evidence.words import any_of

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "january jan januar janvier enero gennaio janeiro januari jänner",
                "february feb februar février febrero febbraio fevereiro februari",
                "march mar märz mars marzo março maart",
                "april apr avril abril aprile",
                "may mai mayo maggio maio mei",
                "june jun juni juin junio giugno junho",
                "july jul juli juillet julio luglio julho",
                "august aug août agosto augustus",
                "september sep sept septembre septiembre settembre setembro",
                "october oct oktober octobre octubre ottobre outubro okt",
                "november nov novembre noviembre novembro",
                "december dec dezember décembre diciembre dicembre dezembro dez",
            ),
            start=1,
        )
        for name in names.split()
    }
)
"""Names and abbreviations in seven languages, in lower case, with their numbers."""

DAYS = MappingProxyType({name.lower(): number for number, name in enumerate(calendar.day_name)})
"""English weekdays in lower case, Monday 0."""

SMALL = MappingProxyType(
    {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    | {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
)
"""Counts in words that stand before ``ago``."""

MONTH = f"(?P<month>{any_of(MONTHS)})" + r"\b\.?"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º)?(?![\d%]|[.,]\d)"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth "
    "thirtieth thirty-first"
)
ORDINALS = MappingProxyType({word: number for number, word in enumerate(_ORDINALS.split(), start=1)})
"""Quarters, and days of a month, in words: ``the second of October``."""
SPELLED_DAY = f"(?P<day>{any_of(ORDINALS)})"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
WEEKDAY = f"(?P<weekday>{any_of(DAYS)})" + r"\b(?!s)"
COUNT = r"(?P<count>\d{1,3}|" + "|".join(SMALL) + r")"
UNIT = r"(?P<unit>day|week|month|year)"
BEFORE_YEAR = (
    r"(?:\b(?:in|since|by|from|until|till|of|early|late|mid|through|during|before|after|around|for|year|summer|"
    r"spring|autumn|fall|winter|christmas|seit|en|im|copyright)\s|[(©–-]\s?|^)"
)
