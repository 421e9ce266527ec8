"""What a dossier is about: under which names the release goes in its sources, and who makes it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from panel.domain.release import Dossier
from panel.evidence.bodies import FORM, is_organised
from panel.evidence.lowered import lowered
from panel.evidence.makers import (
    AFTER_BODY,
    FOLLOWED_BY_BODY,
    FORMER,
    IS_BUSINESS,
    PREPOSITION,
    Key,
    Vote,
    is_rival,
    maker_votes,
)
from panel.evidence.names import GENERIC, Name, key_of, read_names, same_name
from panel.evidence.origins import likeliest_body, told_makers
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES, is_people
from panel.evidence.publishers import (
    ENOUGH,
    PAGES,
    PLENTY,
    REVIEWS,
    is_paper,
    is_spoken_of,
    makers_signs,
    said_by,
    said_elsewhere,
    speaks_for_itself,
)
from panel.evidence.signatures import signed_votes
from panel.evidence.words import words

LAUNCH = (
    r"(?:unveil|introduc|announc|launch|releas|debut|(?<!at )present(?!ly)|publish|open-sourc|reveal|ship|unwrap|roll(?:s|ed|"
    r"ing)? out|"
    r"(?:puts?|put)\b|vorgestellt|veröffentlicht|lancé|dévoil|présent|br(?:ings?|ought) out|show(?:s|ed) off|"
    r"began to ship|begins? to ship|open(?:s|ed)\b|(?:made|makes)\b(?=[^.;]{1,80}\bavailable\b))"
)
_LAUNCHES = re.compile(
    rf"\b{LAUNCH}\w*\b(?<!publisher)(?<!publishers)(?<!presenter)(?<!presentation)(?<!launcher)(?<!shipment)(?<!shipments)"
)
"""Looked for in small letters, which takes a third of the time that it takes to ignore case."""

_PLACES_OF_SALE = frozenset(
    words("kickstarter indiegogo crowdfunding app store google play github steam itunes amazon")
)
"""Where something comes out, which isn't who makes it."""

_PUTS_OUT = re.compile(
    r"[^.;]{0,60}\b(?:on (?:sale|the market|general release|shelves|the shelves)|online|out|live|into|in (?:the )?(?:shops|stores|hands))\b"
)
"""What stands behind ``put`` where something comes out, rather than the blame on somebody."""

_ASIDE = re.compile(r",\s(?:the|an?)\s[^,;]{3,90}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?,\s$")
"""What tells who somebody is before it is told what he does: ``Millrace, the firm that Hanna founded, publishes``."""

_IN_PLACE = re.compile(r"\b(?:in|of|from|at|near) (?:the )?[A-Z][\w.-]+(?: [A-Z][\w-]+)?, $")
"""What stands before the country or state of a town: ``the shop from Portland, Oregon, has released``."""

_NOUN = re.compile(r"\b(?:the|an?|its|their|our|this|at|before|after|since|first|new|next|last)\s$", re.IGNORECASE)
"""What stands before a launch that is a thing rather than what somebody does: ``no Python kit at launch``."""

_NUMBERED = re.compile(r"(?:Version|Release|Build|Update)\b")
"""What a name begins with that is no maker's: ``Version 1.0, released on``."""

_SHORTENED = re.compile(r"\b(?:Inc|Ltd|Co|Corp)$")
"""The end of a firm's name whose full stop ends no sentence."""

_FORM_NEXT = re.compile(rf"^, {FORM}")
"""The legal form behind a firm's name: ``Loomgate, Inc. today launched``."""

_PLURAL = re.compile(r"(?:s|ing)$")
_FOUNDERS = re.compile(r"\bfounded (?:in \d+ )?by\b[^.;]*$")
"""What stands before people who founded a firm, and firms that they worked for."""

_MEMBERS = re.compile(r"(?:esearchers|cientists|ngineers|team|group|evelopers)\s(?:at|from|of)\s(?:the\s)?$")
TIERS = frozenset(
    {"pro", "plus", "team", "teams", "free", "lite", "cloud", "enterprise", "starter", "premium", "business"}
)
"""Names of plans: ``Quill Pro`` belongs to Quill Mail."""


OPENING = 300
"""Letters of a page in which a review tells that it is one."""


class Subject:
    """The release and its vendor as the sources name them.

    Args:
        dossier: What is to be read.
        passages: Its sentences, read.
    """

    def __init__(self, dossier: Dossier, passages: Sequence[Passage]) -> None:
        self._dossier = dossier
        self._passages = passages
        self._own: dict[Key, bool] = {}
        self._sure = {name.key for passage in passages for name in passage.names if name.sure}
        self._words = key_of(dossier.release.name) | frozenset(re.split(r"[-_.]", dossier.release.slug))
        self._launches = list(self._launch_pairs())
        self.name = self._release_name()
        self.versions = self._versions_in_titles()
        votes = tuple(self._vendor_votes())
        votes = (*votes, *self._likeliest_publisher(PLENTY if votes else ENOUGH))
        votes = votes or tuple(likeliest_body(passages, self._is_own, self._publishers()))
        self.votes = votes or tuple(self._published_most())
        self.vendor = self._vendor_key()

    def is_release(self, key: Key) -> bool:
        """Whether a name is the release's own, in full or in part; another version of it isn't."""
        return bool(self.name) and same_name(key, self.name) and not self.is_other_version(key)

    def is_other_version(self, key: Key) -> bool:
        """Whether a name has another number than the release's."""
        numbers = {word for word in key if word[0].isdigit()}
        return bool(numbers and self.versions and not numbers & self.versions)

    def _versions_in_titles(self) -> frozenset[str]:
        """Return the numbers that titles and the release's name put behind its name."""
        release = self._dossier.release
        titles = [release.name, *(source.title or "" for source in release.sources)]
        parts = {word for word in self.name if word[0].isalpha()}
        keys = [name.key for title in titles for name in read_names(title) if parts & name.key]
        return frozenset(word for key in (*keys, self.name) for word in key if word[0].isdigit())

    def is_ours(self, key: Key) -> bool:
        """Whether a name is the release's, its vendor's, or one of its parts such as ``Tern Cloud``."""
        words_ = {word for word in self.name if word[0].isalpha()}
        tier = key & TIERS and key - TIERS and key - TIERS <= self.name
        if self.is_release(key) or (self.vendor and same_name(key, self.vendor)):
            return True
        return bool((words_ <= key and not self.is_other_version(key) and not _other_version(key, self.name)) or tier)

    def _launch_pairs(self) -> Iterator[tuple[Passage, Name, Name | None]]:
        """Yield (sentence, who launches, what) of every sentence that speaks of a launch."""
        for passage in self._passages:
            for match in _LAUNCHES.finditer(lowered(passage.text)):
                if match.group() in ("launch", "release", "releases") and _NOUN.search(passage.text[: match.start()]):
                    continue
                if match.group() in ("put", "puts") and not _PUTS_OUT.match(passage.text, match.end()):
                    continue
                before = [name for name in passage.names if name.span[1] <= match.start()]
                after = [name for name in passage.names if name.span[0] >= match.end()]
                agent = next((name for name in before if self._may_act(passage.text, name, match.start())), None)
                if agent:
                    agent = _employer(passage.text, before, agent)
                    what = after or [name for name in before if name is not agent and name.key & self._words]
                    yield passage, agent, what[0] if what else None

    def _may_act(self, text: str, name: Name, verb: int) -> bool:
        """Whether a name before a verb of launching can be the one who acts."""
        between = text[name.span[1] : verb]
        between = _FORM_NEXT.sub("", between.removeprefix(".") if _SHORTENED.search(name.text) else between)
        if between[:1] == "," and between[-2:] == ", ":
            between = _ASIDE.sub(" ", between)
        if (
            name.key <= _PLACES_OF_SALE
            or _NUMBERED.match(name.text)
            or re.fullmatch(FORM, name.text)
            or (name.key <= PLACES and is_people(name.text))
            or FORMER.search(text[: name.span[0]])
            or _FOUNDERS.search(text[: name.span[0]])
        ):
            return False
        if (
            (between[:1] == "," and _IN_PLACE.search(text[: name.span[0]]))
            or FOLLOWED_BY_BODY.match(between)
            or (not name.sure and name.key not in self._sure and _PLURAL.search(name.text))
        ):
            return False
        if PREPOSITION.search(text[: name.span[0]]) and not _MEMBERS.search(text[: name.span[0]]):
            return False
        if len(between) > 90 or re.search(r"[.;:—–]\s|\)?\s-\s|\b(?:was|were|been|be|which|that)\b", between):
            return False
        return "," not in between or between.count(",") == 2 or between.strip(" ,").count(" ") < 3

    def _release_name(self) -> Key:
        """Return the words of the release's name: what titles, slug and launches agree on."""
        release = self._dossier.release
        headings = [release.name, *(source.title or "" for source in release.sources)]
        if not any(name.key & self._words for heading in headings for name in read_names(heading)):  # pgferry
            return key_of(_cut(release.name))
        counts: Counter[Key] = Counter(name.key for passage in self._passages for name in passage.names)
        agents = {agent.key for passage, agent, what in self._launches if what and " its " not in passage.text}
        points: Counter[Key] = Counter({key: min(float(number), 8.0) for key, number in counts.items()})
        for heading in headings:
            for name in read_names(heading):
                at_launch = _LAUNCHES.match(lowered(heading[name.span[1] :].lstrip()))
                points[name.key] += -4 if at_launch and " its " not in heading[name.span[1] :] else 5
        for name in read_names(release.name):
            points[name.key] += 1  # what front matter says, where a title says otherwise
        slug = frozenset(re.split(r"[-_.]", release.slug))
        for key in list(points):
            points[key] += 4 * len(slug & key) - (4 if key in agents else 0)
            points[key] += sum(3 for _, agent, what in self._launches if what and what.key == key != agent.key)
            points[key] -= 12 if key <= GENERIC or key <= PAGES else 0
            points[key] -= 6 if release.vendor and key == key_of(release.vendor) else 0
        if not points:
            return key_of(release.name)
        best = max(points, key=lambda key: (points[key], -len(key), sorted(key)))
        full = key_of(_cut(release.name))
        short = full - (key_of(release.vendor) if release.vendor else frozenset())
        fitting = [key for key in (best, full, short) if same_name(key, best) and not key <= GENERIC]
        return max(fitting or [best], key=lambda key: (counts[key], key == best))

    def _vendor_votes(self) -> Iterator[Vote]:
        stated = self._dossier.release.vendor
        if stated:
            yield Vote(stated, key_of(stated), "F.vendor", 100.0)
        for passage, agent, what in self._launches:
            namesake = self.name & agent.key and not is_organised(agent.text) and not _is_a_firm(passage.text, agent)
            if not is_rival(passage, agent) and not namesake and (what is None or self._is_own(what.key)):
                yield Vote(agent.text, agent.key, passage.cite, 3.0 if what else 1.0)
        for passage in self._passages:
            yield from maker_votes(passage, self._is_own, self._sure, self._dossier.release.name)
        yield from told_makers(self._passages, self._is_own, frozenset(self._sure), _cut(self._dossier.release.name))
        yield from signed_votes(
            self._passages, self._dossier.release.sources, self._is_own, _cut(self._dossier.release.name)
        )
        yield from self._namesake_votes()
        publishers = [key_of(source.publisher) for source in self._dossier.release.sources if source.publisher]
        for passage in self._passages:
            for name in passage.names[:1]:
                if IS_BUSINESS.match(passage.text[name.span[1] :]) and any(name.key <= key for key in publishers):
                    yield Vote(name.text, name.key, passage.cite, 1.5)
        yield from self._publisher_votes()

    def _publisher_votes(self) -> Iterator[Vote]:
        """Yield the publishers whose sources speak as a maker does."""
        for source in self._dossier.release.sources:
            found = read_names(source.publisher or "")
            key = found[0].key if found else key_of(source.publisher or "")
            own, others = list(said_by(source, self._passages)), said_elsewhere(source, self._passages)
            if key and speaks_for_itself(source, own, key, self.name):
                weight = 0.9 if key == self.name else 1.5  # a page is named after the release, too
                yield Vote(source.publisher or "", key, f"{source.key}", weight)
            elif key and is_spoken_of(source, own, others, key):
                yield Vote(source.publisher or "", key, f"{source.key}", 1.4)

    def _publishers(self) -> frozenset[Key]:
        return frozenset(key_of(source.publisher) for source in self._dossier.release.sources if source.publisher)

    def _likeliest_publisher(self, least: float) -> Iterator[Vote]:
        """Yield the publisher who is likeliest the maker, as far as its signs go."""
        sources = self._dossier.release.sources
        publishers = [source.publisher for source in sources if source.publisher]
        points = {source: makers_signs(source, self._passages, self.name, publishers) for source in sources}
        best = max(points, key=lambda source: points[source], default=None)
        if best and points[best] >= least:
            yield Vote(best.publisher or "", key_of(best.publisher or ""), best.key, 1.0)

    def _published_most(self) -> Iterator[Vote]:
        """Yield who alone published several of the sources, none of which is a review: hardly anybody else has so many pages."""
        sources = [source for source in self._dossier.release.sources if source.publisher]
        pages = Counter(key_of(source.publisher or "") for source in sources)
        several = [key for key, count in pages.items() if count > 1]
        own = [source for source in sources if key_of(source.publisher or "") in several]
        if len(several) == 1 and not any(
            is_paper(source.publisher or "") or REVIEWS.search(f"{source.title} {source.text[:OPENING]}")
            for source in own
        ):
            yield from (Vote(source.publisher or "", several[0], source.key, 1.0) for source in own)

    def _namesake_votes(self) -> Iterator[Vote]:
        """Yield a maker whose name opens the release's: ``Tarn sells`` of a Tarn Reader."""
        if len([word for word in self.name if word[0].isalpha()]) < 2:
            return
        for passage in self._passages:
            for name in passage.names:
                if len(name.key) == 1 and name.key < self.name and name.text[0].isalpha():
                    behind = passage.text[name.span[1] :]
                    if _ACTS.match(behind) or AFTER_BODY.search(passage.text[: name.span[0]]):
                        yield Vote(name.text, name.key, passage.cite, 0.9)

    def _vendor_key(self) -> Key:
        points: dict[Key, float] = {}
        for key in {vote.key for vote in self.votes}:
            points[key] = sum(other.weight for other in self.votes if same_name(key, other.key))
        return max(points, key=lambda key: (points[key], len(key), sorted(key))) if points else frozenset()

    def _is_own(self, key: Key) -> bool:
        found = self._own.get(key)
        if found is None:
            parts = {word for word in self.name if word[0].isalpha()}
            found = self.is_release(key) or bool(parts and parts <= key and not _other_version(key, self.name))
            self._own[key] = found
        return found


_ACTS = re.compile(
    r"['’]s?\s(?:new|first|second|third|latest|next|own)\b|\s(?:has\s)?(?:sells?|sold|promises?|says|said|started|launch\w+|announc\w+|"
    r"plans|makes|offers|claims|introduc\w+|unveil\w+|employs)\b"
)


def _is_a_firm(text: str, name: Name) -> bool:
    """Whether a name is introduced as a firm's: ``Ferrule, the Dublin software company,``."""
    return bool(_A_FIRM.match(text, name.span[1]) or _THE_FIRM.search(text[: name.span[0]]))


_FIRM = r"(?:company|firm|start-?up|studio|manufacturer|developer|laboratory)"
_A_FIRM = re.compile(rf", (?:the|an?) [^,;.]{{0,60}}\b{_FIRM}\b[^,;.]{{0,40}},")
_THE_FIRM = re.compile(rf"\b{_FIRM} $")


def _employer(text: str, names: Sequence[Name], agent: Name) -> Name:
    """Return whose team it is that acts: ``Alibaba's Qwen team`` → Alibaba."""
    if not re.match(r"\s(?:team|division|unit|group|arm|subsidiary)\b", text[agent.span[1] :]):
        return agent
    return next((name for name in names if re.fullmatch(r"['’]s?\s", text[name.span[1] : agent.span[0]])), agent)


def _other_version(a: Key, b: Key) -> bool:
    """Whether two names differ in their numbers: ``Ember 2`` and ``Ember 3``."""
    one, two = ({word for word in key if word[0].isdigit()} for key in (a, b))
    return bool(one and two and not one & two)


def _cut(name: str) -> str:
    """Return a headline's first part: ``Tern 2.0: the deploy tool`` → ``Tern 2.0``."""
    return re.split(r"\s?[:–—|]\s|,\s", name)[0]
