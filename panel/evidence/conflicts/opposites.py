"""Words that exclude each other when they are said of the same thing: on and off, required and optional."""

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.frames import alike, frame_of
from panel.evidence.conflicts.grammar import Needed, may_have, needed
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.phrases import PhraseBook

_OPPOSITES: dict[str, tuple[str, str, bool]] = {
    "on by default": (
        "on by default; enabled by default; switched on by default; turned on by default; active by default; opt-out",
        "off by default; disabled by default; switched off by default; turned off by default; inactive by default; "
        "opt-in",
        False,
    ),
    "whether it is needed": (
        "required; mandatory; compulsory; obligatory; is a must; necessary",
        "optional; voluntary; not necessary; not required",
        False,
    ),
    "confirmed or denied": (
        "confirmed; confirms; admitted; admits; acknowledged; acknowledges",
        "denied; denies; disputed; disputes; rejected; rejects; contradicted",
        False,
    ),
    "architecture": (
        "dense model; dense architecture; is dense; dense transformer",
        "mixture-of-experts; mixture of experts; moe; sparse model; sparse architecture",
        True,
    ),
    "what is in the box": (
        "is included; are included; comes with; come with; in the box; bundled with; includes; supplied with",
        "sold separately; bought separately; costs extra; cost extra; extra charge; not included; must be bought",
        False,
    ),
    "maturity": (
        "generally available; is stable; production-ready; production ready; out of beta; left beta; stable release; "
        "no longer in beta; is mature",
        "in beta; still beta; beta stage; experimental; in alpha; early access; public preview; in preview; is a beta",
        True,
    ),
    "approval": ("approved; cleared by", "rejected by; turned down; vetoed; refused approval", False),
    "direction of change": (
        "rose; grew; increased; went up; climbed; rises; grows",
        "fell; dropped; decreased; declined; shrank; went down; sank; falls",
        False,
    ),
    "profit": (
        "profitable; made a profit; makes a profit; in profit; turned a profit; in the black",
        "unprofitable; loss-making; made a loss; makes a loss; loses money; in the red; not * profitable; never * "
        "profit; no profit",
        True,
    ),
    "term of contract": (
        "cancel at any time; cancelled at any time; canceled at any time; cancel any time; cancel anytime; no "
        "minimum term; no contract; no commitment; without commitment",
        "minimum term; minimum contract; year contract; can not be cancelled; can not cancel; locked in for; term of "
        "<number>; twelve-month contract",
        True,
    ),
    "limit": (
        "unlimited; no limit; without limit; without limits; no cap; uncapped; no limits",
        "limited to; is capped; capped at; limit of; up to <number>; at most; no more than; maximum of",
        False,
    ),
    "encryption of what": ("encrypted", "unencrypted; in plain text; in clear text; in the clear", False),
    "hours of support": (
        "around the clock; 24/7; day and night; at any hour",
        "only on weekdays; weekdays only; office hours; business hours; only available on weekdays; on working days",
        True,
    ),
    "by hand or not": ("automatically; automatic; by itself", "manually; by hand; manual", False),
    "fixed or open": (
        "has been fixed; was fixed; is fixed; have been fixed; has been patched; was patched; fixes; patched; were "
        "fixed; resolved",
        "unfixed; unpatched; remains open; still open; not * fixed; not * patched; still crashes; persists; still "
        "broken; yet to be fixed",
        False,
    ),
    "origin": (
        "trained from scratch; built from scratch; developed from scratch; written from scratch",
        "fine-tuned version of; fine-tune of; fine-tuned from; based on; derived from; fork of; built on top of; "
        "adapted from",
        True,
    ),
    "which browsers": (
        "every browser; all browsers; any browser; all common browsers; all major browsers",
        "limited to chrome/firefox/safari/edge; only in chrome/firefox/safari/edge; only runs/works in "
        "chrome/firefox/safari/edge; chrome/firefox/safari/edge only",
        True,
    ),
    "delay": (
        "on schedule; on time; as planned",
        "delayed; postponed; pushed back; late; behind schedule; cancelled; called off",
        True,
    ),
    "single or several": (
        "single-threaded; single threaded; single-user; monolingual",
        "multi-threaded; multithreaded; multi threaded; multi-user; multilingual",
        True,
    ),
    "wired or wireless": (
        "is wireless; wireless charging; cordless",
        "is wired; wired only; only wired; needs a cable",
        False,
    ),
    "permission": (
        "is allowed; are allowed; is permitted; are permitted; may be; is legal",
        "is forbidden; are forbidden; is prohibited; are prohibited; is banned; are banned; is illegal; may not be; "
        "is ruled out",
        False,
    ),
    "storage format": (
        "plain markdown; plain text files; plain files; open format; markdown files; open file format; text files",
        "proprietary database; proprietary format; closed format; binary format; proprietary file",
        True,
    ),
    "modality": (
        "images as well as text; text and images; images and text; text as well as images; accepts images; takes images; reads images; "
        "understands images; sees images; multimodal; image input; images as input; accepts pictures; reads pictures",
        "text-only; only text; text only; text alone; no images; not * images; no image input; not multimodal; no pictures",
        True,
    ),
    "video resolution": (
        "in 8k; 8k video; records 8k; up to 8k",
        "maximum * resolution is 4k; at most 4k; only 4k; up to 4k; no 8k; maximum resolution of 4k; tops out at 4k; "
        "limited to 4k",
        True,
    ),
    "language of the documentation": (
        "only in english; english only; english-only; only available in english",
        "in <number> languages; in several languages; in many languages; multilingual; also in",
        False,
    ),
}
"""By matter: words for the one, words for the other, and whether they say enough without a word on what of."""


class Side(NamedTuple):
    """On which side of a matter a clause stands."""

    matter: str
    """The matter."""
    first: bool
    """Whether it is the first of the two."""
    rest: frozenset[str]
    """Concepts of the clause besides."""
    words: str
    """The words."""


@cache
def _book() -> PhraseBook[tuple[str, bool]]:
    return PhraseBook(
        (" ".join(phrase.split()), (matter, first))
        for matter, (one, other, _) in _OPPOSITES.items()
        for phrases, first in ((one, True), (other, False))
        for phrase in phrases.split(";")
    )


@cache
def _needed() -> Needed:
    return needed(phrase for one, other, _ in _OPPOSITES.values() for phrase in f"{one};{other}".split(";"))


def opposites(spoken: Spoken) -> Iterator[Statement]:
    """Yield on which side of known matters a sentence stands."""
    if not may_have(_needed(), spoken.stems):
        return
    found = _book().find(spoken.line)
    for match in found:
        matter, first = match.label
        if (
            spoken.line.stems[match.start - 1] == "be"
            or len(
                {
                    each.label[1]
                    for each in found
                    if each.label[0] == matter and spoken.line.stems[each.start - 1] != "be"
                }
            )
            > 1
        ):
            continue
        said = spoken.says(match.places)
        if said is None:
            continue
        number = spoken.bounds[match.start]
        rest = frozenset(
            concept
            for place, stem in enumerate(spoken.line.stems)
            if spoken.bounds[place] == number
            and place not in match.places
            and spoken.text[slice(*spoken.line.spans[place])].lower() not in spoken.own
            if spoken.line.kinds[place] == "w" and (concept := concept_of(stem))
        )
        start = spoken.line.spans[match.start][0]
        words = spoken.text[start : spoken.line.spans[match.end - 1][1]]
        side = Side(matter, first == said, rest, words)
        frame = partial(frame_of, spoken.unnamed.replace(words, " "), None, spoken.versions(start))
        keys = frozenset({f"opposite {matter}"})
        yield Statement("opposite", keys, side, spoken, frame, partial(spoken.whose, start), start)


def opposites_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two can't both be so; None if they can."""
    one, other = a.value, b.value
    if (
        not isinstance(one, Side)
        or not isinstance(other, Side)
        or one.matter != other.matter
        or one.first == other.first
    ):
        return None
    enough = _OPPOSITES[one.matter][2]
    shared = one.rest & other.rest
    apart = min(len(one.rest - other.rest), len(other.rest - one.rest))
    if apart > (1 if enough else 0) or (not shared and not (enough and (not one.rest or not other.rest or apart <= 1))):
        return None
    if not same_subject(a, b) or not alike(
        a.frame, b.frame, if_both=("part", "condition", "moment", "kind"), ignoring=("bill", "mode", "extra")
    ):
        return None
    about = f"{one.matter}: {', '.join(sorted(shared)[:3])}" if shared and not enough else one.matter
    return Clash(about, f"One says {one.words!r}, the other {other.words!r}.")
