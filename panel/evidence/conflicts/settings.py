"""Signs that two figures were got under other conditions: on other machines, with other amounts of work."""

import re
from collections.abc import Iterable
from functools import lru_cache

from panel.evidence.conflicts.figure_signs import Met
from panel.evidence.conflicts.statements import Signs
from panel.evidence.measures import Quantity
from panel.evidence.words import singular

_AMOUNT = r"(\d[\d,.]*|one|two|three|four|six|eight|sixteen|single)"
_SETTING = re.compile(
    rf"\b{_AMOUNT}[- ]?(cores?|vcpus?|cpus?|gpus?|cards?|nodes?|threads?|replicas?|h100s?|a100s?|l40s?|listeners|workers)\b|"
    r"\b(\d[\d,.]*) ?((?:[kmgt]b|million|billion|thousand)?[- ]?(?:database|file|repo\w*|dataset|table|archive|folder|volume|backup|library|project|"
    r"collection|rows|vectors|documents|files|photos|pages|lines|records|images|notes|letters|tracks))\b|"
    r"\b(?:for|on|with|of|in|restor\w+|back\w* up|import\w*|cop(?:y|ied|ying)) (?:an? |the |our |my |about )*(\d[\d,.]*) ?([gt]b)\b|"
    r"\b(?:on|with|over) an? (\d[\d,.]*)[- ]?(mbit/s|gbit/s|watt|w|v|volt) ",
    re.IGNORECASE,
)
"""How much there was of what a figure depends on."""
_DIGIT = re.compile(r"\d[\d.,]*(?<![.,])|\b(?:one|two|three|four|six|eight|sixteen|single)\b", re.IGNORECASE)


def settings(a: str, b: str, left: Iterable[Met]) -> Signs:
    """Return whether figures that disagree depend on other amounts in two sentences, or on the same.

    Args:
        a: One sentence.
        b: The other.
        left: Figures of both that measure one thing and disagree.
    """
    ours, theirs = _told(a), _told(b)
    both = {unit: (ours[unit], theirs[unit]) for unit in ours.keys() & theirs.keys()}
    apart = [one | other for one, other in both.values() if one.isdisjoint(other)]
    depend = any(_number(each) not in amounts for amounts in apart for met in left for each in met)
    return {
        "other setting": float(depend),
        "one setting": float(len(apart) < len(both)),
    }


def _number(quantity: Quantity) -> str:
    """Return the number of a figure as it is spelt."""
    found = _DIGIT.search(quantity.text)
    return _spelt(found[0]) if found else ""


def _spelt(amount: str) -> str:
    return _SMALL.get(amount.lower(), amount.replace(",", ""))


@lru_cache(maxsize=1_024)
def _told(text: str) -> dict[str, frozenset[str]]:
    if not _DIGIT.search(text):
        return {}
    found: dict[str, frozenset[str]] = {}
    for match in _SETTING.finditer(text):
        amount, unit = (each for each in match.groups() if each)
        unit = singular(unit.lower().strip(" -"))
        found[unit] = found.get(unit, frozenset()) | {_spelt(amount)}
    return found


_SMALL = {"one": "1", "single": "1", "two": "2", "three": "3", "four": "4", "six": "6", "eight": "8", "sixteen": "16"}
