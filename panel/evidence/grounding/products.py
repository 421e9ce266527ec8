"""Numbers that follow from how much one costs and how many there are, from a rate, or from what comes on top."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.amounts import comes_to
from panel.evidence.grounding.differences import derived_at
from panel.evidence.grounding.fitting import comparable
from panel.evidence.grounding.lapses import has_part, lapse_at
from panel.evidence.grounding.rates import allowances, rated
from panel.evidence.grounding.sums import summed_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.names import same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

NEAR = 10
"""Sentences whose numbers are multiplied, added and divided."""

MOST = 12
"""Numbers of a sentence that are tried."""

_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3_600.0, "day": 86_400.0, "week": 604_800.0}
_PERIODS = frozenset({*_SECONDS, "month", "year"})
_SCALES = {"1k": 1e3, "1m": 1e6}

_PEOPLE = frozenset(
    words(
        "user person people seat head member developer employee colleague engineer agent editor technician teammate worker "
        "programmer designer creator author teacher student pupil player driver analyst operator participant collaborator"
    )
)
"""Whom a price for one is for, whatever they are called."""

_ON_TOP = re.compile(
    r"\b(?:extra|additional(?:ly)?|on top|add-on|adds?|surcharge|plus|another|optional|sold separately|costs? [$€£¥]?[\d,.]+ more)\b",
    re.IGNORECASE,
)
"""What says that a price comes on top of another."""

_WITH = re.compile(r"\b(?:with|including|includes?|included|plus|and|together|add|added)\b", re.IGNORECASE)
_MORE = re.compile(r"\s(?:[\w-]+\s)?(?:more|above|over|higher|dearer|longer|heavier|later)\b", re.IGNORECASE)
_LESS = re.compile(
    r"\s(?:[\w-]+\s)?(?:less|fewer|below|under|lower|cheaper|shorter|lighter|earlier|off)\b", re.IGNORECASE
)
_YIELDS = re.compile(
    r"\b(?:buys?|lasts?|enough for|allows?|yields?|gives?|gets?|makes?|covers?|works out|comes? to|so)\b", re.IGNORECASE
)
"""What says how often one number goes into another."""


def reckoned_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the sentence from whose figures another one follows, by a difference, a product or a lapse; None if from none."""
    place = derived_at(claim, quantity, evidence, places)
    if place is None:
        place = multiplied_at(claim, quantity, evidence, places)
    if place is None:
        place = summed_at(claim, quantity, evidence, places)
    return lapse_at(claim, quantity, evidence) if place is None else place


def multiplied_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence from whose numbers and a statement's own a quantity follows; None if there is none.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    others = [each for each in claim.quantities if each is not quantity]
    priced = sorted(evidence.priced) if quantity.kind == "money" else []
    for place in dict.fromkeys((*places[:NEAR], *priced)):
        passage = evidence.passages[place]
        figures = rated(evidence, place)
        values = [*_beside_margin(claim, quantity, passage, figures, evidence), *_left_over(claim, quantity, passage)]
        values += _beside_multiple(claim, quantity, passage)
        if quantity.kind in ("money", "count"):
            values += _times(quantity, figures, [*others, *figures], evidence)
        if quantity.kind == "money":
            values += [*_for_a_span(claim, quantity, figures), *_apiece(claim, quantity, figures)]
            if _SAVES.search(claim.text):
                values += _saved_by_pack(quantity, passage, figures)
            values += _for_a_year(claim, quantity, figures, evidence)
            if _ON_TOP.search(passage.text) and (_WITH.search(claim.text) or has_part(claim, passage)):
                values += _on_top(claim, quantity, figures, evidence, places)
            if has_part(claim, passage):
                values += _of_rate(quantity, passage, evidence)
        else:
            values += _rates(quantity, figures)
            if _YIELDS.search(claim.text):
                values += _goes_into(quantity, figures, others)
        if any(comes_to(value, quantity) for value in values):
            return place
    return None


def _times(
    quantity: Quantity, prices: Sequence[Quantity], counts: Sequence[Quantity], evidence: Evidence
) -> Iterator[float]:
    """Yield what a price for one comes to for as many as are counted: ``₹2 per page`` for ``500 pages``."""
    for price in prices:
        if not price.per or not same_measure(price, quantity):
            continue
        periods = _PERIODS & set(price.per)
        months = 12.0 if "month" in periods and "year" in quantity.per else 1.0
        for count in counts:
            if count.kind in ("time", "months"):
                unit = next((each for each in price.per if each in _PERIODS), "")
                span = _length(count, unit)
                if span:
                    yield price.value * span
            elif count.kind in ("count", "number") and (part := _counted(price, count)):
                yield price.value * count.value / part * months
                free = [each.value for each in allowances(evidence) if same_measure(count, each)]
                yield from (price.value * (count.value - each) / part for each in free if each < count.value)


def is_factor(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a number is an example that another one of the statement is worked out for: ``500 pages cost ₹1,000``.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if quantity.kind not in ("count", "number", "time", "months"):
        return False
    results = [each for each in claim.quantities if each is not quantity and each.kind in ("money", "count")]
    near = dict.fromkeys((*places[:NEAR], *sorted(evidence.priced))) if results else ()
    return any(
        comes_to(value, each)
        for place in near
        for each in results
        for value in _times(each, rated(evidence, place), [quantity], evidence)
    )


_SHARE = re.compile(
    r"\b(?:at|for|pays?|paying|costs?|charged|only)\s(?:(?P<half>half)|(?P<twice>twice|double)|an?\s(?P<third>third)|an?\s(?P<quarter>quarter))\b"
    r"(?!\san?\s(?:hour|year|day|month|million|dozen))",
    re.IGNORECASE,
)
"""What says that a price is a part or a multiple of the usual one: ``at half the rate``, ``clinics pay half``."""

_SHARES = {"half": 0.5, "twice": 2.0, "third": 1 / 3, "quarter": 0.25}


def _of_rate(quantity: Quantity, passage: Passage, evidence: Evidence) -> Iterator[float]:
    """Yield the prices of the dossier as many times as a sentence says that something costs."""
    match = _SHARE.search(passage.text)
    for place in sorted(evidence.priced) if match and match.lastgroup else ():
        for price in evidence.passages[place].quantities[:MOST]:
            if match and match.lastgroup and price.kind == "money" and price.unit == quantity.unit:
                yield price.value * _SHARES[match.lastgroup]


_SPAN = re.compile(r"\b(?:an?|one|per|each|every)\s(second|minute|hour|day|week)\b", re.IGNORECASE)


def _for_a_span(claim: Passage, quantity: Quantity, prices: Sequence[Quantity]) -> Iterator[float]:
    """Yield what a price for one span of time comes to for another: half a cent a minute for ``an hour``."""
    spans = [match[1].lower() for match in _SPAN.finditer(claim.text)]
    for price in prices if spans else ():
        own = next((each for each in price.per if each in _SECONDS), "")
        if own and same_measure(price, quantity):
            yield from (price.value * _SECONDS[span] / _SECONDS[own] for span in spans if span != own)


_SAVES = re.compile(r"\b(?:sav(?:es?|ed|ing)|cheaper|less)\b", re.IGNORECASE)
_PACK = re.compile(
    r"\b(?:pack|set|box|bundle|case)\sof\s(?P<many>two|three|four|five|six|eight|ten|twelve|\d{1,2})\b|\b(?P<pair>pair|twin[- ]pack)\b",
    re.IGNORECASE,
)


def _saved_by_pack(quantity: Quantity, passage: Passage, prices: Sequence[Quantity]) -> Iterator[float]:
    """Yield what several in a pack cost less than one by one."""
    match = _PACK.search(passage.text)
    for one, pack in permutations(prices, 2) if match else ():
        if match and one.kind == pack.kind == "money" and one.unit == pack.unit == quantity.unit:
            many = 2 if match["pair"] else _MANY.get(match["many"].lower()) or int(match["many"])
            yield many * one.value - pack.value


_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}

_APIECE = re.compile(r"\b(?:each|apiece|per (?!month|year|week|day|hour|minute)\w+)\b", re.IGNORECASE)


_YEARLY = re.compile(r"\b(?:an?|one|per|each|every|full|whole)\syear\b|\byearly\b|\bannual(?:ly)?\b", re.IGNORECASE)


def _for_a_year(claim: Passage, quantity: Quantity, prices: Sequence[Quantity], evidence: Evidence) -> Iterator[float]:
    """Yield what a price for a month comes to in a year, where no source has one for a year."""
    if not _YEARLY.search(claim.text) or "month" in quantity.per:
        return
    parts = [unit for unit in evidence.parts(claim) if unit.strong]
    for place in evidence.priced:
        yearly = any(each.kind == "money" and "year" in each.per for each in evidence.passages[place].quantities)
        if yearly and (not parts or any(has_unit(evidence.said(place), unit) for unit in parts)):
            return
    monthly = (each for each in prices if each.kind == "money" and "month" in each.per)
    yield from (12 * each.value for each in monthly if each.unit == quantity.unit)


def _apiece(claim: Passage, quantity: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield what one costs of several that have one price: 99 francs for a set of three."""
    if quantity.kind == "money" and _APIECE.search(claim.text):
        counts = [each.value for each in figures if each.kind in ("count", "number") and 1 < each.value <= WHOLE]
        prices = [each.value for each in figures if each.kind == "money" and each.unit == quantity.unit]
        yield from (price / count for price in prices for count in counts)


_FAILS = re.compile(
    r"\b(?:not|never|no|none|without|miss\w*|fail\w*|wrong\w*|incorrect\w*|late|lost|lose\w*|rest|remain\w*|others?|refus\w*|reject\w*|errors?|"
    r"faulty|dropped|broken?|crash\w*|unanswered|unsolved|unread)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What is said of the part that is left when the other part went well."""

WHOLE = 100
"""Percent, and the most that a set has of one thing."""


def _left_over(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what is left of a hundred: three in a hundred failed where 97 percent went well."""
    if quantity.kind == "percent" and _FAILS.search(claim.text) and not _FAILS.search(passage.text):
        yield from (WHOLE - each.value for each in passage.quantities[:MOST] if each.kind == "percent")


def _counted(price: Quantity, count: Quantity) -> float:
    """Return per how many of what is counted a price is; 0 if it is per something else."""
    for per in price.per:
        scale, _, noun = per.rpartition(" ")
        if noun == "token" and "tok" not in price.text and scale:
            return _SCALES.get(scale, 1.0)  # "$0.80 per thousand" of whatever is sold
        if noun not in _PERIODS and count.unit and (_is_same(noun, count.unit) or {noun, count.unit} <= _PEOPLE):
            return _SCALES.get(scale, 1.0)
    return 0.0


def _is_same(one: str, two: str) -> bool:
    return concept_of(stem(one)) == concept_of(stem(two))


def _length(count: Quantity, unit: str) -> float:
    """Return how many of a unit a time lasts; 0 if it can't be said."""
    if count.kind == "months":
        return {"month": count.value, "year": count.value / 12}.get(unit, 0.0)
    return count.value / _SECONDS[unit] if unit in _SECONDS else 0.0


def _on_top(
    claim: Passage, quantity: Quantity, figures: Sequence[Quantity], evidence: Evidence, places: Sequence[int]
) -> Iterator[float]:
    """Yield the prices of the dossier with what comes on top of them, and with another thing that a statement speaks of."""
    extras = [each.value for each in figures if each.kind == "money" and each.unit == quantity.unit]
    near = sorted({*places[:NEAR], *evidence.priced})
    spoken = [evidence.passages[place] for place in near if has_part(claim, evidence.passages[place])]
    more = {
        each.value
        for passage in spoken
        for each in passage.quantities[:MOST]
        if each.kind == "money" and each.unit == quantity.unit
    }
    for place in sorted(evidence.priced):
        for price in evidence.passages[place].quantities[:MOST]:
            if price.kind == "money" and price.unit == quantity.unit:
                dear = [extra for extra in extras if extra < price.value]
                yield from (price.value + extra for extra in dear)
                yield from (price.value + one + two for one in dear for two in more if two not in (one, price.value))


def _beside_margin(
    claim: Passage, quantity: Quantity, passage: Passage, figures: Sequence[Quantity], evidence: Evidence
) -> Iterator[float]:
    """Yield what another thing has by how far a sentence sets the two apart: ``$249, $50 less than the older one``."""
    for margin in figures:
        behind = passage.text[margin.span[1] :]
        yield from _before_move(passage.text, margin, figures)
        sign = 1 if _LESS.match(behind) else -1 if _MORE.match(behind) else 0
        alone = not any(one is not margin and comparable(one, margin) for one in figures)
        if sign and alone and margin.kind == "money" and _has_name(claim, passage):
            priced = (each for place in evidence.priced for each in evidence.passages[place].quantities)
            yield from (each.value + sign * margin.value for each in priced if same_measure(each, margin))
        if not sign or "than" not in behind[:60]:
            continue
        for one in figures:
            if one is not margin and comparable(one, margin) and comparable(quantity, one):
                yield one.value + sign * margin.value


def _has_name(claim: Passage, passage: Passage) -> bool:
    """Whether two sentences speak of somebody or something by one name."""
    return any(same_name(one.key, two.key) for one in claim.names for two in passage.names if one.sure and two.sure)


_OF_WHOSE = re.compile(
    r"\s(?:as\s\w+\s(?:\w+\s)?as|of\s(?:what|that)|that\sof|the\s\w+\sof|what|(?:more|less|fewer)\sthan)\s", re.IGNORECASE
)
"""What stands between a multiple and the other thing: ``a third of what Pixhaven needs``."""


def _beside_multiple(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what another thing has of which a sentence has a multiple: ``640 MB, a third of what the old one needs``."""
    for times in passage.quantities[:MOST]:
        behind = passage.text[times.span[1] :]
        if times.kind != "multiple" or not times.value or not _OF_WHOSE.match(behind):
            continue
        other = {word for word in _WORDS.findall(behind) if word[0].isupper() or word in _OLDER}
        if other & set(_WORDS.findall(claim.text)):
            alike = (each for each in passage.quantities if each is not times and same_measure(quantity, each))
            yield from (each.value / times.value for each in alike)


_WORDS = re.compile(r"[A-Za-z][\w-]+")
_OLDER = frozenset({"predecessor", "old", "older", "previous", "first", "former"})

_MOVED = re.compile(
    r"\b(?:(?P<down>falls?|fell|fallen|drops?|dropped|sinks?|sank|shrinks?|shrank|cut|reduced|lowered|decreas\w+|loses?|lost)|"
    r"rises?|rose|risen|grows?|grew|grown|climbs?|climbed|gains?|gained|improv\w+|increas\w+|raised)\s(?:by\s)?(?:about\s)?$",
    re.IGNORECASE,
)
"""What stands before how far something moved."""


def _before_move(text: str, margin: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield from where something came of which a sentence says how far it moved and where to: ``falls by 2 points to 90``."""
    moved = _MOVED.search(text[: margin.span[0]])
    for one in figures if moved else ():
        if moved and _TO.fullmatch(text[margin.span[1] : one.span[0]]) and comparable(one, margin):
            yield one.value + margin.value if moved["down"] else one.value - margin.value


_TO = re.compile(r"\sto\s(?:just\s|about\s|only\s)?")


def _rates(quantity: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield how many there are in a minute or an hour of what is done in a longer or shorter time."""
    unit = next((each for each in quantity.per if each in _SECONDS), "")
    for count in figures if unit else ():
        if count.kind not in ("count", "number") or not comparable(quantity, count):
            continue
        own = next((each for each in count.per if each in _SECONDS), "")
        if own and (own != unit or sum(own in each.per for each in figures) == 1):
            yield count.value / _SECONDS[own] * _SECONDS[unit]
        yield from (count.value / each.value * _SECONDS[unit] for each in figures if each.kind == "time" and each.value)


def _goes_into(quantity: Quantity, figures: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[float]:
    """Yield how often a number of a statement goes into one of the dossier: 20 credits into 700."""
    if quantity.kind not in ("count", "number", "time", "months"):
        return
    for other in others:
        for whole in figures:
            if other.value and whole.value > other.value and same_measure(other, whole) and other.unit == whole.unit:
                yield whole.value / other.value
