"""Signs by which two sentences about one release are seen to clash, or to speak of two different things.

No single one decides; ``weighing`` adds them up.
"""

import re
from itertools import product
from typing import NamedTuple

from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.allotted import allotted
from panel.evidence.conflicts.awaited import still_awaited
from panel.evidence.conflicts.circumstances import circumstances
from panel.evidence.conflicts.coming_out import coming_out
from panel.evidence.conflicts.denial_signs import LIGHT, denials
from panel.evidence.conflicts.denied_things import denied_things
from panel.evidence.conflicts.differing import differing
from panel.evidence.conflicts.elsewhere import elsewhere
from panel.evidence.conflicts.exclusive import exclusive
from panel.evidence.conflicts.figure_signs import Meeting, days, figures, meeting
from panel.evidence.conflicts.least_versions import least_versions
from panel.evidence.conflicts.licensed_parts import other_parts, parts_led, terms_told
from panel.evidence.conflicts.matched import matched
from panel.evidence.conflicts.names import numbered_apart
from panel.evidence.conflicts.one_value import one_value
from panel.evidence.conflicts.qualifiers import kinds_apart, kinds_of_one, kinds_shared
from panel.evidence.conflicts.quoted import quoted
from panel.evidence.conflicts.relations import one_relation
from panel.evidence.conflicts.settings import settings
from panel.evidence.conflicts.stances import opposed
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.updates import updates
from panel.evidence.conflicts.uses import uses
from panel.evidence.conflicts.version_signs import differ, editions
from panel.evidence.conflicts.within_limits import within_limits
from panel.evidence.conflicts.wording import wording
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_WORD = re.compile(r"\w+")
_LED = re.compile(
    r"\W{0,4}(?:(?:the|an?|our|their|its|when|as|both) )?(?:\w{2,9} )?(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bby )(?<!\bfor )(?<!\bfrom )",
    re.IGNORECASE,
)
"""What may stand before the name with which a sentence begins."""
_ROOT = 5
"""Letters that two words of one family share."""


class Grounds(NamedTuple):
    """What in two sentences clashes, which is the ground of nearly every contradiction between sentences of a dossier."""

    ours: frozenset[str]
    """What the one speaks of."""
    theirs: frozenset[str]
    """What the other speaks of."""
    shared: frozenset[str]
    """What both speak of."""
    figures: Meeting
    """Their figures of one measure."""
    dated: Signs
    """The signs in their dates."""
    licences: Signs
    """The signs in their licences."""
    denied: Signs
    """The signs in what they deny."""
    awaited: bool
    """Whether one says of a thing that is to come that it isn't there yet, so that neither dates nor a denial clash."""

    @property
    def are_any(self) -> bool:
        """Whether figures, dates or licences clash, or something is denied in one only."""
        clash = self.figures.left or self.dated["dates clash"] or self.licences["licences clash"]
        return bool(clash or any(self.denied[name] for name in _DENIED))


_DENIED = ("turned", "one denies", "one denies what the other leaves")


def grounds(a: Passage, b: Passage, own: frozenset[str]) -> Grounds:
    """Return what in two sentences clashes; the arguments are those of ``signs``."""
    ours, theirs = _concepts(a, own), _concepts(b, own)
    shared = _shared(ours, theirs)
    dated, denied = days(a, b), denials(a, b)
    awaited = still_awaited(a.text, b.text)
    if awaited:
        dated, denied = dict.fromkeys(dated, 0.0), dict.fromkeys(denied, 0.0)
    return Grounds(ours, theirs, shared, meeting(a, b, own), dated, _licences(a, b), denied, awaited)


def signs(a: Passage, b: Passage, own: frozenset[str], found: Grounds | None = None) -> Signs:
    """Return the signs of two sentences.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
        found: Their grounds, if they are known.
    """
    met = found or grounds(a, b, own)
    shared, mine, other = len(met.shared), len(met.ours - met.shared), len(met.theirs - met.shared)
    told = updates(a.text, b.text, own)
    return {
        "shared": min(shared, 6) / 2,
        "apart": min(mine, other, 6) / 2,
        "more in one": min(abs(mine - other), 8) / 3,
        "telling words": min(mine + other + 2 * shared, 24) / 6,
        "other subjects": float(_other_subjects(a, b, own)),
        **circumstances(a, b, own),
        **wording(a.text, b.text),
        **editions(a, b, own),
        **told,
        **_kinds(a.text, b.text, met.dated, met.licences),
        **_sides(a.text, b.text),
        **_names(a, b, own),
        **figures(met.figures),
        **matched(a, b, met.figures.left, own),
        **within_limits(a, b, met.figures.left + met.figures.apart),
        **differing(a, b, own),
        **met.dated,
        **coming_out(a.text, b.text, met.dated, told),
        **quoted(a.text, b.text),
        **one_value(a.text, b.text),
        **settings(a.text, b.text, met.figures.left),
        **denied_things(a.text, b.text, own),
        **met.licences,
        **met.denied,
        "still awaited": float(met.awaited),
        **least_versions(a.text, b.text, own),
        **exclusive(a, b, own),
        **elsewhere(a.text, b.text, own),
        **other_parts(a.text, b.text, own),
        **uses(a.text, b.text),
        **allotted(a, b, met.figures.left, own),
    }


def _other_subjects(a: Passage, b: Passage, own: frozenset[str]) -> bool:
    """Whether the sentences begin with two different names, or one with another's: ``Wren 1``, ``Wren 2``."""
    first = [next((name for name in each.names if _LED.fullmatch(each.text, 0, name.span[0])), None) for each in (a, b)]
    one, other = first
    if one and other:
        ours = [name.key <= set(own) or any(word in own for word in name.key) for name in (one, other)]
        numbers = [{word for word in name.key if any(c.isdigit() for c in word)} for name in (one, other)]
        return differ(*numbers) if all(ours) else not same_name(one.key, other.key) and one.sure and other.sure
    return False


def _concepts(passage: Passage, own: frozenset[str]) -> frozenset[str]:
    return frozenset(item.concept for item in passage.items if item.weight > LIGHT and item.word not in own) | {
        concept_of(stem(word)).name for each in passage.quantities for word in each.noun if word not in own
    }


def shared_concepts(a: Passage, b: Passage, own: frozenset[str]) -> frozenset[str]:
    """Return what two sentences both speak of.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    return _shared(_concepts(a, own), _concepts(b, own))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Return what both speak of: concepts, or words of one family."""
    roots = {concept[:_ROOT] for concept in theirs if len(concept) > _ROOT}
    return (ours & theirs) | {each for each in ours if len(each) > _ROOT and each[:_ROOT] in roots}


def _kinds(a: str, b: str, dated: Signs, licences: Signs) -> Signs:
    apart = kinds_apart(a, b, dates=bool(dated["dates clash"]))
    if (licences["licences clash"] or terms_told(a, b)) and parts_led(a, b):
        apart.append("part")
    same, one = kinds_shared(a, b), kinds_of_one(a, b)
    return {
        "kinds apart": float(min(len(apart), 2)),
        "same kinds": float(min(len(same), 2)),
        "kinds of one": float(min(len(one), 4)) / 2,
    }


def _sides(a: str, b: str) -> Signs:
    return {"opposed": float(min(len(opposed(a, b)), 2)), "one relation": float(one_relation(a, b))}


def _names(a: Passage, b: Passage, own: frozenset[str]) -> Signs:
    ours, theirs = _foreign(a, own), _foreign(b, own)
    met = [each for each in product(ours, theirs) if same_name(each[0].key, each[1].key)]
    both = any(not numbered_apart([one.key], [other.key]) for one, other in met)
    called = all(not set(own).isdisjoint(_WORD.findall(each.text.lower())) for each in (a, b))
    return {
        "both name the release": float(called),
        "same name": float(both),
        "name narrowed": float(any(_narrowed(*each) for each in product(ours, theirs))),
        "numbered otherwise": float(numbered_apart([each.key for each in ours], [each.key for each in theirs])),
        "other names": float(bool(ours and theirs) and not both),
    }


def _narrowed(one: Name, other: Name) -> bool:
    """Whether one name is the other and a word before it: ``Mac App Store``, ``App Store``."""
    short, long = sorted((one.text.lower(), other.text.lower()), key=len)
    return " " in short and long.endswith(f" {short}")


def _foreign(passage: Passage, own: frozenset[str]) -> list[Name]:
    return [name for name in passage.names if name.sure and name.key.isdisjoint(own)]


def _licences(a: Passage, b: Passage) -> Signs:
    ours, theirs = ({mention.name for mention in each.licences} for each in (a, b))
    return {"licences clash": float(differ(ours, theirs))}
