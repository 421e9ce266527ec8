"""Whether a sentence denies what a statement affirms, or affirms what it denies."""

import re
from collections.abc import Collection, Sequence
from types import MappingProxyType
from typing import NamedTuple

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.denied.circumstances import exceptions
from panel.evidence.grounding.denied.lasting import is_kept
from panel.evidence.lookup.parts import are_of_two_components
from panel.evidence.passages import Item, Passage
from panel.evidence.stems import stem

Shared = Sequence[tuple[Item, tuple[Item, ...]]]
"""Words that a statement and a sentence share, each with its places in the sentence."""

_UNLESS = re.compile(r"\b(?:unless|except (?:when|if|where)|only (?:if|when|after|with)|until you)\b", re.IGNORECASE)
"""Words that leave a door open in a denial."""

_NEEDS = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|ha(?:s|ve|d) to|only (?:with|after|when|if|once)|without|unless|until|before|subject to|"
    r"depends on)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?! not)|(?<!n['’]t )(?<!not )ha(?:s|ve|d) to|only (?:with|after|when|if|once)|unless|until|before|subject to)\b",
    re.IGNORECASE,
)
"""What says on which condition something holds: a denial but for it says the same."""

_BOUND = re.compile(
    r"\s(?P<what>restrictions?|limits?|limitations?|constraints?|conditions?|fees?|charges?|surcharges?|caps?|quotas?|barriers?|obstacles?|bans?|hurdles?)\b",
    re.IGNORECASE,
)
"""What stands in the way of a thing, so that it is free where there is none of that."""

_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
"""What puts a thing after one name and before another."""

_CHOICE = re.compile(r"\b(?:can|may|could)\b(?! only)[^,;.]*\b(?:instead of|rather than|in place of)\b", re.IGNORECASE)
"""What leaves the choice between two, and denies neither."""

_SO_FAR = re.compile(r"\b(?:yet|for now|so far|at the moment|at present)\b", re.IGNORECASE)
"""What says that a denial holds when it was written."""

_WAITED = re.compile(r"\b(?:had to wait|waited)\b", re.IGNORECASE)
_NOUN_CUE = re.compile(r"(?:no|without|neither|nor|lack\w*|none)\b", re.IGNORECASE)
_LISTED = re.compile(r"s?\s?,|\s(?:or|and|nor)\b")
"""What follows a member of a list."""


_IN_THE_BETA = re.compile(
    r"\b(?:in|during|throughout|from)\s(?:the|our|its|their)\s(?:\w+\s){0,2}(?:preview|beta|early access)\b|"
    r"\b(?:used|ran|run|tried|tested|joined|took part|counted|saw|grew|served|had been)\b[^,;.]{0,20}\s(?:in|during|throughout) (?:beta|preview|early access)\b",
    re.IGNORECASE,
)
"""What says when something was, not that it still is a trial."""


class Pair(NamedTuple):
    """A word or name of a statement with its counterpart in a sentence."""

    mine: int
    """1 where the statement affirms it, -1 where it denies it."""
    theirs: int
    """The same of the sentence."""
    clause: int
    """Number of the sentence's clause."""
    start: int
    """Where it stands in the sentence; -1 if it stands round it."""


def is_opposed(claim: Passage, passage: Passage, shared: Shared, named: Sequence[Pair], clause: int | None) -> bool:
    """Whether one affirms what the other denies.

    Where a figure of the statement was found, its clause is compared by itself: another clause may well deny something.
    """
    if are_of_two_components(claim, passage):
        return False
    if _IN_THE_BETA.search(passage.text):
        shared = [(item, items) for item, items in shared if item.concept != "early"]
    if any(_says_opposite(item, items) for item, items in shared) or has_opposite(claim, passage):
        return True
    named = _telling(claim, named)
    if _is_excepted(passage, named) or is_kept(claim, passage):
        return False
    if _NEEDS.search(claim.text) and _MUST.search(passage.text):
        return False
    if (claim.dates or _WAITED.search(claim.text)) and _SO_FAR.search(passage.text):
        return False
    near_names = [pair.start for pair in named if pair.start >= 0]
    pairs = [*_paired(shared, near_names), *named]
    if clause is not None:
        near = [
            *_paired(_within(shared, clause), near_names),
            *(pair for pair in named if pair.clause == clause),
        ]
        if near and not _may_clash(claim, passage, near):
            return False
        several = bool(claim.clauses) and claim.clauses[-1] > 0
        far = [pair for pair in pairs if pair.clause != clause] if several else []
        return _differ(near) or (_differ(far) and _may_clash(claim, passage, far))
    both = {item.concept for item, _ in shared}
    turned = (item for item in claim.items if item.sign < 0)
    denies = any(not item.denying or item.concept in both or item.concept not in _SCALES for item in turned) or any(
        pair.mine < 0 for pair in named
    )
    if not denies and _UNLESS.search(passage.text):
        return False
    if not denies and pairs and not _is_denied(claim, passage, pairs):
        return False
    promised = bool(passage.later & {pair.clause for pair in pairs})
    return bool(pairs) and denies != any(pair.theirs < 0 for pair in pairs) and not (denies and promised)


def _may_clash(claim: Passage, passage: Passage, pairs: Sequence[Pair]) -> bool:
    """Whether a statement denies any of what it shares with a sentence, or that denies just this."""
    return any(pair.mine < 0 for pair in pairs) or _is_denied(claim, passage, pairs)


def _is_denied(claim: Passage, passage: Passage, pairs: Sequence[Pair]) -> bool:
    """Whether a sentence denies what it shares with an affirmation, and not something else beside it.

    ``no support for hardware keys on Linux`` denies nothing about running on Linux.
    """
    said = {item.concept for item in claim.items} | claim.name_concepts
    starts = [pair.start for pair in pairs if pair.theirs < 0 and pair.start >= 0]
    if not starts:
        return True
    first = min(starts)
    cue = max((at for at in passage.denials if at < first), default=first)
    if not _NOUN_CUE.match(passage.text[cue:]):  # "doesn't accept investors": the verb itself is what is denied
        behind = [item.span[1] for item in passage.items if item.span[0] > cue]
        cue = max(cue, min(behind, default=cue) - 1)
    between = [item for item in passage.items if cue < item.span[0] < first and item.sign < 0 and item.weight >= 1]
    if any(item.concept not in said and not _LISTED.match(passage.text[item.span[1] :]) for item in between):
        return False
    return not (_NOUN_CUE.match(passage.text[cue:]) and _is_of_another(passage, first, said))


def _is_of_another(passage: Passage, start: int, said: Collection[str]) -> bool:
    """Whether a denied word only says what nothing stands in the way of: ``use`` in ``no use restrictions``."""
    item = next((each for each in passage.items if each.span[0] == start), None)
    bound = _BOUND.match(passage.text[item.span[1] :]) if item else None
    return bound is not None and concept_of(stem(bound["what"].lower())).name not in said


def _telling(claim: Passage, named: Sequence[Pair]) -> Sequence[Pair]:
    """Return the names of which a statement affirms or denies anything, rather than placing or offering a thing by them."""
    if _BETWEEN.search(claim.text):
        return ()
    return [pair for pair in named if pair.mine > 0] if _CHOICE.search(claim.text) else named


def _within(shared: Shared, clause: int) -> tuple[tuple[Item, tuple[Item, ...]], ...]:
    """Return what a clause shares with a statement."""
    found = ((item, tuple(each for each in items if each.clause == clause)) for item, items in shared)
    return tuple((item, items) for item, items in found if items)


def _differ(pairs: Sequence[Pair]) -> bool:
    return bool(pairs) and any(pair.mine < 0 for pair in pairs) != any(pair.theirs < 0 for pair in pairs)


def _says_opposite(item: Item, items: Sequence[Item]) -> bool:
    """Whether a word that denies by itself stands against one that affirms: ``online only`` and ``works offline``."""
    by_itself = item.denying or any(each.denying for each in items)
    return item.weight >= 1 and by_itself and all(item.sign != each.sign for each in items)


def _is_excepted(passage: Passage, named: Sequence[Pair]) -> bool:
    """Whether a sentence affirms a statement's name behind the ``but`` that ends its denial: ``not on A, but on B``."""
    if not passage.denials:
        return False
    but = _BUT.search(passage.text, passage.denials[0])
    if but is not None and any(pair.mine > 0 and pair.theirs > 0 and pair.start > but.start() for pair in named):
        return True
    excepted = exceptions(passage)
    return any(pair.mine > 0 and any(pair.start in each for each in excepted) for pair in named)


_BUT = re.compile(r"\bbut\s(?:one|on|in|with|for|to|there)\b", re.IGNORECASE)


_SCALES = frozenset({"change", "speed", "correct", "early", "ahead", "dear", "local"})
"""Concepts of which the other end denies nothing by itself: what is slow, wrong or falls is so all the same."""

_OPPOSITES = MappingProxyType(
    {
        stem(word): stem(other)
        for word, other in (
            ("public", "private"),
            ("online", "offline"),
            ("wired", "wireless"),
            ("included", "excluded"),
        )
    }
)
"""Stems that exclude each other where they qualify the same thing."""


def has_opposite(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence has the very opposite of a word that a statement affirms, and not the word itself."""
    mine, theirs = claim.line.stems, passage.line.stems
    return any(
        opposite in theirs
        and word in mine
        and claim.sign_at(claim.line.spans[mine.index(word)]) > 0
        and (word not in theirs or passage.sign_at(passage.line.spans[theirs.index(word)]) < 0)
        for word, opposite in _OPPOSITES.items()
    )


def _paired(shared: Shared, names: Sequence[int]) -> list[Pair]:
    """Pair every shared word with where it stands nearest to the names, or to the word that tells most."""
    if not shared:
        return []
    anchors = names or [
        max((items for _, items in shared), key=lambda items: (items[0].weight, -len(items)))[0].span[0]
    ]
    found = []
    for item, items in shared:
        nearest = min(items, key=lambda each: min(abs(each.span[0] - anchor) for anchor in anchors))
        found.append(Pair(item.sign, nearest.sign, nearest.clause, nearest.span[0]))
    return found
