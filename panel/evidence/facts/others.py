"""Whose a price is: what tells a rival's, an older version's or another product's from the release's own."""

import re
from functools import lru_cache

from panel.evidence.facts.labels import column_of
from panel.evidence.facts.named import is_named_in
from panel.evidence.facts.plans import CHARGES, is_ours_too, names_release, rows
from panel.evidence.facts.wordings import PLANS, tells_of_another
from panel.evidence.lookup.belonging import owners_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import key_of, same_name
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES
from panel.evidence.words import words


def is_rivals(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price belongs to another product than the release and its plans."""
    subject = evidence.subject
    if _OLD_COLUMN.search(column_of(evidence, place, passage, quantity)) or _is_attribute(evidence, passage, quantity):
        return True
    if _is_beside(evidence, place, passage, quantity):
        return True
    if tells_of_another(subject, passage.text, quantity.span):
        return True
    if _is_own_list(evidence, passage, quantity) or _goes_on(evidence, passage, quantity):
        return False
    owned = owners_at(evidence, place, quantity.span)
    if owned and all(_is_of_another_number(subject.name, key) for key in owned):
        return True
    foreign = [
        key
        for key in owned
        if not subject.is_ours(key)
        and not key <= subject.name
        and not key <= _METERED | PLACES | _BEYOND
        and not is_ours_too(evidence, place, passage, key)
        and not _is_plural(passage, key)
        and not (key <= _PLATFORMS and not _costs(passage, key))
        and not (quantity.per and _is_of_a_machine(passage, key))
        and not (key & PLANS and not key - PLANS - subject.name)
        and not _is_plan(passage, key)
        and not _is_variant(evidence, key)
        and not _in_price_list(evidence, place, key)
        and not (evidence.tables.get(place) is not None and not is_named_in(evidence, key, 2))
    ]
    return bool(foreign) and not any(subject.is_ours(key) for key in owned)


def _is_of_another_number(ours: frozenset[str], key: frozenset[str]) -> bool:
    """Whether a name is the release's with another number: ``Corvid 2`` of a Corvid 3."""
    one, two = ({word for word in each if word[0].isdigit()} for each in (ours, key))
    return bool(one and two and not one & two and key - two <= ours)


def _goes_on(evidence: Evidence, passage: Passage, quantity: Quantity) -> bool:
    """Whether a sentence comes back to the release after an aside: ``Ferrule Team, which adds Slack alerts, costs``."""
    told = passage.text[: quantity.span[0]]
    return any(
        evidence.subject.is_ours(name.key) and _ASIDE.fullmatch(told[name.span[1] :])
        for name in passage.names
        if name.span[1] < len(told)
    )


_ASIDE = re.compile(
    r",\s(?:which|with|including|that|a|an|the)\s[^;:]+,\s(?:costs?|is|starts? (?:at|from)|comes? (?:to|at)|sells? for)\s(?:only |just |now )*"
)

_METERED = frozenset(
    words(
        "input inputs output outputs prompts completions tokens streaming batch transcription inference storage audio video speech "
        "images pages characters minutes compute embeddings generation synthesis"
    )
)
"""What is paid for by the amount: these open a sentence like a name and own no price."""


_BEYOND = frozenset(words("beyond above after past over before under per from rrp msrp srp uvp price cost"))
"""What opens a sentence like a name and only says from where on: ``Beyond that it is $18``."""


def _is_plural(passage: Passage, key: frozenset[str]) -> bool:
    """Whether what opens a sentence like a name is what is sold or who buys: ``Accounts are``, ``Teams pay``."""
    return any(
        name.key == key and name.text.lower() in _SOLD and _ARE.match(passage.text, name.span[1])
        for name in passage.names[:1]
    )


_SOLD = frozenset(
    words(
        "accounts mailboxes boxes seats plans licences licenses memberships subscriptions tickets users teams families schools households "
        "companies firms students members customers machines servers instances passes units kits orders prices fees minutes calls messages"
    )
)
"""What is sold, and who buys."""

_ARE = re.compile(r"\s(?:are|cost|pay|start at)\b")


def _is_of_a_machine(passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name is that of a chip or a machine that is rented, not of a product: ``An L40S costs``, ``Linux runners``."""
    return any(
        name.key == key
        and (_CHIP.fullmatch(name.text) or (key <= _PLATFORMS and _RUNNERS.match(passage.text, name.span[1])))
        for name in passage.names
    )


_CHIP = re.compile(r"(?:Nvidia |NVIDIA |AMD )?(?:[ABHLTV]\d{1,3}S?|GH?B?200|MI\d{3}X?|RTX \d{4}\w*|[v]?CPUs?|GPUs?)")
_RUNNERS = re.compile(r"\s(?:[a-z]+ )?(?:runners?|machines?|builds?|minutes?|instances?|servers?|jobs?|workers?)\b")


def _costs(passage: Passage, key: frozenset[str]) -> bool:
    """Whether what usually is a platform is itself what has a price: ``Apple's iPad costs``, ``Google charges``."""
    return any(name.key == key and _HAS_A_PRICE.match(passage.text, name.span[1]) for name in passage.names)


_HAS_A_PRICE = re.compile(
    r"\s(?:costs?|charges?|asks?|wants?|sells? for|starts? at|is (?:priced|sold|cheaper|dearer))\b"
)


def _is_beside(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price stands in the row or column of something else, in a table where the release has its own."""
    head = evidence.tables.get(place)
    if head is None:
        return False
    labels = [passages.text.partition(" | ")[0] for passages in rows(evidence, head)]
    for all_, own in (
        (labels, passage.text.partition(" | ")[0]),
        (evidence.passages[head].text.split(" | "), column_of(evidence, place, passage, quantity)),
    ):
        if not own or names_release(evidence, own) or not any(names_release(evidence, each) for each in all_):
            continue
        key = key_of(own)
        if (
            own[:1].isupper()
            and not key <= PLANS | _PLAN
            and not evidence.subject.is_ours(key)
            and not _PROPERTY.search(own)
        ):
            return True
    return False


_PLAN = frozenset({"plan", "tier", "edition", "licence", "license"})


_PROPERTY = re.compile(
    r"[$€£%]|\b(?:price|cost|per|input|output|tokens?|month\w*|year\w*|annual\w*|plan|tier|fee|usd|eur|gbp|value)\b",
    re.I,
)
"""What heads a row or column of figures rather than a product's."""


_PLATFORMS = frozenset(
    words(
        "windows mac macos linux ios ipados android iphone ipad steam app store google play web apple silicon pc switch playstation xbox"
    )
)
"""On what something runs: these don't own its price."""


_OLD_COLUMN = re.compile(r"\((?:19|20)\d\d\)|\b(?:old|previous|predecessor|before|formerly|until now)\b", re.IGNORECASE)
"""Head of a column that tells of what came before: ``Ring (2023)``."""


_SUM = re.compile(r"[$€£¥₹]?\s?\d[\d.,]*(?<!,)[\s-](?:euro\s|dollar\s|pound\s)?")


def _is_attribute(evidence: Evidence, passage: Passage, quantity: Quantity) -> bool:
    """Whether a price stands right before the name of something else: ``the $99 Puffin``."""
    text, start = passage.text, quantity.span[0]
    name = next(
        (
            each
            for each in passage.names
            if each.sure and not each.key <= PLACES and _SUM.fullmatch(text[start : each.span[0]])
        ),
        None,
    )
    return bool(name and not evidence.subject.is_ours(name.key) and not name.key & PLANS and not quantity.per)


def _is_plan(passage: Passage, key: frozenset[str]) -> bool:
    """Whether a name is followed by ``plan`` and the like, or opens a line of a price list."""
    for name in passage.names:
        if same_name(name.key, key):
            behind = passage.text[name.span[1] :]
            if name.span[0] < 4 and _LISTED.match(behind):
                return True
            if re.match(
                r"\s(?:plan|tier|edition|package|licen[cs]e|subscription|version)\b|\s?[:|]|\s[–—-]\s(?=[$€£¥₹])|, (?:the|an?|our|its) (?:[a-z]+ ){0,3}(?:plan|tier|package|subscription|membership)\b",
                behind,
            ):
                return True
    return False


_LISTED = re.compile(r"\W{0,3},?\s[$€£]\s?\d[\d.,]* (?:a|per|each) (?:month|year)(?: per \w+)?[:;]")
"""What stands behind the name of a plan in a line of a list: ``Grain, $19 a month: 5,000 documents``."""


def _is_own_list(evidence: Evidence, passage: Passage, quantity: Quantity) -> bool:
    """Whether a sentence of the maker lists what its kinds cost: ``T4 from $0.34 an hour, A100 $1.60 an hour``."""
    alike = [each for each in passage.quantities if each.kind == "money" and each.per in (quantity.per, ())]
    subject = evidence.subject
    source = next((each for each in evidence.dossier.release.sources if passage.cite.startswith(f"{each.key}.")), None)
    own = source is not None and subject.vendor and same_name(key_of(source.publisher or ""), subject.vendor)
    return bool(own and quantity.per and len(alike) > 1 and not {"hour", "month"}.isdisjoint(quantity.per))


def _is_variant(evidence: Evidence, key: frozenset[str]) -> bool:
    """Whether a name is the last part of a variant's: ``Mini`` of a Helix Coder 2 Mini."""
    return any(key <= variant for variant in _variants(evidence))


@lru_cache(maxsize=8)
def _variants(evidence: Evidence) -> frozenset[frozenset[str]]:
    """Return the names that say more than the release's, or stand right behind it: ``Obelin 3 Large``."""
    ours, release = evidence.subject.name, f"{evidence.dossier.release.name.casefold()} "
    return frozenset(
        name.key
        for passage in evidence.passages
        for name in passage.names
        if ours < name.key or passage.text[: name.span[0]].casefold().endswith(release)
    )


def _in_price_list(evidence: Evidence, place: int, key: frozenset[str]) -> bool:
    """Whether a single word before a price stands where plans are told: near the word ``plan``, under ``Pricing``."""
    if len(key) != 1 or any(c.isdigit() for word in key for c in word):
        return False
    if any(
        name.key == key
        and (
            _THEIRS.search(evidence.passages[place].text[: name.span[0]])
            or CHARGES.match(evidence.passages[place].text, name.span[1])
        )
        for name in evidence.passages[place].names
    ):
        return False
    heading = evidence.headings.get(place)
    near = [evidence.passages[heading].text] if heading is not None else []
    source = evidence.passages[place].cite.partition(".")[0]
    for at in range(max(0, place - 3), min(len(evidence.passages), place + 3)):
        if evidence.passages[at].cite.partition(".")[0] == source:
            near.append(evidence.passages[at].text)
    return any(_PLAN_WORD.search(text) for text in near)


_THEIRS = re.compile(r"[A-Z]\w+['’]s\s$")
"""Whose it is stands before it: ``Cursor's Bugbot``."""


_PLAN_WORD = re.compile(r"\b(?:plans?(?! to\b)|tiers?|pricing|editions?|subscriptions?)\b", re.IGNORECASE)
