"""Licences under the names that people give them, read into SPDX identifiers where there is one."""

import re
from functools import cache, lru_cache
from typing import NamedTuple


class LicenceMention(NamedTuple):
    """A licence that a text names."""

    name: str
    """SPDX identifier without ``-only`` or ``-or-later``, the licence's own name, or ``proprietary``."""
    span: tuple[int, int]
    """Where it stands."""
    text: str
    """The words."""


_PATTERNS = (
    (
        r"Apache(?:[\s-](?:Public )?Licen[cs]e)?(?:,?\s?(?:Version|v\.?|-)?\s?2(?:\.0)?)?(?=\W|$)(?!\s(?:Spark|Kafka|"
        r"Foundation|Software))",
        "Apache-2.0",
    ),
    (r"\bMIT(?=[\s-]?licen[cs]|\b(?!\s(?:Media|Technology|researchers|and Harvard|spin|professor|scientist)))", "MIT"),
    (
        r"\bBSD[\s-]?(?:(?P<bsd>[23])[\s-]?[Cc]lause)?\b|\b(?P<bsd2>[23]|[Tt]wo|[Tt]hree)[\s-][Cc]lause BSD\b",
        "BSD-{bsd}-Clause",
    ),
    (r"\bISC\s(?=licen[cs])", "ISC"),
    (r"\b[Zz]lib(?:/libpng)?\s(?=licen[cs]|Licen[cs])", "Zlib"),
    (r"\bBoost(?: Software)? Licen[cs]e(?:,?\s(?:(?:version|v)\s?)?1\.0)?", "BSL-1.0"),
    (r"\bArtistic Licen[cs]e(?:,?\s(?:(?:version|v)\s?)?2(?:\.0)?)?", "Artistic-2.0"),
    (r"\bWTFPL\b", "WTFPL"),
    (r"\b(?:GNU )?Affero GPL(?:,?\s?(?:version|v)?\s?3(?:\.0)?)?", "AGPL-3.0"),
    (r"\b(?:SIL )?Open Font Licen[cs]e(?:,?\s(?:(?:version|v)\s?)?1\.1)?|\bOFL(?:[\s-]1\.1)?\b", "OFL-1.1"),
    (r"\bODbL\b|\bOpen (?:Data Commons Open )?Database Licen[cs]e", "ODbL-1.0"),
    (
        r"\b(?:GNU\s)?(?P<gpl>[AL]?GPL)(?:,?\s?-?(?:v|version)?\s?(?P<v>[23](?:\.[01])?))?(?:-only|-or-later|\+)?",
        "{gpl}-{v}",
    ),
    (
        r"\bGNU (?P<gnu>Affero |Lesser )?General Public Licen[cs]e(?:,?\s(?:(?:version|v)\s?)?(?P<gv>[23](?:\.[01])?))?",
        "gnu",
    ),
    (r"\bMPL[\s-]?2(?:\.0)?\b|Mozilla Public Licen[cs]e(?: 2(?:\.0)?)?", "MPL-2.0"),
    (r"\bEPL[\s-]?2(?:\.0)?\b|Eclipse Public Licen[cs]e", "EPL-2.0"),
    (r"\bEUPL(?:[\s-]?v?1\.2)?\b|European Union Public Licen[cs]e(?:,? (?:version|v\.?)? ?1\.2)?", "EUPL-1.2"),
    (r"\bCERN[\s-]OHL[\s-](?P<ohl>[PSW])(?:[\s-]?(?:v)?2(?:\.0)?)?", "CERN-OHL-{ohl}-2.0"),
    (
        r"\bCERN Open Hardware Licen[cs]e(?:,?\s(?:[Vv]ersion|v)\s?2(?:\.0)?)?(?:\W{1,4}(?P<cern>[Pp]ermissive|[Ss]trongly|[Ww]eakly)"
        r"(?:[\s-][Rr]eciprocal)?\)?)?(?:,?\s(?:[Vv]ersion|v)\s?2(?:\.0)?)?",
        "cern",
    ),
    (r"\bCC[\s-]?0(?:[\s-]1\.0)?\b", "CC0-1.0"),
    (r"\bCC[\s-]BY(?P<cc>(?:[\s-](?:NC|SA|ND))*)(?:[\s-](?P<ccv>[34]\.0))?", "cc"),
    (
        r"Creative Commons Attribution(?P<ccl>(?:[\s-]*(?:Non-?[Cc]ommercial|Share-?[Aa]like|"
        r"No-?[Dd]eriv\w+))*)(?:\s(?P<cclv>\d\.0))?",
        "ccl",
    ),
    (r"\bUnlicense\b|\b[Pp]ublic[\s-]domain\b(?!,? \(?(?:under |with )?(?:the )?CC)", "Unlicense"),
    (r"\b(?:BSL|BUSL|Business Source Licen[cs]e)(?:[\s-]?1\.1)?\b", "BUSL-1.1"),
    (r"\bSSPL\b|Server Side Public Licen[cs]e", "SSPL-1.0"),
    (r"\bElastic Licen[cs]e(?: 2(?:\.0)?)?\b|\bELv2\b", "Elastic-2.0"),
    (r"\bFunctional Source Licen[cs]e\b|\bFSL(?:-1\.1)?\b", "FSL-1.1"),
    (r"\bPolyForm (?P<poly>Noncommercial|Shield|Strict|Small Business)\b", "PolyForm-{poly}"),
    (r"\bLlama(?:\s(?P<llama>\d(?:\.\d)?))? Community Licen[cs]e", "llama"),
    (r"\bGemma (?:Terms of Use|licen[cs]e)", "Gemma Terms of Use"),
    (r"\bOpenRAIL(?:-?\+?\+?-?M)?\b", "OpenRAIL-M"),
    (r"\b(?:modified|custom) MIT\b", "Modified MIT"),
    (
        r"\b(?!The |Its |Under |A |An |This |Our |Their |Commercial |"
        r"Community )(?P<own>(?:[A-Z][\w.-]+\s){1,3}(?:Community |Open |Model |Research |Source )?Licen[cs]e(?:\s\d(?:\.\d)?(?!\w|\.\d))?)(?!\w)",
        "{own}",
    ),
    (r"\bproprietary\b|\bclosed[\s-]source\b|\bcommercial licen[cs]e\b|\ball rights reserved\b", "proprietary"),
)


_SIGNS = {
    "Zlib": ("lib",),
    "BSL-1.0": ("Boost",),
    "AGPL-3.0": ("Affero",),
    "OFL-1.1": ("Font", "OFL"),
    "ODbL-1.0": ("ODbL", "Database"),
    "{gpl}-{v}": ("GPL",),
    "gnu": ("GNU",),
    "MPL-2.0": ("MPL", "Mozilla"),
    "EPL-2.0": ("EPL", "Eclipse"),
    "EUPL-1.2": ("EUPL", "European"),
    "CERN-OHL-{ohl}-2.0": ("CERN",),
    "cern": ("CERN",),
    "CC0-1.0": ("CC",),
    "cc": ("CC",),
    "ccl": ("Creative",),
    "Unlicense": ("Unlicense", "ublic"),
    "BUSL-1.1": ("BSL", "BUSL", "Business"),
    "SSPL-1.0": ("SSPL", "Server"),
    "Elastic-2.0": ("Elastic", "ELv2"),
    "FSL-1.1": ("Functional", "FSL"),
    "llama": ("Llama",),
    "Modified MIT": ("MIT",),
    "{own}": ("icen",),
    "proprietary": ("",),
}
"""Parts of words of which each licence has one, unless it has the letters that its name begins with."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]:
    """Return the patterns, the names and the signs of all licences."""
    return tuple(
        (
            re.compile(pattern, re.IGNORECASE if name == "proprietary" else 0),
            name,
            _SIGNS.get(name) or (re.split(r"[^A-Za-z]", name)[0],),
        )
        for pattern, name in _PATTERNS
    )


_HINT = re.compile(
    r"Apache|MIT|BSD|GPL|GNU|MPL|Mozilla|EPL|EUPL|CERN|OFL|ODbL|CC|Creative|Unlicense|[Pp]ublic[ -]domain|BSL|BUSL|"
    r"Business Source|SSPL|"
    r"Server Side|Elastic|ELv2|Functional|FSL|PolyForm|WTFPL|[Zz]lib|Community Licen|Gemma|OpenRAIL|(?i:proprietary|closed|commercial licen|all rights)|"
    r"ISC|Eclipse|European Union|[A-Z]\w+ (?:Model |Research |Source |Open )?Licen[cs]e"
)

_LETTERS = re.compile(
    r"Licen|MIT|GPL|Apache|BS|BUSL|GNU|MPL|EPL|EUPL|CERN|CC|Unlicense|ublic[ -]domain|ISC|SSPL|Elastic|ELv2|Functional|FSL|"
    r"PolyForm|WTFPL|zlib|Zlib|OFL|ODbL|Gemma|OpenRAIL|(?i:roprietary|losed|ommercial licen|ll rights)|Mozilla|Creative|Business Source|Server Side|Eclipse"
)
"""Parts of the hint's words that are looked for first, as that is quicker: they begin with few letters."""


@lru_cache(maxsize=2_048)
def read_licences(text: str) -> tuple[LicenceMention, ...]:
    """Read every licence that a text names, from left to right, no two overlapping."""
    if not _LETTERS.search(text) or not _HINT.search(text):
        return ()
    found: list[LicenceMention] = []
    for pattern, name, signs in _compiled():
        if not any(map(text.__contains__, signs)):
            continue
        for match in pattern.finditer(text):
            if not any(match.start() < each.span[1] and each.span[0] < match.end() for each in found):
                found.append(LicenceMention(_named(name, match), match.span(), match.group()))
    return tuple(sorted(found, key=lambda mention: mention.span))


def licence_named(text: str) -> str:
    """Return the normal name of a licence as front matter states it; what is unknown comes back as it is."""
    found = read_licences(text)
    return found[0].name if found else text.strip()


def same_licence(a: str, b: str) -> bool:
    """Whether two normal names mean the same licence, a missing version aside."""
    return a == b or a.startswith((f"{b}-", f"{b} ")) or b.startswith((f"{a}-", f"{a} "))


def _named(name: str, match: re.Match[str]) -> str:
    parts = {key: value or "" for key, value in match.groupdict().items()}
    if name == "gnu":
        family = {"affero": "AGPL", "lesser": "LGPL"}.get(parts["gnu"].strip().lower(), "GPL")
        return _versioned(family, parts["gv"])
    if "{gpl}" in name:
        return _versioned(parts["gpl"], parts["v"])
    if name == "cc":
        kinds = "".join(f"-{kind}" for kind in re.findall("NC|SA|ND", parts["cc"]))
        return _versioned(f"CC-BY{kinds}", parts["ccv"])
    if name == "ccl":
        words_ = parts["ccl"].lower().replace("-", "")
        kinds = "".join(
            f"-{short}"
            for long, short in (("noncommercial", "NC"), ("sharealike", "SA"), ("noderiv", "ND"))
            if long in words_
        )
        return _versioned(f"CC-BY{kinds}", parts["cclv"])
    if name == "cern":
        return f"CERN-OHL-{parts['cern'][0].upper()}-2.0" if parts["cern"] else "CERN-OHL"
    if name == "llama":
        return " ".join(filter(None, ("Llama", parts["llama"], "Community License")))
    if name.startswith("BSD"):
        clauses = {"two": "2", "three": "3"}.get(parts["bsd2"].lower(), parts["bsd"] or parts["bsd2"])
        return f"BSD-{clauses}-Clause" if clauses else "BSD"
    return name.format(**parts)


def _versioned(family: str, version: str) -> str:
    if not version:
        return "AGPL-3.0" if family == "AGPL" else family  # there is no other that anybody uses
    return f"{family}-{version if '.' in version else f'{version}.0'}"
