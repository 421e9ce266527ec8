"""A gold file and the workspace's releases, brought together."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from panel.errors import DeclarationError
from panel.store.workspace import Workspace
from panel.tune.docket import Docket, open_docket
from panel.tune.gold import Gold, check_known, read_gold
from panel.tune.splits import Grouping, Part, Split, family, split


def open_gold(
    home: Workspace,
    file: Path,
    *,
    part: Part | Literal["all"] = "all",
    group: Grouping = "release",
    models: Sequence[str] = (),
    seats: str | None = None,
    samples: int | None = None,
) -> tuple[Gold, Docket, Split]:
    """Read people's votes, deal their releases into parts, and seat who is to be held to them.

    Returns:
        The votes on the part's releases, who is asked about them, and the whole split.

    Raises:
        DeclarationError: The file, a release or a persona can't be used, or the part has no release.
    """
    gold = read_gold(file)
    check_known(gold, home.release_paths(), home.persona_paths())
    vendors = {slug: home.release(slug).vendor for slug in gold.releases} if group == "vendor" else None
    dealt = split(gold, vendors=vendors)
    chosen = gold.only(dealt.releases(part))
    if not chosen.votes:
        problem = f"none of its {len(gold.releases)} releases falls into the part {part!r}; add releases or use 'all'"
        raise DeclarationError(problem, file=file)
    return chosen, open_docket(home, chosen.releases, models=models, seats=seats, samples=samples), dealt


def open_releases(
    home: Workspace,
    releases: Sequence[str],
    file: Path | None,
    *,
    part: Part | Literal["all"] = "all",
    group: Grouping = "release",
    models: Sequence[str] = (),
    seats: str | None = None,
    samples: int | None = None,
) -> tuple[Gold | None, Docket, Callable[[str], str]]:
    """Take the releases of a gold file, or those named, or all of the workspace, and seat who is asked about them.

    Returns:
        People's votes, if there is a gold file; who is asked about what; and what each release belongs to.

    Raises:
        DeclarationError: Releases and a gold file are both named, or something can't be read.
    """
    if file is not None:
        if releases:
            raise DeclarationError("name releases or a gold file, not both; the gold file names its releases")
        gold, docket, dealt = open_gold(home, file, part=part, group=group, models=models, seats=seats, samples=samples)
        return gold, docket, dealt.groups.__getitem__
    docket = open_docket(home, releases or list(home.release_paths()), models=models, seats=seats, samples=samples)
    vendors = {slug: release.vendor for slug, release in docket.releases.items() if group == "vendor"}
    return None, docket, lambda slug: vendors.get(slug) or family(slug)
