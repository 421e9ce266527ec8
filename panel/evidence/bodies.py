"""Firms and other bodies, known by how their names end."""

import re
from functools import lru_cache

from panel.evidence.words import words

FORM = (
    r"(?:Co\.,? Ltd|gGmbH|GmbH & Co\. KG|GmbH|AG|Ltd|Limited|Inc|LLC|LLP|AS|ASA|ApS|A/S|AB|B\.?V|N\.?V|Co|Corp|Corporation|SAS|SARL|SRL|S\.r\.l|S\.?p\.?A|S\.?L|S\.A|"
    r"Oyj?|OÜ|Pte\.? Ltd|Pty Ltd|Pty|PLC|plc|KG|UG|eG|e\.G|e\.V|Kft|Zrt|s\.r\.o|a\.s|sp\. z o\.o|d\.o\.o|ehf|Lda|Ltda|K\.?K|PBC|CIC)(?!\w)\.?"
)
"""The legal form of a firm."""

WITH_FORM = re.compile(rf"(?:[A-Z][\w&-]*\s(?:&\s)?){{1,3}}{FORM}")
"""A firm with its legal form, which rivals are seldom given: ``Northmost ApS``."""

_BODIES = frozenset(
    words(
        "Lab Labs Laboratory Laboratories Optical Optics Audio Software Systems Technology Technologies Instrument Instruments Electronics "
        "Robotics Research Studio Studios Games Interactive Apps Works Workshop Group Institute Foundation Collective Cooperative "
        "Co-operative Association Society Foundry Energy Network Networks Devices Data Digital Media Health Energy Mobility Motor Motors Materials "
        "Security Analytics Computing Compute Industries Partners Brothers Bros Ventures Holding Holdings Company Post AI"
    )
)
_FORMS = re.compile(FORM)


@lru_cache(maxsize=2_048)
def is_organised(name: str) -> bool:
    """Whether a name ends as those of firms and other bodies do: ``Northmost Optical``, ``Northmost ApS``."""
    first, _, last = name.rpartition(" ")
    return bool(first) and (last in _BODIES or _FORMS.fullmatch(last) is not None)


def has_legal_form(publisher: str) -> bool:
    """Whether a publisher is a firm under its full name, as shops and papers seldom are."""
    return bool(WITH_FORM.fullmatch(publisher.strip()))
