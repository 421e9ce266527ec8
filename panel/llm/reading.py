"""A careful reader of ballots: it copes with much around the JSON, and never guesses a vote."""

import re
import reprlib
from collections.abc import Sequence

from panel.domain.ballot import Paper, Vote
from panel.domain.persona import Persona
from panel.errors import Refused, Unreadable
from panel.evidence.visible import visible
from panel.llm.particulars import argument, claims, confidence, flips_if
from panel.llm.replies import Fields, Reply, inner_objects, take_apart

LONGEST_QUOTE = 1_200
"""Characters of a quote beyond which it is kept, but noted as a gap."""

DECLINED = frozenset({"content_filter", "refusal"})
"""Finish reasons by which a provider or its model declines to answer."""

_KNOWN = frozenset({"argument", "claims", "vote", "confidence", "quote", "flips_if"})

_ELSEWHERE = re.compile(r'["“]vote["”]\s*:\s*["“]\s*(ship|skip)\s*["”]\s*(?=[,}\n]|\Z)', re.IGNORECASE)
"""A vote in text that is no readable object."""

_BEFORE, _AFTER = " \t\r\n*_\"'`“”‘’([", " \t\r\n*_\"'`“”‘’)].,;:!"
"""What may stand round the word ship or skip without changing what it says."""


def read_paper(text: str, persona: Persona, *, finish_reason: str | None = None) -> Paper:
    """Read a reply as a ballot paper.

    JSON may stand in fences, in prose, after thoughts; it may have comments, trailing commas or curly quotes. Vote and
    quote are what a ballot can't do without; whatever else is missing or odd becomes one of the paper's ``gaps``.

    Args:
        text: The reply, raw.
        persona: Who was asked; its moves are expected in the argument.
        finish_reason: Why the reply ended, if known.

    Raises:
        Unreadable: No ballot can be read, or only by guessing; the sentence says what a repair must mend.
        Refused: The finish reason says that the provider or its model declined to answer.
    """
    if finish_reason in DECLINED:
        raise Refused(f"the answer was declined ({finish_reason}): {_start(text)}", reply=text)
    try:
        return _paper(_chosen(take_apart(text), finish_reason), persona)
    except Unreadable as wrong:
        raise Unreadable(_sentence(wrong.problem, text), reply=text) from None


def _sentence(problem: str, text: str) -> str:
    return problem if text.strip() else "the reply is empty"


def _start(text: str) -> str:
    words = " ".join(visible(text[:2_000]).split())
    return repr(words if len(words) <= 120 else f"{words[:120]}…") if words else "it says nothing"


def _chosen(reply: Reply, finish_reason: str | None) -> Fields:
    """Return the one ballot of a reply; the last one, if several agree about the vote."""
    cut_off = finish_reason == "length"
    if reply.lost_in_thought:
        raise Unreadable("the reply ends within its thoughts; a ballot must follow them")
    if reply.unfinished:
        limit = ": it reached the limit of tokens (max_tokens)" if cut_off else ""
        raise Unreadable(f"the reply breaks off within its JSON object{limit}")
    ballots = _ballots(reply)
    if cut_off and reply.mended:
        raise Unreadable("the reply was cut off at the limit of tokens (max_tokens) and its JSON needs mending")
    votes: set[str] = {_vote(each) for each in ballots}
    votes |= {found[1].lower() for stretch in (*reply.broken, reply.prose) for found in _ELSEWHERE.finditer(stretch)}
    if len(votes) > 1:
        raise Unreadable("the reply votes both ship and skip; it must hold one ballot with one vote")
    return next((each for each in reversed(ballots) if _quote(each)), ballots[-1])


def _ballots(reply: Reply) -> Sequence[Fields]:
    seen = [each for found in reply.objects for each in _with_vote(found)]
    ballots = [each for each in seen if not _is_echo(each)]
    if ballots:
        return ballots
    if seen:
        raise Unreadable("the reply repeats the form of a ballot and doesn't fill it in")
    if reply.broken:
        raise Unreadable(f"the JSON can't be read: {reply.complaint}")
    if reply.objects:
        raise Unreadable("the reply's JSON has no vote, so it is no ballot")
    raise Unreadable("there is no JSON object in the reply")


def _with_vote(found: Fields) -> Sequence[Fields]:
    """Return the object itself if it has a vote; else those that it wraps, as in ``{"ballot": {…}}``."""
    if "vote" in found:
        return [found]
    return [inner for inner in inner_objects(found) if "vote" in inner]


def _is_echo(fields: Fields) -> bool:
    """Whether an object only repeats the schema, or an example with placeholders such as ``…`` or ``<words>``."""
    vote, quote = fields["vote"], fields.get("quote")
    if isinstance(vote, Fields) and ("enum" in vote or "type" in vote):
        return True
    if not isinstance(quote, str) or not quote.strip():
        return False
    words = quote.strip()
    return not any(c.isalnum() for c in words) or (words.startswith("<") and words.endswith(">"))


def _vote(fields: Fields) -> Vote:
    given = fields["vote"]
    if "vote" in fields.disputed:
        raise Unreadable("the ballot gives two different votes; it must give one")
    if isinstance(given, str):
        word = given.lstrip(_BEFORE).rstrip(_AFTER).lower()
        if word == "ship":
            return "ship"
        if word == "skip":
            return "skip"
    raise Unreadable(f'the vote is {reprlib.repr(given)}; it must be "ship" or "skip"')


def _quote(fields: Fields) -> str | None:
    given = fields.get("quote")
    words = visible(given).strip() if isinstance(given, str) else ""
    return words if any(c.isalnum() for c in words) else None


def _paper(fields: Fields, persona: Persona) -> Paper:
    vote, quote = _vote(fields), _quote(fields)
    if quote is None:
        raise Unreadable("the ballot has no quote; it needs the paragraph for the scorecard")
    if "quote" in fields.disputed:
        raise Unreadable("the ballot gives two different quotes; it must give one")
    gaps: list[str] = []
    paper = Paper(
        argument=argument(fields.get("argument"), persona, gaps),
        claims=claims(fields.get("claims"), gaps),
        vote=vote,
        confidence=confidence(fields.get("confidence"), gaps),
        quote=quote,
        flips_if=flips_if(fields.get("flips_if"), gaps),
    )
    if len(quote) > LONGEST_QUOTE:
        gaps.append(f"The quote has {len(quote):,} characters; a scorecard has room for {LONGEST_QUOTE:,}.")
    gaps.extend(
        f"The ballot gives two different values of {name!r}; the last one stands." for name in _disputed(fields)
    )
    unknown = [visible(name) for name in fields if name not in _KNOWN]
    if unknown:
        gaps.append(f"The ballot has keys that nobody asked for: {reprlib.repr(unknown)}.")
    return paper.model_copy(update={"gaps": tuple(gaps)})


def _disputed(fields: Fields) -> list[str]:
    return sorted(fields.disputed & _KNOWN)
