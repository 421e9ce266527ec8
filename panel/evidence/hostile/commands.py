"""Commands: words that address a reader made of software, or tell whoever reviews how to vote."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from panel.evidence.hostile.abroad import command_abroad
from panel.evidence.hostile.english import RULES


class Command(NamedTuple):
    """A passage that reads like a command to reviewers."""

    what: str
    """What it does, as the second half of ``a passage that …``."""
    start: int
    """Where it starts in the folded text."""
    end: int
    """Where it ends."""


_ABOUT_ATTACKS = re.compile(
    r"prompt[ -]injection|jailbreak|\battack|malicious|adversarial|\bred[ -]team|\bexploit|vulnerab|injected|\bphish"
    r"|hijack"
    r"|\binjection|\b(?:commands?|phrases?|lines?|strings?|sentences?|inputs?) (?:like|such as|that say)"
)
_TARGET = re.compile(
    r"\b(?:votes?|ship|rate|score|rating|praise|recommend|approve|reviewers?|this (?:product|release|tool|app|review"
    r"|page)"
    r"|verdict|positive\w*|ballot)\b"
)
_SHOPS = re.compile(r"app store|google play|play store|product hunt|\bg2\b|trustpilot|capterra|yelp|amazon|steam\b")
_WORDS = re.compile(r"\w+")

LOADED = re.compile(
    r"\b(?:vote[sd]?|voting|ballots?|verdict|ship(?=\W*$|[\"'.,;!])|skip(?=\W*$|[\"'.,;!])|approves?|disregard"
    r"|override|"
    r"reviewers?|evaluation mode|rate this|ratings?|recommend (?:this|it)|comply|obey|your task|you must|you will now|"
    r"you are now|ignore|instructions?|system prompt|jailbreak|unrestricted|language models?|llms?|praise|positive|"
    r"highest|flawless|outstanding|favou?rable|glowing|scoring|rubric|full marks|approved|top (?:score|marks?)"
    r"|perfect score)\b"
)
"""Words that a command to reviewers is likely to have; they count only where something else is suspicious already."""


@cache
def _woken() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the rules that a word wakes."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(RULES):
        for word in rule.wakes.split():
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(RULES[number].pattern)


def command(folded: str, about_attacks: Callable[[], bool] = lambda: False) -> Command | None:
    """Return what a folded passage commands its reader to do; None if it commands nothing of the kind.

    Args:
        folded: One sentence, as ``fold`` returns it.
        about_attacks: Tells whether the page is about such attacks, so that it may quote them; asked only if need be.
    """
    words = set(_WORDS.findall(folded))
    wakes = _woken()
    for number in sorted({number for word in words & wakes.keys() for number in wakes[word]}):
        rule = RULES[number]
        for found in _compiled(number).finditer(folded):
            if not (rule.quotable and _quoted(folded, about_attacks)) and not (rule.sold and _SHOPS.search(folded)):
                return Command(rule.what, found.start(), found.end())
    abroad = command_abroad(folded, words)
    return Command(*abroad) if abroad else None


def talks_of_attacks(folded: str) -> int:
    """Return how often a text speaks of prompt injection and its kin."""
    return len(_ABOUT_ATTACKS.findall(folded))


def _quoted(folded: str, about_attacks: Callable[[], bool]) -> bool:
    """Whether a command is told of rather than given: among talk of attacks, and aimed at no review."""
    return not _TARGET.search(folded) and bool(_ABOUT_ATTACKS.search(folded) or about_attacks())
