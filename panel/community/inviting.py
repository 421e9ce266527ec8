"""Making vote links for the readers of a release."""

import datetime as dt
from collections.abc import Iterator

from panel.community.addresses import endpoint_url
from panel.community.catalogue import Catalogue
from panel.community.links import new_link
from panel.community.secret import workspace_secret
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean
from panel.store.workspace import Workspace


def invite(
    home: Workspace, release: str, *, voter: str | None, count: int, days: int, url: str | None
) -> Iterator[str]:
    """Yield vote links.

    Args:
        home: The workspace.
        release: Slug of what they vote on.
        voter: Whom they are for; without one, each stands for a reader of its own.
        count: How many.
        days: How long they work; 0 for ever.
        url: Where readers reach the endpoint; what ``panel.toml`` says, if absent.

    Raises:
        DeclarationError: The release is unknown, or several links are asked for one voter, or nobody says where the
            endpoint is.
    """
    if Catalogue(home).find(release) is None:
        raise DeclarationError(f"there is no release {release!r}{did_you_mean(release, home.release_paths())}")
    if voter is not None and count != 1:
        raise DeclarationError(f"one voter has one vote, so --voter makes one link, not {count}")
    if voter is not None and not voter.strip():
        raise DeclarationError("--voter is empty; name the reader, or leave it out")
    given = url or home.panel_settings().votes.url
    if not given:
        raise DeclarationError("nobody says where readers reach the endpoint; add --url https://votes.example.org")
    base = endpoint_url(given)
    secret = workspace_secret(home.votes_file.parent)
    ends = dt.datetime.now(dt.UTC) + dt.timedelta(days=days) if days else None
    whose = None if voter is None else voter.strip()
    return (f"{base}/vote/{new_link(secret, release, voter=whose, ends=ends)}" for _ in range(count))
