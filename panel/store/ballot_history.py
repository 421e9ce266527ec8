"""How seats voted on earlier releases: what the effective votes are estimated from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from panel.domain.ballot import Choice


def past_votes(verdicts: Path, *, without: str) -> Iterator[dict[str, Choice]]:
    """Yield persona → vote for every stored verdict except one release's own.

    Only the votes are read, not the whole record: there may be thousands. A damaged record is left out here; reading
    that verdict itself says what is wrong with it.
    """
    for file in sorted(verdicts.glob("*/verdict.json")):
        if file.parent.name == without:
            continue
        try:
            ballots = json.loads(file.read_bytes())["ballots"]
            own = {each["persona"]: (each.get("original") or each)["vote"] for each in ballots}  # not the editor's
            yield {persona: vote for persona, vote in own.items() if vote in get_args(Choice)}
        except (OSError, ValueError, KeyError, TypeError):
            continue
