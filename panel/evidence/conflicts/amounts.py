"""Numbers of the same thing: counts, sums, sizes, scores, places in a ranking."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from panel.evidence.conflicts.concepts import concepts
from panel.evidence.conflicts.frames import Frame, alike, frame_of
from panel.evidence.conflicts.names import is_own
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.measures import Quantity, agree, same_measure

_TOPICS: dict[str, dict[str, str]] = {
    "money": {
        "funding": r"\brais(?:ed?|es|ing)\b|\bseries [a-h]\b|\bseed\b|\bfund(?:ing|ed|s)?\b(?! to)|\bround\b",
        "valuation": r"\bvalu(?:ed|ation|es)\b|\bworth\b",
        "acquisition": r"\bacqui\w+|\bbought\b|\bbuys?\b|\btake-?over\b|\bpurchase[ds]?\b",
        "stake": r"\bstake\b|\binvest\w*",
        "revenue": r"\brevenues?\b|\bearn\w*|\barr\b|\bturnover\b|\bprofits?\b|\bloss(?:es)?\b",
        "fine": r"\bfined?\b|\bpenalt\w+|\bsettlement\b|\bdamages\b",
        "spending": r"\brebuil\w*|\bbudget\b|\bspen[dt]\w*|\binfrastructure\b|\bdata cent\w+",
        "price": r"\bcosts?\b|\bpric\w+|\bplans?\b|\btiers?\b|\bsubscri\w+|\bcharg\w+|\bs[eo]lls?\b|\bsold\b|\bpay\w*|\bfees?\b|\bper\b|/|\bavailable (?:for|at)\b"
        r"|\bretails?\b|\bgoes for\b|\b(?:comes|starts|start) (?:in )?at\b|\bbilled\b|\ba (?:month|year|seat)\b|\b(?:pro|plus|team|business) is\b|\bfor \$",
    },
    "time": {
        "battery": r"\bbatter\w+|\bcharge\b|\brecharg\w+",
        "training": r"\btrain(?:ed|ing)?\b",
        "latency": r"\blatenc\w+|\brespon[ds]\w*|\bstart-?up\b|\bboots?\b|\bcold start",
        "trial": r"\btrial\b",
        "warranty": r"\bwarrant\w+|\bguarantee\b",
        "support": r"\bsupported for\b|\bsupport for\b|\bupdates\b|\bsecurity (?:patches|fixes)\b",
        "history": r"\bhistory\b|\bretain\w*|\bretention\b|\bkept\b|\bkeeps?\b|\bdelet\w+|\bstored\b",
        "rebuild": r"\brebuil\w*",
        "delivery": r"\bdeliver\w*|\bships? (?:in|within)\b|\bwaiting\b",
        "charging": r"\bfull charge\b|\bcharges? in\b|\bcharging (?:time|takes)\b|\bto (?:re)?charge\b",
        "limit": r"\blimit\w*|\bup to\b|\bmaximum\b|\blongest\b",
    },
    "token": {
        "context": r"\bcontext\b|\bwindow\b|\breads\b",
        "output": r"\boutputs?\b|\bgenerat\w+|\banswers?\b",
        "training": r"\btrain(?:ed|ing)?\b|\bcorpus\b|\bdata\b",
        "price": r"[$€£]",
        "speed": r"\bper second\b|/s\b|\btokens a second\b",
    },
    "bytes": {
        "storage": r"\bstorage\b|\bssd\b|\bdisk\b|\bdrive\b|\bflash\b",
        "memory": r"\bmemory\b|\bram\b",
        "vram": r"\bvram\b|\bgpus?\b|\bcards?\b",
        "size": r"\bweighs\b|\bdownload\b|\bfile\b|\bsize\b|\binstall\w*",
    },
}
_SCORES = re.compile(r"\bscor\w+|\breach\w*|\bachiev\w+|\bgets?\b|\bgot\b|\bhits?\b|\bposts?\b|\bpoints?\b|\bmarks?\b|\brat(?:ed|ing|es)\b|\bbenchmark|\bindex\b", re.IGNORECASE)
_BENCH = re.compile(r"bench|index|\beval|\bhard\b|verified|arena|mmlu|gpqa|aime|humaneval|math|swe|arc|glue|exam|suite|test|docvqa|refcoco|leaderboard|livecode", re.IGNORECASE)
_CHANGED_FROM = re.compile(r"\b(?:from|instead of|up from|down from|compared (?:with|to)|against|rather than|formerly|was|previously|after|than|not|another|extra|save[sd]?|saving|(?:increas\w*|grew|rose|cut|reduced|down|up|lowered|raised) by)\s+(?:the\s|its\s|an?\s|just\s|only\s)?$", re.IGNORECASE)
_BASELINE = re.compile(r"\b(?:than|compared (?:with|to)|versus|vs\.?|over|against|relative to)\s([^,.;]{2,60})", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*(?:of\s(?:its|their|the|them|these|those|our|which)|out of|in (?:five|ten|\d))\b", re.IGNORECASE)
_SHARED = re.compile(r"\s*(?:points\s)?(?:each|apiece|respectively)\b", re.IGNORECASE)
_WITH = re.compile(r"\s*(?:,? (?:which|who) (?:has|have|had)|with|at|\(|:|=|scor\w+|reach\w+|has|gets|got|on|is at)\s*(?:a\s|about\s)?", re.IGNORECASE)
_HEADS = frozenset("user member person people seat developer head employee subscriber customer".split())
_PERIODS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_SAME_UNIT = {"people": "user", "person": "user", "customer": "user", "subscriber": "user", "worker": "employee", "staff": "employee", "staffer": "employee",
              "developer": "user", "doctor": "physician", "plugin": "plug-in", "month": "month", "member": "user", "connector": "integration", "tongue": "language",
              "weight": "parameter", "photo": "image", "picture": "image", "country": "country", "nation": "country", "call": "request"}  # fmt: skip
_EMPLOYS = re.compile(r"\bemploy\w*|\bstaff\b|\bteam of\b|\bworkforce\b|\bheadcount\b|\bwork for\b|\bhires?\b", re.IGNORECASE)
_NEUTRAL_MODIFIERS = frozenset("operational interaction different distinct supported available official separate various built-in active-user human of "
                               "million billion thousand native interactive working usage in total supported selectable full new-generation monthly".split())


class Amount(NamedTuple):
    """A number with what it is of."""

    quantity: Quantity
    """The number."""
    topic: frozenset[str]
    """What it measures, where its unit alone doesn't say."""
    bench: frozenset[str]
    """Words of the names of the test that a score is of."""
    words: frozenset[str]
    """Concepts of the stretch that it stands in."""
    baseline: str
    """What a comparison is with."""
    modifiers: frozenset[str]
    """What stands between a count and what it counts."""


def amounts(spoken: Spoken) -> Iterator[Statement]:
    """Yield the numbers of a sentence that another sentence could give differently."""
    for number, quantity in enumerate(spoken.quantities):
        if _CHANGED_FROM.search(spoken.text[max(0, quantity.span[0] - 24) : quantity.span[0]]):
            continue
        if quantity.kind == "multiple" or _SHARED.match(spoken.text, quantity.span[1]) or _OF_THEM.match(spoken.text, quantity.span[1]):
            continue
        start, end = _stretch(spoken, number)
        words = spoken.text[start:end]
        amount = _amount(spoken, quantity, words, (start, end))
        keys = _keys(amount)
        if keys:
            yield Statement(
                "amount",
                keys,
                amount,
                spoken,
                partial(_frame, spoken, quantity, words),
                partial(_owner, spoken, quantity, (start, end)),
            )


def _frame(spoken: Spoken, quantity: Quantity, words: str) -> Frame:
    """Return what limits a number; a rank's own words (``second place``) are none of it."""
    context = spoken.text if len(spoken.quantities) == 1 else words
    if quantity.kind == "rank":
        words, context = words.replace(quantity.text, " "), context.replace(quantity.text, " ")
    return frame_of(words, context, spoken.versions(quantity.span[0]))


def _stretch(spoken: Spoken, number: int) -> tuple[int, int]:
    """Return the part of the clause that speaks of one number: up to the comma or ``and`` that parts it from the next."""
    quantity = spoken.quantities[number]
    start, end = spoken.clause(quantity.span[0])
    if number:
        before = spoken.quantities[number - 1].span[1]
        if before > start:
            start = _cut(spoken.text, before, quantity.span[0], last=False) or before
    if number + 1 < len(spoken.quantities):
        after = spoken.quantities[number + 1].span[0]
        if after < end:
            end = _cut(spoken.text, quantity.span[1], after, last=True) or after
    return start, max(end, quantity.span[1])


def _cut(text: str, start: int, end: int, *, last: bool) -> int | None:
    cuts = [found.start() for found in re.finditer(r",|;|\band\b|\bbut\b|\bwhile\b|\(", text[start:end])]
    return start + (cuts[-1] if last else cuts[0]) if cuts else None


def _amount(spoken: Spoken, quantity: Quantity, words: str, span: tuple[int, int]) -> Amount:
    unit = _SAME_UNIT.get(quantity.unit, quantity.unit)
    if quantity.kind == "count" and unit == "user" and _EMPLOYS.search(spoken.text):
        unit = "employee"
    clause = spoken.text[slice(*spoken.clause(quantity.span[0]))]
    family = "time" if quantity.kind == "months" else "token" if unit == "token" else quantity.kind
    topics = {name for name, pattern in _TOPICS.get(family, {}).items() if re.search(pattern, words, re.IGNORECASE)}
    topics = topics or {name for name, pattern in _TOPICS.get(family, {}).items() if re.search(pattern, clause, re.IGNORECASE)}
    if len(topics) > 1:
        topics.discard("price")
    names = [name for name in spoken.names if span[0] <= name.start < span[1] or _led_by(spoken, name.start)]
    bench = frozenset(word for name in names if not is_own(name, spoken.own) and (_BENCH.search(name.text) or _after_on(spoken.text, name.start))
                      for word in name.words if not re.fullmatch(r"v?\d+(\.\d+)*", word))  # fmt: skip
    baseline = _BASELINE.search(spoken.text, quantity.span[1])
    modifiers = frozenset(word for word in quantity.noun if word != quantity.noun[-1:] and _SAME_UNIT.get(_single(word), _single(word)) != unit) - _NEUTRAL_MODIFIERS
    if quantity.kind == "count":
        cut = list(quantity.noun)
        places = [n for n, word in enumerate(cut) if _single(word) == quantity.unit or word == quantity.unit]
        modifiers = frozenset(cut[: places[0]] if places else ()) - _NEUTRAL_MODIFIERS
    return Amount(replace(quantity, unit=unit), frozenset(topics), bench, concepts(clause, spoken.own), baseline.group(1).lower() if baseline else "", modifiers)


def _led_by(spoken: Spoken, place: int) -> bool:
    """Whether a name stands in the phrase that opens the sentence: ``On HealthBench Hard it reaches …``."""
    found = re.match(r"(?:[^,]{0,40}: )?(?:on|in|at)\s(?:the\s)?", spoken.text, re.IGNORECASE)
    return bool(found) and found is not None and found.end() == place


def _after_on(text: str, place: int) -> bool:
    return bool(re.search(r"\b(?:on|in)\s(?:the\s)?$", text[max(0, place - 8) : place], re.IGNORECASE))


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _keys(amount: Amount) -> frozenset[str]:
    quantity = amount.quantity
    if quantity.kind == "count":
        return frozenset({f"count {quantity.unit}"}) if quantity.unit else frozenset()
    if quantity.kind in ("number", "percent", "rank"):
        if amount.bench:
            return frozenset(f"{_scale(quantity)} on {word}" for word in amount.bench)
        return frozenset(f"{_scale(quantity)} of {word}" for word in amount.words)
    family = "time" if quantity.kind == "months" else quantity.kind
    if amount.topic:
        return frozenset(f"{family} {topic}" for topic in amount.topic)
    if family == "weight":
        return frozenset({"weight"})
    return frozenset(f"{family} of {word}" for word in amount.words)


def _scale(quantity: Quantity) -> str:
    return "rank" if quantity.kind == "rank" else "score"


def _owner(spoken: Spoken, quantity: Quantity, span: tuple[int, int]) -> frozenset[str]:
    """Return whose number it is: after ``for``, or as the subject; empty for the release's own."""
    for name in spoken.names:
        if span[0] <= name.start < span[1] and re.search(r"\b(?:for|by|of)\s(?:the\s)?$", spoken.text[max(0, name.start - 8) : name.start]):
            if quantity.span[1] <= name.start <= quantity.span[1] + 12 and not _BENCH.search(name.text):
                return frozenset() if is_own(name, spoken.own) else name.words
    if before := [name for name in spoken.names if span[0] - 40 <= name.end <= quantity.span[0] and _WITH.fullmatch(spoken.text, name.end, quantity.span[0])]:
        return frozenset() if is_own(before[-1], spoken.own) or _BENCH.search(before[-1].text) else before[-1].words
    others = spoken.whose(quantity.span[0])
    bench = [name for name in spoken.names if _BENCH.search(name.text)]
    others -= frozenset(word for name in bench for word in name.words)
    return others


def amounts_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two numbers can't both be true; None if they can."""
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return None
    ignored = ("kind", "platform") if one.quantity.kind == "money" else ()
    if not same_subject(a, b) or not alike(a.frame, b.frame, ignoring=ignored) or not _same_thing(one, other):
        return None
    x, y = _per_same(one.quantity, other.quantity)
    if x is None or y is None or not same_measure(x, y) or not _differ(x, y):
        return None
    about = _about(one, other)
    return Clash(about, f"One says {one.quantity.text.strip(' .,')!r}, the other {other.quantity.text.strip(' .,')!r}.")


def _same_thing(one: Amount, other: Amount) -> bool:
    """Whether two numbers measure the same, as far as the words round them tell."""
    if _scale(one.quantity) != _scale(other.quantity) or bool(one.baseline) != bool(other.baseline):
        return False
    if one.baseline and concepts(one.baseline, frozenset()).isdisjoint(concepts(other.baseline, frozenset())):
        return False
    kind = one.quantity.kind
    if kind == "count" or other.quantity.kind == "count":
        if one.modifiers and other.modifiers and one.modifiers.isdisjoint(other.modifiers):
            return False
        return one.quantity.unit == other.quantity.unit and (one.quantity.unit != "token" or bool(one.topic & other.topic))
    if kind in ("number", "percent", "rank"):
        if one.bench or other.bench:
            return bool(one.bench and other.bench) and (one.bench <= other.bench or other.bench <= one.bench)
        return _overlap(one.words, other.words, fewest=1 if kind == "percent" else 2 if kind == "number" else 1)
    if one.topic and other.topic:
        return not one.topic.isdisjoint(other.topic)
    if one.topic or other.topic:
        return len(one.words & other.words) >= 2
    return kind == "weight" or _overlap(one.words, other.words, fewest=1)


def _overlap(a: frozenset[str], b: frozenset[str], *, fewest: int) -> bool:
    shared = len(a & b)
    return shared >= fewest and shared * 2 >= min(len(a), len(b))


def _per_same(a: Quantity, b: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """Return two quantities per the same period and unit; None where they can't be brought to one."""
    (a_units, a_period), (b_units, b_period) = _pers(a), _pers(b)
    if a_units != b_units:
        return None, None
    if a_period and b_period and a_period != b_period:
        factor = _PERIODS[b_period] / _PERIODS[a_period]
        return replace(a, value=a.value * factor, low=a.low * factor * 0.98, high=a.high * factor * 1.02), b
    return a, b


def _pers(quantity: Quantity) -> tuple[frozenset[str], str | None]:
    periods = [each for each in quantity.per if each in _PERIODS]
    units = frozenset("head" if each in _HEADS else re.sub(r"^(1[mk]) .*", r"\1", each) for each in quantity.per if each not in _PERIODS)
    return units, periods[0] if periods else None


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether no reading of the two numbers lets both be true."""
    if agree(a, b) or agree(b, a):
        return False
    if {a.kind, b.kind} == {"time", "months"}:
        a, b = (replace(x, low=x.low * 2629800 * 0.95, high=x.high * 2629800 * 1.05, kind="time") if x.kind == "months" else x for x in (a, b))
    return a.high < b.low * 0.999 or b.high < a.low * 0.999


def _about(one: Amount, other: Amount) -> str:
    quantity = one.quantity
    if quantity.kind == "count":
        return f"number of {one.quantity.unit}s"
    if quantity.kind == "rank":
        return "rank"
    if one.bench & other.bench:
        return f"score on {' '.join(sorted(one.bench & other.bench))}"
    shared = sorted(one.topic & other.topic) or sorted(one.words & other.words)
    return {"money": "sum", "number": "score"}.get(quantity.kind, quantity.kind) + (f": {', '.join(shared[:3])}" if shared else "")
