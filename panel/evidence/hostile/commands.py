"""Commands: words that address a reader made of software, or tell whoever reviews how to vote."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from panel.evidence.hostile.abroad import command_abroad
from panel.evidence.hostile.english import RULES
from panel.evidence.hostile.folding import words_of
from panel.evidence.hostile.pressure import awake, hailed, pressure


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
_ABOUT_DEFENCE = re.compile(
    r"\bdetectors?\b|\bfalse (?:alarm|positive)|\b(?:hidden|encoded|invisible) (?:text|instruction|markup|command)|\bai readers\b|\bguard-?rails?\b"
    r"|\b(?:looks?|scans?|search(?:es)?|checks?|watch(?:es)?|filters?|screens?) for (?:text|requests|attempts|prompts|instructions|commands)\b"
    r"|\b(?:steer|manipulate|trick|fool|hijack)s? (?:an?|the) (?:\w+ )?(?:model|chatbot|assistant|bot)s?\b|\b(?:pretended|fake|forged) (?:system|tool) (?:message|result|turn)s?\b"
)
_TARGET = re.compile(
    r"\b(?:votes?|ship|rate|score|rating|praise|recommend|approve|reviewers?|this (?:product|release|tool|app|review"
    r"|page)"
    r"|verdict|positive\w*|ballot)\b"
)
_SHOPS = re.compile(r"app store|google play|play store|product hunt|\bg2\b|trustpilot|capterra|yelp|amazon|steam\b")
_STARS = re.compile(r"\b(?:5|five)[ -]stars?\b")
_CUSTOMERS = re.compile(r"\b(?:us|if you|or give it back|send it back|your friends|we'll|you'll|your money)\b")
_READERS = re.compile(
    r"\b(?:ai|llms?|models?|assistants?|reviewers?|judges?|graders?|evaluators?|panel|this (?:page|release|entry)|agents?)\b"
)
_OWN = re.compile(r"\b(?:votes?|ship|ballot|this release|verdict)\b")
_MACHINES = re.compile(
    r"\b(?:(?:ki|ai|sprach|taal|sprak|sprog)-?modell?\w*|modell?[eio]s? (?:de |di )?(?:linguag\w*|lenguaj\w*|langag\w*|linguist\w*|jezykow\w*)"
    r"|(?:language|ai) models?|llms?|chatbots?|(?:ki|ai|ia)[ -](?:assisten\w+|agent\w*|gutachter\w*|system\w*)|(?:asistente|assistent|agente)s? (?:de |di )?(?:ia|ai)\b)"
)
"""What readers made of software are called in the languages of the Latin script."""

_QUOTATION = re.compile(r"\"[^\"]{8,300}\"|(?<!\w)'[^\"]{8,300}?'(?!\w)")
_RECOUNTS = re.compile(
    r"\b(?:reads?|said|says?|wrote|writes?|writing|write|called|wording|such as|like|sample|examples?|for instance|put|phrases?|joked?"
    r"|typed|slogan)\b[^.!?\"]{0,30}$"
)
_SAID = re.compile(
    r"\s?(?!you\b)(?:[\w'-]+ ){1,5}?(?:said|says|shouted|shouts|cried|cries|joked|jokes|laughed|wrote|writes|told|whispered|muttered|insisted|insists|quipped)\b"
    r"|\s?(?:said|says|shouted|cried|joked|wrote|insisted)\b"
)
"""What stands behind words that somebody is told to have said."""

_TELLS = re.compile(
    r"\b(?:examples?|for instance|such as|e\.g\.|like|wrote|found|says?|said|reads?|called|phrases?|sentences?|lines?"
    r"|writes?|puts?|words?|typical|hidden|text|flags?)\b"
)

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
    words = words_of(folded)
    for number in awake(words, _woken()):
        rule = RULES[number]
        for found in _compiled(number).finditer(folded):
            if (rule.quotable and _quoted(folded, about_attacks)) or (rule.sold and _sold(folded)):
                continue
            if not _reported(folded, about_attacks) and not _recounted(folded, found.start()):
                return Command(rule.what, found.start(), found.end())
    if (abroad := command_abroad(folded, words)) and not (abroad.what.startswith("says how") and _SHOPS.search(folded)):
        return Command(*abroad)
    if (pressed := pressure(folded, words)) and not (
        _reported(folded, about_attacks) or _quoted(folded, about_attacks)
    ):
        return Command("presses those who judge", *pressed)
    return None


def calls_on_machines(folded: str) -> bool:
    """Whether a passage calls on a reader made of software, so that what follows may be for that reader too.

    Abroad only a question about such readers does: what they should do is said in its answer.
    """
    if hailed(folded, words_of(folded)):
        return True
    return "?" in folded and folded.rstrip("* _").endswith("?") and bool(_MACHINES.search(folded))


def talks_of_attacks(folded: str) -> int:
    """Return how often a text speaks of prompt injection and its kin."""
    return len(_ABOUT_ATTACKS.findall(folded)) + len(_ABOUT_DEFENCE.findall(folded))


def _quoted(folded: str, about_attacks: Callable[[], bool]) -> bool:
    """Whether a command is told of rather than given: among talk of attacks, and aimed at no review."""
    return not _TARGET.search(folded) and bool(_ABOUT_ATTACKS.search(folded) or about_attacks())


def _sold(folded: str) -> bool:
    """Whether it is customers who are asked for stars: in a shop, for "us", or if they like what they bought."""
    if _SHOPS.search(folded):
        return True
    return bool(_STARS.search(folded) and _CUSTOMERS.search(folded) and not _READERS.search(folded))


def _recounted(folded: str, start: int) -> bool:
    """Whether a command that is aimed at no review stands in quotation marks, right after a word that tells of it."""
    return any(
        quote.start() <= start < quote.end()
        and bool(
            _RECOUNTS.search(folded[max(0, quote.start() - 40) : quote.start()]) or _SAID.match(folded, quote.end())
        )
        and not _TARGET.search(quote.group())
        for quote in _QUOTATION.finditer(folded)
    )


def _reported(folded: str, about_attacks: Callable[[], bool]) -> bool:
    """Whether a command stands in quotation marks as an example, on a page about such attacks."""
    if _OWN.search(folded):
        return False
    told = _QUOTATION.sub("", folded)
    return len(told) < len(folded) - 8 and bool(_TELLS.search(told)) and about_attacks()
