"""Error texts without secrets, on one line, short enough for a record."""

import os
import re
from collections.abc import Mapping

from panel.evidence.visible import one_line, visible

LONGEST = 300
"""Characters of the longest error text."""

_SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|AUTH|COOKIE|DSN", re.IGNORECASE)
_SHORTEST = 6
"""Characters of the shortest value that is taken for a secret; a shorter one would blot out common words."""

_SHAPES = (
    (re.compile(r"\b(bearer|basic)\s+[^\s\"',;}]+", re.IGNORECASE), r"\1 ***"),
    (re.compile(r"(://)[^\s/@\"']+@"), r"\1***@"),
    (
        re.compile(
            r"((?<![\w-])(?:[\w-]*(?:key|token|secret|passw(?:or)?d|signature|credential)|sig|auth(?:orization)?)"
            r"[\"']?\s*[=:]\s*[\"']?)[^\s&\"',;}]{8,}",
            re.IGNORECASE,
        ),
        r"\1***",
    ),
    (re.compile(r"\b(?:sk|pk|rk|gsk|xai|hf|pplx|r8|ghp|gho|glpat|nvapi|fw|tgp)[-_][\w*.-]{6,}"), "***"),
    (re.compile(r"\bAIza[\w-]{10,}"), "***"),
    (re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{12,}"), "***"),
    (re.compile(r"\beyJ[\w-]{10,}(?:\.[\w-]+){0,2}"), "***"),
)
"""Shapes of secrets: authorisation headers, user and password in URLs, query fields, well-known kinds of key."""


def scrub(text: str, *, environment: Mapping[str, str] | None = None) -> str:
    """Return a text on one line, without secrets and cut to ``LONGEST`` characters.

    Args:
        text: What a provider or a library said.
        environment: Variables whose values are secret if their names look so; the process's own by default.
    """
    variables = os.environ if environment is None else environment
    secrets = {value.strip() for name, value in variables.items() if _SECRET_NAME.search(name)}
    for secret in sorted((each for each in secrets if len(each) >= _SHORTEST), key=len, reverse=True):
        text = text.replace(secret, "***")
    text = text[: LONGEST * 40]
    for shape, instead in _SHAPES:
        text = shape.sub(instead, text)
    line = one_line(visible(text))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
