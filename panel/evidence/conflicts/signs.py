"""Signs by which two sentences about one release are seen to clash, or to speak of two different things.

No single one decides; ``weighing`` adds them up.
"""

import re
from collections.abc import Collection, Iterator
from itertools import product

from panel.evidence.concepts import concept_of
from panel.evidence.dates import may_be_same
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

Signs = dict[str, float]
"""The name of each sign and how strong it is, from 0 to 3."""

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|lacks?|lacking|missing|absent|removed?|dropped|gone|refus\w+|"
    r"blocked|forbid\w*|prohibit\w*|ban\w*|exclud\w+|shuts? out|impossible|unavailable|unsupported|closed|proprietary|yet to|fails?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_TIERS = frozenset(
    words(
        "free basic starter personal solo plus pro premium team teams family business enterprise small large max mini ultra lite "
        "standard advanced student education individual organisation hobby growth scale base core"
    )
)
_CONTRASTS = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"idle|standby|at rest|quiet\w*", r"load|peak|full|max\w*|at most|busy|continuous\w*"),
        (
            r"start\w*|at first|initial\w*|at launch|launch\w*|opening|originally|first",
            r"now|today|by now|since|current\w*|later|then|meanwhile",
        ),
        (r"input|in|read\w*|upload\w*|prompt", r"output|out|writ\w+|download\w*|generated|answers?"),
        (r"month\w*", r"annual\w*|year\w*|yearly"),
        (r"median|average|mean|typical\w*|usual\w*", r"worst|slowest|fastest|best|peak|p95|p99|maximum|longest"),
        (r"with", r"without"),
        (r"preview|beta|alpha|trial|test version|early access", r"final|general\w*|stable|production|release\w*"),
        (
            r"old\w*|previous\w*|predecessor|earlier|before|used to|was|were|had|last year|formerly",
            r"new\w*|now|today|current\w*|is|are|has",
        ),
        (r"indoors?|inside", r"outdoors?|outside"),
        (
            r"announc\w+|unveil\w+|present\w+|reveal\w+|launch\w*",
            r"ship\w*|arriv\w*|on sale|deliver\w*|available|shops?|sold|selling",
        ),
        (r"train\w*|pretrain\w*", r"test\w*|evaluat\w*|benchmark\w*"),
        (r"active", r"total|in all|altogether"),
        (r"client|app|apps", r"server|backend|core"),
        (r"code|software|library|client|bindings|tools?", r"weights|model|data|dataset|documentation|docs"),
        (
            r"students?|schools?|universit\w+|non-?profits?|academ\w+",
            r"compan\w+|business\w*|everybody|everyone|commercial\w*|adults?",
        ),
        (r"raised|funding|round|invest\w*", r"valu\w+|worth|revenue|turnover"),
        (r"single|alone|individual|one person", r"famil\w+|team|group|household|up to (?:five|six|four)"),
        (
            r"plan\w*|will|expect\w*|next|later|soon|promis\w*|roadmap|follow\w*",
            r"already|now|today|shipped|released|works?|arrived",
        ),
        (
            r"intro\w*|discount\w*|offer|sale|first (?:year|month|three)|promotion\w*",
            r"list|regular\w*|normal\w*|after\w*|renew\w*|then",
        ),
        (r"us|usa|america\w*|united states|dollars?", r"eu|europe\w*|uk|britain|germany|japan|india|abroad|worldwide"),
    )
)
"""Words that tell two states, stages or kinds of one thing apart."""

_VERSION = re.compile(
    r"\b(?:v|(?:versions?|release|generation|build)\s)(\d+(?:\.\w+)*)\b|\b[A-Z]\w*\s(\d+(?:\.\d+)+)\b"
)
_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[a-zA-Z])[\w-]*\w\b")
"""``1080p``, ``H100``, ``4-bit``: what tells one mode or model from another, and is no number."""

_LATER = re.compile(
    r"\b(?:plan\w*|later|will|follow\w*|roadmap|promis\w+|expect\w*|coming|soon|intends?)\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\byet\b|\bat the moment\b|\bfor now\b|\bso far\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:With|Without|If|When|While|For|In|On|At|By|From|During|After|Before|Until|Since|Under|As|Among|Idle|Our|Some)\b"
)
_PLAIN_KINDS = frozenset({"number", "percent", "count", "time", "months", "money", "multiple"})
"""Kinds of figures of which a release has many; of another kind, such as its weight, it has one."""

_OTHERS = re.compile(
    r"\b(?:rivals?|competitors?|competition|predecessors?|other (?:models?|tools?|apps?|vendors?)|elsewhere)\b",
    re.IGNORECASE,
)
_EVENTS = frozenset({"available", "announce", "found", "update", "plan", "money raised", "buy"})
_ROOT = 5
"""Letters that two words of one family share."""


GROUNDS = ("figures clash", "dates clash", "licences clash", "turned", "one denies", "other names")
"""Signs of which a contradiction has at least one, where not both sentences say something of their own."""


def signs(a: Passage, b: Passage, own: Collection[str]) -> Signs:
    """Return the signs of two sentences.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    shared = _shared(a, b, own)
    found: Signs = {
        "shared": min(len(shared), 6) / 2,
        "apart": min(_apart(a, b, shared, own), 6) / 2,
        "one opens with a condition": float(bool(_CONDITION.match(a.text)) != bool(_CONDITION.match(b.text))),
        "one is of later": float(bool(_LATER.search(a.text)) != bool(_LATER.search(b.text))),
        "one is not yet so": float(bool(_NOT_YET.search(a.text)) != bool(_NOT_YET.search(b.text))),
        "other subjects": float(_other_subjects(a, b, own)),
        "tiers": float(_differ(_tiers(a.text), _tiers(b.text))),
        "versions": float(_differ(_versions(a.text), _versions(b.text))),
        "codes": float(_differ(_codes(a), _codes(b))),
        "contrasts": float(min(_contrasts(a.text, b.text), 3)),
        "strangers": float(bool(_OTHERS.search(a.text)) != bool(_OTHERS.search(b.text))),
        **_names(a, b, own),
        **_figures(a, b, shared),
        **_days(a, b, shared),
        **_licences(a, b),
        **_denials(a, b, shared, own),
    }
    return {name: strength for name, strength in (found | _together(found)).items() if strength}


def _together(found: Signs) -> Signs:
    """Return the signs that others make together."""
    clash = found["figures clash"] or found["dates clash"] or found["licences clash"]
    names = found["other names"] or found["other subjects"]
    return {
        "turned, both add": found["turned"] * (found["apart"] > 0),
        "one denies, nothing turned": found["one denies"] * (not found["turned"]),
        "one denies, nothing turned or shared": found["one denies"] * (not found["turned"] and not found["shared"]),
        "clash, both add": float(bool(clash) and found["apart"] > 0),
        "clash, other names": float(bool(clash) and bool(names)),
        "turned, other names": float(bool(found["turned"]) and bool(names)),
        "agreeing, nothing turned": float((found["figures agree"] or found["dates agree"]) and not found["turned"]),
    }


def _apart(a: Passage, b: Passage, shared: Collection[str], own: Collection[str]) -> int:
    """Return how many words of its own each has at least."""
    return min(len(_concepts(a, own).difference(shared)), len(_concepts(b, own).difference(shared)))


def _other_subjects(a: Passage, b: Passage, own: Collection[str]) -> bool:
    """Whether the sentences begin with two different names, or one with another's: ``Wren 1``, ``Wren 2``."""
    first = [next((name for name in each.names if name.span[0] <= 12), None) for each in (a, b)]
    one, other = first
    if one and other:
        ours = [name.key <= set(own) or any(word in own for word in name.key) for name in (one, other)]
        numbers = [{word for word in name.key if any(c.isdigit() for c in word)} for name in (one, other)]
        return _differ(*numbers) if all(ours) else not same_name(one.key, other.key) and one.sure and other.sure
    return False


def _concepts(passage: Passage, own: Collection[str]) -> frozenset[str]:
    return frozenset(item.concept for item in passage.items if item.weight > 0.35 and item.word not in own) | {
        concept_of(stem(word)).name for each in passage.quantities for word in each.noun if word not in own
    }


def _shared(a: Passage, b: Passage, own: Collection[str]) -> frozenset[str]:
    """Return what both speak of: concepts, or words of one family."""
    ours, theirs = _concepts(a, own), _concepts(b, own)
    roots = {concept[:_ROOT] for concept in theirs if len(concept) > _ROOT}
    return (ours & theirs) | {each for each in ours if len(each) > _ROOT and each[:_ROOT] in roots}


def _differ(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _tiers(text: str) -> set[str]:
    return {word for word in words(text.lower()) if word in _TIERS}


def _versions(text: str) -> set[str]:
    return {one or other for one, other in _VERSION.findall(text)}


def _codes(passage: Passage) -> set[str]:
    """Return what has digits in it and isn't a number, date or plain number of something."""
    taken = [each.span for each in passage.dates] + [
        each.span for each in passage.quantities if "-bit" not in each.text
    ]
    return {
        match.group().lower()
        for match in _CODE.finditer(passage.text)
        if not any(start <= match.start() < end for start, end in taken)
    }


def _contrasts(a: str, b: str) -> int:
    return sum(_set_apart(one, other, a, b) or _set_apart(one, other, b, a) for one, other in _CONTRASTS)


def _set_apart(one: re.Pattern[str], other: re.Pattern[str], a: str, b: str) -> bool:
    return bool(one.search(a) and other.search(b)) and not one.search(b) and not other.search(a)


def _names(a: Passage, b: Passage, own: Collection[str]) -> Signs:
    ours, theirs = _foreign(a, own), _foreign(b, own)
    both = any(same_name(one.key, other.key) for one, other in product(ours, theirs))
    return {
        "same name": float(both),
        "other names": float(bool(ours and theirs) and not both),
        "one name": float(bool(ours) != bool(theirs)),
    }


def _foreign(passage: Passage, own: Collection[str]) -> list[Name]:
    return [name for name in passage.names if name.sure and name.key.isdisjoint(own)]


def _figures(a: Passage, b: Passage, shared: Collection[str]) -> Signs:
    ours, theirs = _telling(a), _telling(b)
    alike = [(one, other) for one, other in product(ours, theirs) if _one_measure(one, other)]
    agreeing = [(one, other) for one, other in alike if close_enough(one, other) or close_enough(other, one)]
    clash = bool(alike) and not agreeing
    nouns = clash and any(_nouns(one) & _nouns(other) for one, other in alike)
    kinds = {one.kind for one, _ in alike}
    single = clash and len(ours) == len(theirs) == 1
    ratio = (
        min(max(one.value, other.value) / max(min(one.value, other.value), 1e-9) for one, other in alike)
        if clash
        else 1
    )
    return {
        "figures clash": float(clash),
        "figures clash on what is shared": clash * min(len(shared), 4) / 2,
        "one thing counted": float(nouns),
        "prices clash": float(clash and "money" in kinds),
        "scores clash": float(clash and kinds <= {"number", "percent"}),
        "figures agree": float(bool(agreeing)),
        "figures of two kinds": float(bool(ours and theirs) and not alike),
        "its one figure of a kind": float(clash and not kinds <= _PLAIN_KINDS),
        "one figure each": float(single),
        "one figure each on what is shared": single * min(len(shared), 4) / 2,
        "figures near": float(clash and ratio < 2),
        "figures far": float(clash and ratio > 5),
        "several figures": float(clash and min(len(ours), len(theirs)) > 1),
        "periods differ": float(clash and any(one.per != other.per for one, other in alike)),
    }


def _telling(passage: Passage) -> list[Quantity]:
    return [each for each in passage.quantities if each.kind != "rank" and not each.text.lower().startswith("one ")]


def _one_measure(a: Quantity, b: Quantity) -> bool:
    if "count" in (a.kind, b.kind) and {a.kind, b.kind} <= {"count", "number"}:
        return not a.unit or not b.unit or bool(_nouns(a) & _nouns(b)) or a.unit == b.unit
    return same_measure(a, b) or {a.kind, b.kind} == {"percent", "number"}


def _nouns(quantity: Quantity) -> set[str]:
    return {concept_of(stem(word)).name for word in quantity.noun}


def _days(a: Passage, b: Passage, shared: Collection[str]) -> Signs:
    met = list(product(a.dates, b.dates))
    clash = bool(met) and not any(may_be_same(one, other) for one, other in met)
    gaps = [abs((one.start - other.start).days) for one, other in met if one.start and other.start]
    return {
        "dates near": float(clash and bool(gaps) and min(gaps) < 100),
        "dates clash, little said": float(clash and min(len(a.items), len(b.items)) <= 4),
        "dates clash": float(clash),
        "dates clash on one event": float(clash and bool(_EVENTS & set(shared))),
        "dates clash on what is shared": clash * min(len(shared), 4) / 2,
        "dates agree": float(bool(met) and not clash),
    }


def _licences(a: Passage, b: Passage) -> Signs:
    ours, theirs = ({mention.name for mention in each.licences} for each in (a, b))
    return {"licences clash": float(_differ(ours, theirs)), "licences agree": float(bool(ours & theirs))}


def _denials(a: Passage, b: Passage, shared: Collection[str], own: Collection[str]) -> Signs:
    turned = list(_turned(a, b, shared))
    ours, theirs = (bool(_DENIAL.search(each.text)) for each in (a, b))
    one = ours != theirs
    return {
        "turned": float(min(len(turned), 3)),
        "one denies": float(one),
        "one denies what is shared": one * min(len(shared), 4) / 2,
        "one denies, one promises": float(
            (ours and not theirs and bool(_LATER.search(b.text)))
            or (theirs and not ours and bool(_LATER.search(a.text)))
        ),
        "one denies, figures": float(one and bool(_telling(a) or _telling(b))),
        "both deny": float(ours and theirs),
        "little else": float(one and bool(shared) and len((_concepts(a, own) | _concepts(b, own)) - set(shared)) <= 3),
    }


def _turned(a: Passage, b: Passage, shared: Collection[str]) -> Iterator[str]:
    """Yield what one sentence affirms and the other denies."""
    ours, theirs = _signed(a), _signed(b)
    for concept in shared:
        if len(ours.get(concept, ())) == 1 and len(theirs.get(concept, ())) == 1 and ours[concept] != theirs[concept]:
            yield concept


def _signed(passage: Passage) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for item in passage.items:
        found.setdefault(item.concept, set()).add(item.sign)
    return {concept: frozenset(each) for concept, each in found.items()}


def about(a: Passage, b: Passage, own: Collection[str]) -> str:
    """Return what two sentences are about: the words that both have, at most three."""
    return ", ".join(sorted(_shared(a, b, own), key=lambda each: (-len(each), each))[:3]) or _kind(a, b)


def _kind(a: Passage, b: Passage) -> str:
    kinds = {each.kind for each in a.quantities} & {each.kind for each in b.quantities}
    return "date" if a.dates and b.dates else next(iter(sorted(kinds)), "what is said")
