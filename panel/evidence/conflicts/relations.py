"""Signs in who or what stands in one relation to a release: its maker, its seat, its language."""

import re
from functools import cache

from panel.evidence.conflicts.qualifiers import one_pattern

_RELATIONS = {
    "maker": r"(?:made|developed|built|created|designed|published) by|develops?|behind|the work of|makers?|vendor|"
    r"comes from",
    "where it is made": r"assembled|manufactur\w+|made in|put together|produced in|built in|factory|plant in",
    "where its data is": r"stored|stores|hosted|data cent(?:re|er)s?|keeps its|records in|servers? in|process\w+ (?:\w+ )?in",
    "seat": r"based in|-based|headquarter\w*|seat|at home in|from \w+$",
    "head": r"led by|headed|heads?|ceo|chief executive|run by|director",
    "written in": r"written in|program(?:med)? (?:in|of)?|implement\w+|codebase|lines of|code is",
    "basis": r"based on|built (?:on|upon)|runs on|powered by|fine-tun\w+ of|derived from|engine",
    "founder": r"found(?:ed|ers?)|started by|set up by|start-?up of",
    "owner": r"bought|acquir\w+|owned?|belongs to|parent|subsidiary",
    "auditor": r"audited|audit|tested by|certified by|reviewed by",
    "default": r"by default|ships with|comes with",
}
"""By relation: words that tell it."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {relation: one_pattern(told) for relation, told in _RELATIONS.items()}


def one_relation(a: str, b: str) -> bool:
    """Whether two sentences name one relation that somebody or something stands in."""
    return any(pattern.search(a) and pattern.search(b) for pattern in _patterns().values())
