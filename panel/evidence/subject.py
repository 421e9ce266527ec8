"""What a dossier is about: under which names the release goes in its sources, and who makes it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from panel.domain.release import Dossier
from panel.evidence.bodies import is_organised
from panel.evidence.common_words import GENERIC
from panel.evidence.launches import LAUNCHES, launches
from panel.evidence.lowered import lowered
from panel.evidence.makers import (
    AFTER_BODY,
    IS_BUSINESS,
    Key,
    Vote,
    is_rival,
    maker_votes,
)
from panel.evidence.name_reading import read_names
from panel.evidence.names import Name, key_of, same_name
from panel.evidence.origins import likeliest_body, told_makers
from panel.evidence.passages import Passage
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
from panel.evidence.told import Told

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
        self._told = Told(passage.text for passage in passages)
        self._launches = list(launches(passages, self._told, self._sure, self._words))
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
                at_launch = LAUNCHES.match(lowered(heading[name.span[1] :].lstrip()))
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
        release = _cut(self._dossier.release.name)
        yield from told_makers(self._passages, self._told, self._is_own, frozenset(self._sure), release)
        yield from signed_votes(self._passages, self._dossier.release.sources, self._is_own, release)
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


def _other_version(a: Key, b: Key) -> bool:
    """Whether two names differ in their numbers: ``Ember 2`` and ``Ember 3``."""
    one, two = ({word for word in key if word[0].isdigit()} for key in (a, b))
    return bool(one and two and not one & two)


def _cut(name: str) -> str:
    """Return a headline's first part: ``Tern 2.0: the deploy tool`` → ``Tern 2.0``."""
    return re.split(r"\s?[:–—|]\s|,\s", name)[0]
