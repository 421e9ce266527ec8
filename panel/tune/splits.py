"""Which releases a persona may be tuned on, and which it is measured on."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from panel.domain.noun import Noun
from panel.tune.gold import Gold

Part = Literal["train", "dev", "test"]
Grouping = Literal["release", "vendor"]

SHARES: dict[Part, float] = {"train": 0.6, "dev": 0.2, "test": 0.2}
"""Share of the groups that each part gets, in the long run."""

_Key = tuple[int, str]
"""How wide a thing is that releases may share (0 a vendor, 3 one release), and its name."""

_REVISION = re.compile(r"([._-](v|r|rev|revision|update)[._-]?\d+([._-]\d+)*|[._-]\d{4}-\d{2}-\d{2})$")


class Split(Noun):
    """Every release's group and part."""

    groups: dict[str, str]
    """Release → what it belongs to; releases of one group are never torn apart."""
    parts: dict[str, Part]
    """Release → the part that its group fell into."""

    def releases(self, part: Part | Literal["all"]) -> tuple[str, ...]:
        """Return the releases of a part, by slug."""
        return tuple(sorted(release for release, own in self.parts.items() if part in ("all", own)))


def split(gold: Gold, *, vendors: Mapping[str, str | None] | None = None, salt: str = "") -> Split:
    """Deal releases into train, dev and test, by a hash of what they belong to.

    The hash alone decides: a release stays where it is however many others come or go. Revisions of a release
    (``-v2``, ``-rev-3``, ``-2026-04-16``) belong to it; a file's ``group`` joins releases, and so does the vendor.

    Args:
        gold: The votes, with their groups.
        vendors: Release → vendor, if releases of one vendor belong together.
        salt: Another word deals another hand.
    """
    named = {vote.release: vote.group for vote in gold.votes if vote.group is not None}
    groups = _joined(gold.releases, named, vendors or {})
    parts = {release: part_of(group, salt) for release, group in groups.items()}
    return Split(groups=groups, parts=parts)


def part_of(group: str, salt: str = "") -> Part:
    """Return the part that a group falls into."""
    digest = hashlib.sha256(f"{salt}\n{group}".encode("utf-8", "surrogatepass")).digest()
    place = int.from_bytes(digest[:8], "big") / 2**64
    for part in get_args(Part):
        place -= SHARES[part]
        if place < 0:
            return part  # type: ignore[no-any-return]
    return "test"


def family(slug: str) -> str:
    """Return a release's slug without what marks a revision."""
    while (shorter := _REVISION.sub("", slug)) and shorter != slug:
        slug = shorter
    return slug


def _joined(releases: Iterable[str], named: Mapping[str, str], vendors: Mapping[str, str | None]) -> dict[str, str]:
    """Join what shares a family, a named group or a vendor, however long the chain between them.

    The widest thing that is shared gives the name: a vendor's part doesn't change when it releases something new.
    """
    parent: dict[_Key, _Key] = {}

    def root(key: _Key) -> _Key:
        parent.setdefault(key, key)
        while parent[key] != key:
            key = parent[key]
        return key

    slugs = sorted(releases)
    for slug in slugs:
        keys: list[_Key] = [(2, family(slug))]
        keys += [(1, named[slug])] if slug in named else []
        vendor = (vendors.get(slug) or "").strip().casefold()
        keys += [(0, vendor)] if vendor else []
        for key in keys:
            one, other = sorted((root((3, slug)), root(key)))
            parent[other] = one
    return {slug: root((3, slug))[1] for slug in slugs}
