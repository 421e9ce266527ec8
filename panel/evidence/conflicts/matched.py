"""Signs in two figures that disagree: of what sort they are, and what stands round each of them."""

import re
from collections.abc import Iterable

from panel.evidence.conflicts.amount_topics import OF_EXAMPLES
from panel.evidence.conflicts.figure_signs import Met, unit_of
from panel.evidence.conflicts.qualities import one_quality, qualities
from panel.evidence.conflicts.statements import Signs
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.words import words

_MEASURED = frozenset(words("percent time frequency number multiple bandwidth months sound"))
"""Kinds of measures that come out otherwise at each trial."""

_CROWDS = frozenset(
    words(
        "user people person customer company member employee team farm subscriber download star tester household school "
        "developer contributor message build run firing sample session visit call follower fan vote report player reader "
        "site store shop office clinic hospital order unit install installation"
    )
)
_PERSONS = ("er", "or", "ist", "ian", "ant")
_NO_PERSONS = frozenset(
    words(
        "parameter number letter server router printer speaker layer character filter connector monitor motor sensor "
        "processor adapter container folder corner order meter register header marker computer variant color accelerator "
        "generator transistor detector indicator vector tensor tractor reactor projector compressor emulator simulator "
        "calculator regulator resistor capacitor actuator charger drawer tower power timer buffer cluster pointer trigger "
        "wrapper parser compiler scheduler handler counter chapter paper newsletter helicopter kilometer centimeter "
        "millimeter liter water tiger finger boiler cooler freezer burner heater blender mixer toaster scanner trailer "
        "cylinder transformer factor floor door mirror error colour playlist checklist median plant restaurant constant "
        "controller receiver transmitter loudspeaker poster banner sticker adaptor cover answer offer transfer "
        "calendar corridor elevator escalator propeller roller shutter tracker"
    )
)
_LAID_DOWN = re.compile(
    r"\b(?:kept|keeps?|stor(?:ed|es)|retain\w*|retention|delet\w+|eras\w+|shred\w*|discard\w*|throws? away|warrant\w+|"
    r"guarantee\w*|trial|support\w*|updates?|contract|notice|limit\w*|free|allow\w*|may|refund\w*|return\w*|history|"
    r"term|time[sd]?[- ]?outs?|licen[cs]e\w*|valid|expir\w+|turn(?:s|ed)? into|becomes?|converts?|chang(?:es?|ed) to|up to|at most|maximum|outage|down|unreachable|steps? of|every|nearest|by default|out of the box|tops? out|longest|promis\w+|suspend\w*|inactiv\w*|spares?)\b",
    re.IGNORECASE,
)
"""Words of a time that somebody has laid down, so that no trial changes it."""

_PART = re.compile(
    r"\s*(?:of (?:its|their|them|these|those|which|whom|the(?! (?-i:[A-Z]))|our)\b|"
    r"(?:are|is|were|was) (?:used|active|in use|free|open|taken)\b|(?:(?!(?:in|at|on|for|of|per) )\w+ )?(?:at a time|at once|each|apiece)\b)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\bat (?:once|(?:a|any one|the same) time)\b", re.IGNORECASE)
"""What makes a count one of all that go on together, which is no part where both sentences say so."""
_EACH = re.compile(
    r"^\W*(?:each|either|one|every|a single) (?:half|side|part|piece|bud|earbud|speaker|unit|module|cell|panel)\b|"
    r"\b(?:per|each|every|either) (?:half|side|bud|earbud)\b",
    re.IGNORECASE,
)
"""Words for one of several pieces that make the whole."""
_TOTAL = re.compile(
    r"\b(?:across (?:all|both|the two|every)|combined|taken together|together(?! with)|altogether|in all|in total|as a (?:pair|set|whole)|the (?:pair|set)|added up|of all (?:sizes|versions|platforms))\b",
    re.IGNORECASE,
)
_MORE_OF_THEM = re.compile(
    r"\b(?:of (?:which|them|these|whom)|another|a further|the first|the last|the other) $", re.IGNORECASE
)
_REST = re.compile(
    r"\b(?:the (?:others|rest|remaining|remainder)|(?:some|many|most|half|part|all but \w+) of (?:them|these|those|its|the)|"
    r"(?:the|only the) (?:first|last) \w+ \w+ of)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells parts of a whole apart."""
_MOVED = re.compile(
    r"\b(?:now|as of|grew|grown|rose|risen|by then|by now|so far|already|today|currently|to date|since|"
    r"at (?:the )?(?:start|launch|end|time|debut|opening)|by the end|at the last count|within (?:a|the first) \w+|after \w+ (?:days|weeks|months)|to begin with|at first|up from|down from|last (?:year|month|week)|earlier|then|"
    r"in (?:19|20)\d\d|"
    r"by (?:January|February|March|April|May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
"""Words that say of when a number is."""

_TRIED = re.compile(
    r"\b(?:I|we|us|our|ours|my|mine|me|ourselves|myself)\b|\b(?:reviewers?|testers?|independent|measured|"
    r"in practice|in use|real-world|third[- ]party|lab|laboratory|panel|survey|our readers?)\b",
    re.IGNORECASE,
)
"""Words of somebody who tells what came out of a trial."""

_USED = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|who|[Oo]ne (?:customer|user|reader))(?:['’]ve| have| had|['’]d)?(?: only| just| still| now)? (?:\w+ly )?"
    r"(?:keep|kept|use|used(?! to\b)|run|ran|have(?! to\b)|had(?! to\b)|load|sent|send|scan|scann?ed|loaded|uploaded|bought|ordered|tried|tested|fed|gave|"
    r"recorded|imported|wrote|made|done|did|took|read|needed|need|moved|stored?|set up|installed|put|"
    r"monitor|built|own|filled|printed|could use)\b"
)
"""Words of somebody who tells how much of it they used themselves."""

_JOINS = re.compile(
    r"\b(?:signed up|joined|registered|subscribed|enrolled|connected|took part|applied|backed)\b", re.IGNORECASE
)
"""What makes a crowd of anything that can be counted."""

_CUT = re.compile(r"[,;:()|—–](?!\d)|\b(?:and|but|while|whereas|against|versus|compared|than)\b", re.IGNORECASE)


def matched(a: Passage, b: Passage, met: Iterable[Met], own: frozenset[str]) -> Signs:
    """Return the signs in the two figures that disagree and stand among the words that are most alike.

    Args:
        a: One sentence.
        b: The other.
        met: Figures of both that measure one thing and disagree.
        own: Lower-case words of the release's and its vendor's names.
    """
    weighed = [(_alike(a, one, b, other, own), one, other) for one, other in met]
    if not weighed:
        return {}
    (shared, _), one, other = max(weighed, key=lambda each: (each[0], sorted((each[1].value, each[2].value))))
    kinds, units = {one.kind, other.kind}, {unit_of(one), unit_of(other)}
    sort = _sort(f"{a.text} {b.text}", kinds, units)
    crowd = any(map(_is_crowd, units)) or any(_JOINS.search(each.text) for each in (a, b))
    tried = bool(_TRIED.search(a.text)) != bool(_TRIED.search(b.text))
    alone = all(sum(each.kind in kinds for each in passage.quantities) == 1 for passage in (a, b))
    far = max(one.value, other.value) > 5 * min(one.value, other.value)
    moved = _moved(a.text, b.text)
    return {
        f"figures {sort}": 1.0,
        **one_quality(_qualities(a, one), _qualities(b, other)),
        "figures among shared words": min(shared, 4) / 2,
        "figures alone of their kind": float(alone),
        "one figure tried": float(tried and sort == "measured"),
        "one figure used": float(_is_used(a.text, one) != _is_used(b.text, other) and kinds <= {"count", "number"}),
        "laid down, far": float(far and sort == "laid down" and kinds <= {"time", "months"}),
        "clash in two kinds": float(len({frozenset((x.kind, y.kind)) - {"number"} for _, x, y in weighed}) > 1),
        "one piece": float(bool(_EACH.search(a.text)) != bool(_EACH.search(b.text))),
        "part of a whole": float(
            (
                not all(_AT_ONCE.search(each.text) for each in (a, b))
                and _is_part(a.text, one, other) != _is_part(b.text, other, one)
            )
            or _is_total(a.text, one, other) != _is_total(b.text, other, one)
        ),
        "per another time": float(_per_another_time(one, other)),
        "grown since": float(_grown(a.text, one, other) or _grown(b.text, other, one)),
        "the rest in one": float(bool(_REST.search(a.text)) != bool(_REST.search(b.text))),
        "crowd of another day": float(moved and kinds == {"count"} and crowd),
    }


def _sort(texts: str, kinds: set[str], units: set[str]) -> str:
    """Return of what sort two figures are: a price, a measured result, a head count, or what is laid down once."""
    if "money" in kinds:
        return "of price"
    if "count" not in kinds and kinds & _MEASURED and not (kinds <= {"time", "months"} and _LAID_DOWN.search(texts)):
        return "measured"
    if "count" in kinds and any(_is_crowd(unit) or unit in OF_EXAMPLES for unit in units):
        return "of a crowd"
    return "laid down"


def _is_part(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether a figure is of a part of what there is: ``3 billion of its parameters``, ``18 billion are used``."""
    if _MORE_OF_THEM.search(text[: quantity.span[0]]):
        return True
    smaller = quantity.value <= other.value and quantity.kind != "percent"
    return smaller and _PART.match(text, quantity.span[1]) is not None


def _is_total(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether a sentence adds up what the other's figure may be a part of."""
    return quantity.value >= other.value and _TOTAL.search(text) is not None


def _is_used(text: str, quantity: Quantity) -> bool:
    """Whether a figure is what somebody used of it: ``I keep 4,000 notes``."""
    start = quantity.span[0]
    return any(0 <= start - used.end() <= _NEAR for used in _USED.finditer(text, 0, start))


_NEAR = 30
"""Letters between a verb and its figure at most."""


_TIMES = frozenset(words("second minute hour day week month quarter year"))


def _per_another_time(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are counted by two stretches of time: 3,000 a month, 100 a day."""
    ours, theirs = _TIMES.intersection(one.per), _TIMES.intersection(other.per)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


_UP = re.compile(
    r"\b(?:grown|grew|grows|risen|rose|climbed|increased|expanded|doubled|tripled|swelled) (?:\w+ )?to\b|"
    r"\b(?:we|it|they|has|have) (?:have |just )?(?:passed|topped|crossed|surpassed)\b|"
    r"\b(?:added|joined) since\b|\bhas since\b|\bby now\b|\bmeanwhile\b",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:fallen|fell|shrunk|shrank|dropped|declined|cut|lowered|reduced) (?:\w+ )?to\b", re.IGNORECASE)


def _grown(text: str, quantity: Quantity, before: Quantity) -> bool:
    """Whether a sentence says that a figure has become what it is, and the other's may be what it was before."""
    return (_UP if quantity.value > before.value else _DOWN).search(text) is not None


_MOMENT = re.compile(
    r"\b(?:launch|beta|pilot|preview|start|debut|opening|first (?:day|week|month|year)|end of|(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A moment at which something is counted."""
_FOUNDED = re.compile(r"\b(?:found|establish|set up|start)\w*\b[^,.;]{0,40}\bin (?:19|20)\d\d\b", re.IGNORECASE)
"""The year of a firm, which is no day of a count."""


def _moved(a: str, b: str) -> bool:
    """Whether two sentences count at two moments, as far as one of them says when."""
    ours, theirs = ({found.lower() for found in _MOMENT.findall(text)} for text in (a, b))
    told = any(_MOVED.search(_FOUNDED.sub(" ", text)) for text in (a, b))
    return told and ours.isdisjoint(theirs)


def _is_crowd(unit: str) -> bool:
    """Whether such things are counted anew each month: people, firms, what they do."""
    return unit in _CROWDS or (len(unit) > 5 and unit.endswith(_PERSONS) and unit not in _NO_PERSONS)


def _alike(a: Passage, one: Quantity, b: Passage, other: Quantity, own: frozenset[str]) -> tuple[int, int]:
    """Return how many words round two figures are the same, and how many each has for itself, below zero."""
    ours, theirs = _round(a, one, own), _round(b, other, own)
    shared = ours & theirs
    per_one = bool(one.per) and one.per == other.per
    return len(shared) + per_one, -min(len(ours - shared), len(theirs - shared))


def _round(passage: Passage, quantity: Quantity, own: frozenset[str]) -> frozenset[str]:
    """Return the concepts of the stretch in which a figure stands: all of a sentence that has no other figure."""
    start, end = _stretch(passage, quantity)
    return frozenset(item.concept for item in passage.items if start <= item.span[0] < end and item.word not in own)


def _qualities(passage: Passage, quantity: Quantity) -> frozenset[str]:
    alone = quantity.kind == "percent" and sum(each.kind == "percent" for each in passage.quantities) == 1
    stretch = passage.text if alone else passage.text[slice(*_stretch(passage, quantity))]
    return qualities(stretch, quantity.kind, unit_of(quantity))


def _stretch(passage: Passage, quantity: Quantity) -> tuple[int, int]:
    """Return where the words of a figure begin and end."""
    start, end = 0, len(passage.text)
    for each in passage.quantities:
        if each.span[1] <= quantity.span[0]:
            start = max(start, _cut(passage.text, each.span[1], quantity.span[0]))
        elif each.span[0] >= quantity.span[1]:
            end = min(end, _cut(passage.text, quantity.span[1], each.span[0]))
    return start, end


def _cut(text: str, start: int, end: int) -> int:
    """Return where the words of one figure end and those of the next begin."""
    found = _CUT.search(text, start, end)
    return found.start() if found else (start + end) // 2
