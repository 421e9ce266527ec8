"""A gold file and the workspace's releases, brought together."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from panel.errors import DeclarationError
from panel.store.workspace import Workspace
from panel.tune.docket import Docket, open_docket
from panel.tune.gold import Gold, check_known, read_gold
from panel.tune.splits import Grouping, Part, Split, split


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
