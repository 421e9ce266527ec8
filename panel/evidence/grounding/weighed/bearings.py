"""Signs of which way a freely worded statement points: denials, how far it reaches, what is to come, what clashes."""

import re
from collections.abc import Collection

from panel.evidence.conflicts.signs import signs
from panel.evidence.conflicts.statements import Signs
from panel.evidence.grounding.opinions.opinions import is_forecast
from panel.evidence.grounding.weighed.signs import DENIAL, Seen
from panel.evidence.lookup.parts import Unit, has_unit, said_by, units_of
from panel.evidence.passages import Passage

_ALL = re.compile(
    r"\b(?:every|all(?! but )|each|any|both(?! [^,;.]{1,40} and )|always|entire|whole|whichever|whatever|everyone|everybody|anyone|anybody|everything|throughout|"
    r"across the board|no matter|likewise|alike|including|(?<!is )(?<!are )(?<!was )(?<!were )included|as well)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:only|except|apart from|other than|limited|reserved|exclusive|unlike|not all|but not|excluding|besides|some|part of|optional|aren't|"
    r"isn't|not|no)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|first|sole|no other|nothing else|alone|just|merely|must|has to|have to)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:more|less|fewer|than|most|least|\w{3,}er than|cheaper|faster|slower|better|worse|ahead|behind|above|below|beats?|outdo\w*|lead\w*|"
    r"winner|won|lost|half|twice|double|times|same|equal|sooner|earlier|later|longer|shorter|bigger|smaller|lighter|heavier|\w+est)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:plan\w*|later|will|follow\w*|roadmap|promis\w+|expect\w*|coming|soon|intends?|next|due|yet|for now|pencilled|being looked at|"
    r"on the way|in the works|hope\w*|considering|(?:still|remains?) outstanding|still to come)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"(?:(?:is|are|was|were|do|does|did|ca|has|have)n['’]t|(?:(?:is|are|was|were|does|do)\s)?not)\s?(?:[:.;,]|$)",
    re.IGNORECASE,
)
"""A denial that says nothing of its own behind it: ``Tessera isn't:``, ``Relay is not``."""


def bearing_signs(seen: Seen, own: frozenset[str]) -> Signs:
    """Return which way a statement points beside the sentences that have most of it.

    Args:
        seen: The statement and the sentences.
        own: Lower-case words of the release's and its vendor's names.
    """
    claim = seen.claim
    denies = bool(DENIAL.search(claim.text)) or any(item.sign < 0 for item in claim.items)
    return {
        "denies": float(denies),
        **_refused(seen, denies),
        **(_affirmed(seen) if denies else {}),
        **_reach(seen, denies),
        **_paired(seen, own),
        "forecast": float(is_forecast(claim)),
    }


def _refused(seen: Seen, denies: bool) -> Signs:
    """Return how far what a sentence denies is what a statement affirms."""
    said = said_by(unit for unit in units_of(seen.claim) if unit.sign > 0)
    best: tuple[float, int, float, float, float] = (0.0, 0, 0.0, 0.0, 0.0)
    for sight in seen.sights:
        passage = seen.evidence.passages[sight.place]
        core = [unit for unit in seen.evidence.units(sight.place) if unit.sign < 0]
        total = sum(_worth(unit) for unit in core)
        if total < 0.9 or passage.text.rstrip().endswith("?") or _is_elliptic(passage):
            continue
        met = [unit for unit in core if has_unit(said, unit)]
        share = sum(_worth(unit) for unit in met) / total
        hits = sum(unit.strong for unit in met)
        strength = share * min(hits, 3) * (0.5 + sight.cover)
        if strength > best[0]:
            best = (strength, hits, share, sight.cover, float(bool(_LATER.search(passage.text))))
    strength, hits, share, cover, later = best
    if denies:
        return {"refused though it denies": strength, "refused for later": later}
    return {
        "refused": strength,
        "words refused": min(hits, 6) / 2,
        "share refused": share,
        "cover of what refuses": cover,
        "refused for later": later,
    }


def _is_elliptic(passage: Passage) -> bool:
    """Whether all that a sentence denies was said before: ``Relay, the remote-access service, is not``."""
    return bool(passage.denials) and all(_LEFT_OUT.match(passage.text[at:]) for at in passage.denials)


def _worth(unit: Unit) -> float:
    return 1.0 if unit.strong else 0.35


def _affirmed(seen: Seen) -> Signs:
    """Return how far a sentence affirms what a statement denies, and how far another denies it too."""
    core = [unit for unit in units_of(seen.claim) if unit.sign < 0]
    total = sum(_worth(unit) for unit in core)
    plain = doubted = 0.0
    for sight in seen.sights if total else ():
        passage, said = seen.evidence.passages[sight.place], seen.evidence.said(sight.place)
        share = sum(_worth(unit) for unit in core if has_unit(said, unit)) / total * (0.5 + sight.cover)
        if DENIAL.search(passage.text) or passage.denials or _LATER.search(passage.text):
            doubted = max(doubted, share)
        else:
            plain = max(plain, share)
    return {"affirmed": plain, "denied too": doubted, "affirmed rather": plain - doubted}


def _reach(seen: Seen, denies: bool) -> Signs:
    """Return how far a statement reaches, when it is, and whether the sentences beside it go as far."""
    text = seen.claim.text
    best = seen.sights[0]
    near = [seen.evidence.passages[sight.place].text for sight in seen.sights[:3]]
    first = near[0]
    every, only, compares = (bool(each.search(text)) for each in (_ALL, _ONLY, _COMPARES))
    limited = any(_SOME.search(each) and not _ALL.search(each) for each in near[:2])
    return {
        "all": float(every),
        "all, and limited": best.cover * (every and limited),
        "all, unheard": float(every and not _ALL.search(first)),
        "only": float(only),
        "only, unheard": float(only and not _any(_ONLY, near)),
        "compares": float(compares),
        "compares, unheard": float(compares and not _any(_COMPARES, near)),
        "the best is of later": best.cover * bool(_LATER.search(first) and not _LATER.search(text)),
        "of later": float(bool(_LATER.search(text))),
        "the best denies": best.cover * bool(not denies and DENIAL.search(first)),
        "denies, the best doesn't": best.cover * bool(denies and not DENIAL.search(first)),
    }


def _any(pattern: re.Pattern[str], texts: Collection[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _paired(seen: Seen, own: frozenset[str]) -> Signs:
    """Return how a statement clashes with the sentence that has most of it, as two sentences of two sources do."""
    found = signs(seen.claim, seen.evidence.passages[seen.sights[0].place], own)
    return {f"pair: {name}": strength for name, strength in found.items()}
