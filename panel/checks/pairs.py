"""A file of pairs of sentences, each judged by itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from panel.evidence.conflicts import judge_pair
from panel.store.lines import read_lines
from panel.store.workspace import Workspace


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class SaidRow(_Row):
    """One side of a pair."""

    source: str = ""
    """Where it stands, in any words."""
    text: str
    """The sentence."""


class PairRow(_Row):
    """A line of a file of pairs."""

    slug: str | None = None
    """The release that both speak of."""
    a: SaidRow
    """The one sentence."""
    b: SaidRow
    """The other."""


def check_pair_file(home: Workspace, file: Path, *, release: str | Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield for every pair of a file, in its order, whether the two contradict each other and about what.

    Raises:
        DeclarationError: The file or a line can't be read.
    """
    named = home.release(release).name if release is not None else None
    known = home.release_paths()
    for _, row in read_lines(file, PairRow):
        subject = named or (home.release(row.slug).name if row.slug in known else row.slug)
        found = judge_pair(row.a.text, row.b.text, subject=subject)
        yield {"contradiction": found is not None, "about": found.about if found else None}
